// Entering a piece, correcting it, replacing it by a newer version, linking, locking.
#include "modules/evidence/evidence_actions.hpp"

#include "base/ensure.hpp"
#include "host/search.hpp"
#include "modules/evidence/policy.hpp"
#include "modules/evidence/register_paper.hpp"
#include "modules/offices/offices.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

Header header_for(Keeping const& keeping, std::string office_path) {
    return {.kind = std::string(evidence_kind),
            .office_path = std::move(office_path),
            .title = {keeping.piece.title_bn, keeping.piece.title_en},
            .stage = std::string(id_of(Stage::open))};
}

/// Whether all that the kind needs came.
std::vector<FieldError> lacking(Db& db, Keeping const& k) {
    std::vector<FieldError> wrong;
    bool const needs_file = k.piece.kind == Kind::file || k.piece.kind == Kind::photograph;
    if (needs_file && !k.file) wrong.push_back({"file", {"evidence.no_file"}});
    if (k.piece.kind == Kind::photograph && k.file && !is_picture(k.file->media_type))
        wrong.push_back({"file", {"evidence.not_a_picture"}});
    if (k.piece.kind == Kind::record && !k.points_at)
        wrong.push_back({"points_at", {"field.required"}});
    if (k.piece.kind == Kind::record && k.points_at && names_of(db, {k.points_at}).empty())
        wrong.push_back({"points_at", {"field.not_a_choice"}});
    if (k.piece.kind != Kind::statement) return wrong;
    // By hand: the signed paper, who signed it and when. By account: the box.
    if (!k.attest && !k.file) wrong.push_back({"attest", {"evidence.not_attested"}});
    if (!k.attest && k.file && k.piece.attested_by.empty())
        wrong.push_back({"attested_by", {"field.required"}});
    if (!k.attest && k.file && !k.piece.attested_on)
        wrong.push_back({"attested_on", {"field.required"}});
    return wrong;
}

Details told_of(EvidenceRecord const& e) {
    Details told{{"on", iso(*e.piece.happened_on)}};
    if (e.file) told.insert(told.end(), {{"file", e.file->name}, {"sha256", e.file->sha256}});
    if (e.file && !e.scanned) told.emplace_back("scanned", "no");
    return told;
}

void tell_linked(Work& work, Header const& header, Date on, Id<Record> record) {
    auto const named = names_of(work.db, {record});
    if (named.empty()) return;
    work.record("evidence.linked", header.id, header.office_path,
                {{"record", to_string(record)},
                 {"what_bn", named.front().title.bn},
                 {"what_en", named.front().title.en},
                 {"on", iso(on)}});
}

void tell_linked(Work& work, Header const& header, Date on, FunctionLink const& function) {
    auto const label = function_label(function);
    work.record("evidence.linked", header.id, header.office_path,
                {{"function", function_text(function)},
                 {"what_bn", label.bn},
                 {"what_en", label.en},
                 {"on", iso(on)}});
}

/// Header, file, row and links of a piece whose office and permission are seen to.
Result<EvidenceRecord> enter(Work& work, Keeping const& k, EvidenceRecord e) {
    auto wrong = lacking(work.db, k);
    auto doubted = doubts(k.piece, work.today);
    wrong.insert(wrong.end(), doubted.begin(), doubted.end());
    if (!wrong.empty()) return invalid(std::move(wrong));
    e.office = k.office;
    e.piece = k.piece;
    if (k.piece.kind == Kind::statement && k.attest) {
        e.piece.attested_by = work.actor.name.bn;
        e.piece.attested_on = work.today;
    }
    e.points_at = k.points_at;
    e.scanned = !k.file || k.file->scanned;
    e.header.id = add_record(work, e.header, search_text(e.piece));
    if (k.file) e.file = keep_file(work, e.header.id, *k.file);
    insert_evidence(work.db, e);
    return e;
}

Result<EvidenceRecord> unlocked(Work& work, Id<Evidence> id) {
    auto found = find_evidence(work.db, id);
    if (!found) return not_found();
    TRY(work.allow(policy, Act::write, found->header.target()));
    if (found->stage == Stage::locked) return refused({"evidence.is_locked"});
    if (found->stage == Stage::replaced) return refused({"evidence.is_replaced"});
    return std::move(*found);
}

/// Locks a piece that is there, because of what was submitted.
Done lock_piece(Work& work, Id<Record> id, std::string const& period, BilingualText const& when) {
    auto header = find_record(work.db, evidence_kind, id);
    if (!header || header->stage != id_of(Stage::open)) return {};
    header->stage = id_of(Stage::locked);
    TRY(save_record(work, *header));
    save_locked(work.db, id, work.today);
    work.record(
        "evidence.locked", id, header->office_path,
        {{"period", period}, {"when_bn", when.bn}, {"when_en", when.en}, {"on", iso(work.today)}});
    return {};
}

/// What comes to a record after its period was submitted is locked as it comes: it may be
/// replaced, and never altered under what was submitted.
Done lock_where_submitted(Work& work, Id<Record> id) {
    if (!was_submitted(work.db, id)) return {};
    auto const period = find_evidence(work.db, as<Evidence>(id))->piece.period();
    return lock_piece(work, id, period.year.name + '/' + std::string(id_of(period.quarter)),
                      period_label({period.year.name, period.quarter, period.quarter}));
}

template <class What>
Done linked(Work& work, Id<Evidence> id, What const& what) {
    auto const found = find_evidence(work.db, id);
    if (!found) return not_found();
    TRY(work.allow(policy, Act::write, found->header.target()));
    if (found->stage == Stage::replaced) return refused({"evidence.is_replaced"});
    if (!insert_link(work.db, id, what)) return {};
    save_linked(work.db, id);
    tell_linked(work, found->header, *found->piece.happened_on, what);
    return lock_where_submitted(work, found->header.id);
}

} // namespace

Result<Id<Evidence>> keep(Work& work, Keeping const& keeping) {
    auto const office = offices::find_office(work.db, keeping.office);
    if (!office) return invalid("office", {"field.not_a_choice"});
    TRY(work.allow(policy, Act::write, {.office_path = office->path()}));
    if (names_of(work.db, keeping.records).size() != keeping.records.size())
        return invalid("for", {"field.not_a_choice"});
    auto e = TRY(enter(work, keeping,
                       {.header = header_for(keeping, office->path()),
                        .records = keeping.records,
                        .functions = keeping.functions}));
    work.record("evidence.kept", e.header.id, e.header.office_path, told_of(e));
    for (auto const record : e.records)
        tell_linked(work, e.header, *e.piece.happened_on, record);
    for (auto const& function : e.functions)
        tell_linked(work, e.header, *e.piece.happened_on, function);
    TRY(lock_where_submitted(work, e.header.id));
    return e.id();
}

Done correct(Work& work, Header const& read, Piece const& after) {
    auto const found = TRY(unlocked(work, as<Evidence>(read.id)));
    auto wrong = doubts(after, work.today);
    if (!wrong.empty()) return invalid(std::move(wrong));
    auto piece = after;
    piece.kind = found.piece.kind;
    // What somebody attested is replaced by another statement, never changed under the name.
    if (piece.kind == Kind::statement) {
        piece.statement = found.piece.statement;
        piece.attested_by = found.piece.attested_by;
        piece.attested_on = found.piece.attested_on;
    }
    auto header = read;
    header.title = {piece.title_bn, piece.title_en};
    auto const& form = form_of_kind(piece.kind);
    auto const changed = changes(form.fields, &found.piece, &piece);
    TRY(save_record(work, header));
    if (changed.empty()) return {};
    save_piece(work.db, read.id, piece);
    index_body(work.db, read.id, search_text(piece));
    Details told{{"on", iso(*piece.happened_on)}};
    for (auto const& change : changed)
        told.emplace_back(change.field, change.before + " → " + change.after);
    work.record("evidence.corrected", read.id, header.office_path, told);
    return lock_where_submitted(work, read.id);
}

Result<Id<Evidence>> replace(Work& work, Header const& read, Keeping const& keeping,
                             std::string const& why) {
    auto const before = find_evidence(work.db, as<Evidence>(read.id));
    if (!before) return not_found();
    TRY(work.allow(policy, Act::write, before->header.target()));
    if (before->stage == Stage::replaced) return refused({"evidence.is_replaced"});
    if (before->header.version != read.version) return conflict();
    if (why.empty()) return invalid("why", {"field.required"});
    auto k = keeping;
    k.office = before->office;
    k.piece.kind = before->piece.kind;
    auto header = header_for(k, before->header.office_path);
    header.stage = id_of(before->stage);
    auto const after = TRY(enter(work, k,
                                 {.header = header,
                                  .locked_on = before->locked_on,
                                  .replaces = before->id(),
                                  .why = why,
                                  .records = before->records,
                                  .functions = before->functions}));
    auto former = before->header;
    former.stage = id_of(Stage::replaced);
    TRY(save_record(work, former));
    auto told = told_of(after);
    told.insert(told.end(), {{"by", to_string(after.id())}, {"why", why}});
    work.record("evidence.replaced", former.id, former.office_path, told);
    told = told_of(after);
    told.insert(told.end(), {{"of", to_string(before->id())}, {"why", why}});
    work.record("evidence.kept_anew", after.header.id, after.header.office_path, told);
    return after.id();
}

Done link(Work& work, Id<Evidence> id, Id<Record> record) {
    if (record == as_record(id) || names_of(work.db, {record}).empty())
        return invalid("record", {"field.not_a_choice"});
    return linked(work, id, record);
}

Done link(Work& work, Id<Evidence> id, FunctionLink const& function) {
    return linked(work, id, function);
}

template <class What>
static Done unlinked(Work& work, Id<Evidence> id, What const& what, Details told) {
    auto const found = TRY(unlocked(work, id));
    if (!remove_link(work.db, id, what)) return {};
    save_linked(work.db, id);
    told.emplace_back("on", iso(*found.piece.happened_on));
    work.record("evidence.unlinked", found.header.id, found.header.office_path, told);
    return {};
}

Done unlink(Work& work, Id<Evidence> id, Id<Record> record) {
    auto const named = names_of(work.db, {record});
    auto const title = named.empty() ? BilingualText{} : named.front().title;
    return unlinked(work, id, record,
                    {{"record", to_string(record)}, {"what_bn", title.bn}, {"what_en", title.en}});
}

Done unlink(Work& work, Id<Evidence> id, FunctionLink const& function) {
    auto const label = function_label(function);
    return unlinked(
        work, id, function,
        {{"function", function_text(function)}, {"what_bn", label.bn}, {"what_en", label.en}});
}

Done lock(Work& work, std::span<Id<Record> const> records, std::string_view period) {
    auto const quarters = parse_period(period);
    ENSURE(quarters, "a period as period_text writes it: " + std::string(period));
    auto const when = period_label(*quarters);
    save_submission(work.db, records, *quarters);
    for (auto const id : open_in(work.db, records, *quarters))
        TRY(lock_piece(work, as_record(id), std::string(period), when));
    return {};
}

} // namespace udb::evidence
