// Drafting, approving, issuing and cancelling papers.
#include "bangla/pdf/fonts/fonts.hpp"
#include "modules/mandates/mandates.hpp"
#include "modules/offices/offices.hpp"
#include "modules/papers/policy.hpp"
#include "modules/papers/store.hpp"

namespace udb::papers {
namespace {

/// As it was read: who saves an older version than the present one is told so.
Result<PaperRecord> loaded(Work& work, Header const& read) {
    auto record = find_paper(work.db, as<IssuedPaper>(read.id));
    if (!record) return not_found();
    record->header.version = read.version;
    return *std::move(record);
}

/// The paper, brought to the stage that `move` leads to, saved, and what it told.
Done take(Work& work, PaperRecord& record, Move move, Details const& details = {}) {
    TRY(work.allow(policy, act_for(move), record.header.target()));
    record.stage = TRY(moved(record.stage, move, work.actor.account, record.hands));
    record.header.stage = id_of(record.stage);
    TRY(save_record(work, record.header));
    static constexpr std::string_view events[] = {
        "paper.submitted",  "paper.sent_back", "paper.approved", "paper.issued",
        "paper.superseded", "paper.cancelled", "paper.discarded"};
    work.record(events[static_cast<std::size_t>(move)], record.header.id, record.header.office_path,
                details);
    return {};
}

Done ready(OfficePaper const& paper) {
    std::vector<FieldError> faults;
    for (auto const& f : check(paper))
        if (f.severity == DraftFinding::Severity::error) faults.push_back({f.field, f.says});
    if (faults.empty()) return {};
    return Error{Error::Kind::invalid, {"papers.not_ready"}, std::move(faults)};
}

Done lines_within_limits(OfficePaper const& paper);

Done within_limits(OfficePaper const& paper) {
    if (paper.blocks.size() > blocks_max)
        return invalid("text_0", {"papers.too_many_blocks", {{"max", std::int64_t(blocks_max)}}});
    for (std::size_t i = 0; i < paper.blocks.size(); ++i)
        if (paper.blocks[i].text.size() > block_bytes_max)
            return invalid("text_" + std::to_string(i), {"papers.block_too_long"});
    if (paper.copies.size() > copies_max)
        return invalid("copies", {"papers.too_many_copies", {{"max", std::int64_t(copies_max)}}});
    return lines_within_limits(paper);
}

Done forming_kind(OfficePaper const& paper) {
    if (forms_teams(paper.kind)) return {};
    return invalid("kind", {"papers.kind_not_forming"});
}

Done no_longer(std::string_view text, std::size_t most, std::string_view field) {
    std::string read;
    auto const wrong =
        read_text(text, {.max_chars = static_cast<int>(most), .many_lines = true}, read);
    if (wrong) return invalid(std::string(field), *wrong);
    return {};
}

/// What stands in one line, or in a few.
Done lines_within_limits(OfficePaper const& paper) {
    TRY(no_longer(paper.about, line_chars_max, "about"));
    TRY(no_longer(paper.head, lines_chars_max, "head"));
    TRY(no_longer(paper.website, line_chars_max, "website"));
    TRY(no_longer(paper.references, addresses_chars_max, "references"));
    TRY(no_longer(paper.enclosures, addresses_chars_max, "enclosures"));
    TRY(no_longer(paper.recipients, addresses_chars_max, "recipients"));
    TRY(no_longer(paper.signer.name, line_chars_max, "signer_name"));
    TRY(no_longer(paper.signer.post, line_chars_max, "signer_post"));
    TRY(no_longer(paper.signer.contacts, lines_chars_max, "signer_contacts"));
    for (auto const& line : paper.copies)
        TRY(no_longer(line.text, lines_chars_max, "copies"));
    return {};
}

Done right_day(Date date, Date today) {
    using namespace std::chrono;
    if (date > today) return invalid("date", {"papers.date_ahead", {{"today", today}}});
    if (date < sys_days{year{1971} / March / 26})
        return invalid("date", {"papers.date_out_of_calendar"});
    return {};
}

std::string codes_of(Office const& office) {
    if (office.ministry_code.empty() || office.agency_code.empty()) return office.ministry_code;
    return office.ministry_code + '.' + office.agency_code;
}

struct Number {
    std::string memo;
    std::string key;
    NumberSource source;
};

/// From the one source that the office has.
Result<Number> number_for(Work& work, PaperRecord const& record, Issuing const& issuing) {
    auto const office = record.office;
    auto const series = series_of(work.db, office);
    Number number{.memo = {}, .key = {}, .source = series.source};
    if (series.source == NumberSource::own) {
        if (!bangla::parse_memo(issuing.memo).raw.empty())
            return invalid("memo", {"papers.no_number_waits"});
        auto const next = next_number(series, year_of(issuing.date));
        if (!save_series(work.db, office, next.after)) return conflict();
        number.memo = next.memo;
    } else {
        auto const found = offices::find_office(work.db, office);
        auto const recorded =
            TRY(recorded_number(issuing.memo, found ? codes_of(found->office) : ""));
        number.memo = recorded.memo;
    }
    number.key = memo_key(number.memo, record.office);
    if (auto const taken = paper_with_key(work.db, number.key))
        return invalid("memo", {"papers.memo_taken", {{"title", taken->about}}});
    if (auto const order =
            mandates::order_with_memo(work.db, number.memo, record.header.office_path))
        return invalid("memo", {"papers.memo_of_order", {{"title", order->title}}});
    return number;
}

std::string pdf_of(bangla::Paper const& paper) {
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    return typesetter.typeset(paper);
}

/// A paper in force that another one takes the place of.
Done supersede(Work& work, Id<IssuedPaper> old, PaperRecord const& by) {
    auto record = find_paper(work.db, old);
    if (!record || record->office != by.office || record->id() == by.id())
        return invalid("replaces", {"papers.not_replacing"});
    record->replaced_by = by.id();
    keep_end(work.db, *record);
    return take(work, *record, Move::supersede,
                {{"paper", to_string(by.id())}, {"memo", by.issued->memo}});
}

/// The first day of a composition is the date of its paper, and the form asks for that alone.
Error at_date(Error error) {
    for (auto& field : error.fields)
        if (field.field == "effective") field.field = "date";
    return error;
}

} // namespace

std::vector<Message> doubts_of(Db& db, Id<Office> office, std::string_view memo) {
    if (series_of(db, office).source == NumberSource::own) return {};
    auto const found = offices::find_office(db, office);
    auto const recorded = recorded_number(memo, found ? codes_of(found->office) : "");
    return recorded ? recorded->doubts : std::vector<Message>{};
}

Result<Id<IssuedPaper>> draft(Work& work, Id<Office> office, OfficePaper const& paper,
                              Id<TeamComposition> composition) {
    auto const found = offices::find_office(work.db, office);
    if (!found) return not_found();
    TRY(work.allow(policy, Act::write, found->header.target()));
    TRY(within_limits(paper));
    PaperRecord record{.header = {.kind = std::string(paper_kind),
                                  .office_path = found->path(),
                                  .title = {paper.about, ""},
                                  .stage = std::string(id_of(Stage::draft))},
                       .office = office,
                       .paper = paper,
                       .composition = composition,
                       .hands = {.drafter = work.actor.account}};
    if (composition) {
        TRY(forming_kind(paper));
        auto const c = teams::find_composition(work.db, composition, work.today);
        if (!c || c->stage != teams::Stage::draft) return refused({"papers.composition_gone"});
        if (auto const open = open_paper_for(work.db, composition))
            return refused({"papers.composition_taken", {{"title", open->about}}});
        record.team = c->team;
    }
    return begin_paper(work, std::move(record));
}

Id<IssuedPaper> begin_paper(Work& work, PaperRecord record) {
    record.header.internal = !is_public(record.paper.kind);
    record.header.id = add_record(work, record.header);
    insert_paper(work.db, record);
    keep_editor(work.db, record.header.id, record.hands.drafter);
    work.record("paper.drafted", record.header.id, record.header.office_path);
    return record.id();
}

Done correct(Work& work, Header const& read, OfficePaper const& after) {
    auto record = TRY(loaded(work, read));
    TRY(work.allow(policy, Act::write, record.header.target()));
    if (record.stage != Stage::draft)
        return refused({"papers.move_not_now", {{"stage", BilingualText(label_of(record.stage))}}});
    TRY(within_limits(after));
    if (record.composition) TRY(forming_kind(after));
    if (after == record.paper) return {};
    record.header.title = {after.about, ""};
    TRY(save_record(work, record.header));
    save_texts(work.db, read.id, after);
    keep_editor(work.db, read.id, work.actor.account);
    work.record("paper.corrected", read.id, record.header.office_path);
    return {};
}

Done submit(Work& work, Header const& read) {
    auto record = TRY(loaded(work, read));
    TRY(work.allow(policy, Act::write, record.header.target()));
    TRY(ready(record.paper));
    TRY(take(work, record, Move::submit));
    record.hands.submitter = work.actor.account;
    record.sent_back.clear();
    keep_hands(work.db, record);
    keep_editor(work.db, read.id, work.actor.account);
    return {};
}

Done send_back(Work& work, Header const& read, std::string const& reason) {
    auto record = TRY(loaded(work, read));
    TRY(work.allow(policy, Act::approve, record.header.target()));
    if (reason.empty()) return invalid("reason", {"papers.reason_needed"});
    TRY(take(work, record, Move::send_back, {{"reason", reason}}));
    record.approver = {};
    record.sent_back = reason;
    keep_hands(work.db, record);
    return {};
}

Done approve(Work& work, Header const& read) {
    auto record = TRY(loaded(work, read));
    TRY(take(work, record, Move::approve));
    record.approver = work.actor.account;
    keep_hands(work.db, record);
    return {};
}

Done discard(Work& work, Header const& read) {
    auto record = TRY(loaded(work, read));
    if (record.informs && !is_sent(proofs_of(work.db, record.id()))) {
        auto const formed = teams::find_composition(work.db, record.informs, work.today);
        if (formed && formed->stage == teams::Stage::in_force && !formed->until)
            return refused({"papers.informing_needed"});
    }
    return take(work, record, Move::discard);
}

Done issue(Work& work, Issuing const& issuing, Words const& bangla_words) {
    auto record = TRY(loaded(work, {.id = as_record(issuing.paper), .version = issuing.version}));
    TRY(work.allow(policy, Act::issue, record.header.target()));
    TRY(moved(record.stage, Move::issue, work.actor.account, record.hands));
    TRY(ready(record.paper));
    TRY(right_day(issuing.date, work.today));
    auto const number = TRY(number_for(work, record, issuing));
    record.issued =
        IssueFacts{.memo = number.memo, .date = issuing.date, .mark = verify_mark(issuing.address)};
    record.header.number = number.memo;
    keep_issue(work.db, {.paper = issuing.paper,
                         .facts = *record.issued,
                         .key = number.key,
                         .source = number.source,
                         .pdf = pdf_of(official(record.paper, record.issued, bangla_words))});
    TRY(take(work, record, Move::issue, {{"memo", number.memo}, {"date", iso(issuing.date)}}));
    if (issuing.replaces) TRY(supersede(work, issuing.replaces, record));
    if (!record.composition) return {};
    auto const forced = teams::put_in_force(work, {.composition = record.composition,
                                                   .memo = number.memo,
                                                   .date = issuing.date,
                                                   .checked_by_caller = true});
    if (!forced) return at_date(forced.error());
    for (auto const old : papers_in_force_of(work.db, record.team, record.id()))
        TRY(supersede(work, old, record));
    return {};
}

Done cancel(Work& work, Header const& read, std::string const& reason,
            Id<IssuedPaper> replaced_by) {
    auto record = TRY(loaded(work, read));
    TRY(work.allow(policy, Act::issue, record.header.target()));
    if (reason.empty()) return invalid("reason", {"papers.reason_needed"});
    if (replaced_by) {
        auto const by = find_paper(work.db, replaced_by);
        if (!by || by->stage != Stage::issued || by->office != record.office
            || by->id() == record.id())
            return invalid("replaced_by", {"papers.not_replacing"});
    }
    TRY(take(work, record, Move::cancel, {{"reason", reason}}));
    record.cancel_reason = reason;
    record.replaced_by = replaced_by;
    keep_end(work.db, record);
    if (record.informs && replaced_by) keep_informs(work.db, replaced_by, record.informs);
    if (record.informs && !replaced_by) draft_informing(work, record.team);
    return {};
}

Done set_series(Work& work, Id<Office> office, NumberSeries const& series) {
    auto const found = offices::find_office(work.db, office);
    if (!found) return not_found();
    TRY(work.allow(policy, Act::issue, found->header.target()));
    auto after = series;
    auto const before = series_of(work.db, office);
    auto const year = year_of(work.today);
    if (after.source == NumberSource::own) {
        after.base = TRY(parse_base(series.base));
        bool const same = before.year == year && before.base == after.base;
        if (same && after.last < before.last)
            return invalid("last", {"papers.last_too_low", {{"last", before.last}}});
        after.year = year;
    } else {
        after.base = before.base;
        after.year = before.year;
        after.last = before.last;
    }
    if (!save_series(work.db, office, after)) return conflict();
    work.record("office.numbering_set", as_record(office), found->path(),
                {{"source_bn", std::string(label_of(after.source).bn)},
                 {"source_en", std::string(label_of(after.source).en)},
                 {"base", after.base}});
    return {};
}

} // namespace udb::papers
