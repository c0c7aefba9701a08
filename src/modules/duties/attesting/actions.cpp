#include "modules/duties/attesting/actions.hpp"

#include "modules/duties/office/office_year_store.hpp"
#include "modules/duties/policy.hpp"

#include <algorithm>

namespace udb::duties {
namespace {

constexpr std::string_view evidence_kind = "evidence";

/// Normalised and measured as any text of a form.
Result<std::string> text_at(std::string_view field, std::string_view typed, int max_chars) {
    std::string text;
    if (auto const wrong = read_text(typed, {.max_chars = max_chars, .many_lines = true}, text))
        return invalid(std::string(field), *wrong);
    if (text.empty()) return invalid(std::string(field), {"field.required"});
    return text;
}

} // namespace

Result<Id<Attestation>> attest(Work& work, Attesting const& a) {
    auto const office = find_duty_office(work.db, a.office);
    if (!office || !office->tier) return not_found();
    TRY(work.allow(policy, Act::approve, {.office_path = office->path}));

    OfficeYear const year(work.db, *office, {a.year}, work.today);
    auto const* status = year.find(a.mandate, a.function);
    if (!status) return not_found();
    if (!status->function->counts.empty()) return refused({"duties.counted_by_records"});
    if (status->attested) return refused({"duties.attested_already"});
    auto const statement = TRY(text_at("statement", a.statement, 2000));
    auto const evidence =
        a.evidence ? find_record(work.db, evidence_kind, a.evidence) : std::nullopt;
    // Another office's would be shown to readers who may not see it there.
    if (!evidence || !evidence->office_path.starts_with(office->path))
        return invalid("evidence", {"duties.no_such_evidence"});

    auto const& title = status->function->title;
    auto const id = add_record(work, {.kind = std::string(record_kind<Attestation>),
                                      .office_path = office->path,
                                      .title = title,
                                      .stage = "attested"});
    work.db.run("insert into attestations (id, office, mandate, function, year, statement, "
                "evidence, attested_on) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id, office->id, status->standing.functions->id, a.function, a.year, statement,
                a.evidence, iso(work.today));
    work.record("duty.attested", id, office->path,
                {{"mandate", status->standing.functions->id},
                 {"function", std::to_string(a.function)},
                 {"year", std::to_string(a.year)},
                 {"on", iso(work.today)},
                 {"function_bn", title.bn},
                 {"function_en", title.en}});
    return as<Attestation>(id);
}

Done withdraw(Work& work, Header const& read, std::string const& reason) {
    auto row = find_attestation(work.db, as<Attestation>(read.id));
    if (!row) return not_found();
    TRY(work.allow(policy, Act::approve, row->header.target()));
    if (row->withdrawn_on) return refused({"duties.withdrawn_already"});
    auto const why = TRY(text_at("reason", reason, 500));
    row->header.version = read.version;
    row->header.stage = "withdrawn";
    TRY(save_record(work, row->header));
    work.db.run("update attestations set withdrawn_on = ?, withdrawn_why = ? where id = ?",
                iso(work.today), why, read.id);
    work.record("duty.withdrawn", read.id, row->header.office_path,
                {{"reason", why}, {"on", iso(work.today)}});
    return {};
}

} // namespace udb::duties
