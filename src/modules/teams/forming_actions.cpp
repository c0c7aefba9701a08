// A draft comes into force: the former composition ends, and the verdict of the day is kept.
#include "bangla/text/digits.hpp"
#include "host/search.hpp"
#include "modules/teams/actions.hpp"
#include "modules/teams/judging.hpp"
#include "modules/teams/policy.hpp"

namespace udb::teams {
namespace {

/// A number as a detail of an event, in the digits of each language.
void count(Details& details, std::string const& name, std::size_t n) {
    auto const text = std::to_string(n);
    details.emplace_back(name + "_bn", bangla::bangla_digits(text));
    details.emplace_back(name + "_en", text);
}

Details told(Forming const& f, Date first, CompositionRecord const* former,
             CompositionRecord const& draft) {
    Details details{
        {"memo", f.memo}, {"date", iso(*f.date)}, {"from", iso(first)}, {"mandate", draft.mandate}};
    count(details, "seats", draft.seats.size());
    if (!former) return details;
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t changed = 0;
    for (auto const& d : difference(former->seats, draft.seats))
        if (d.role || d.post || d.added() || d.removed())
            ++(d.added() ? added : d.removed() ? removed : changed);
    count(details, "added", added);
    count(details, "removed", removed);
    count(details, "changed", changed);
    return details;
}

std::vector<FieldError> missing(Forming const& f) {
    std::vector<FieldError> wrong;
    if (f.memo.find_first_not_of(' ') == std::string::npos)
        wrong.push_back({"memo", {"field.required"}});
    if (!f.date) wrong.push_back({"date", {"field.required"}});
    return wrong;
}

} // namespace

std::optional<CompositionRecord> lasting_composition(Db& db, Id<Team> team, Date day) {
    auto const row = db.one("select id from compositions where team = ? and stage = 'in_force' and "
                            "until is null",
                            team);
    if (!row) return {};
    return find_composition(db, row->get<Id<TeamComposition>>(0), day);
}

Done put_in_force(Work& work, Forming const& f) {
    auto const draft = find_composition(work.db, f.composition, work.today);
    if (!draft) return not_found();
    auto const team = find_team(work.db, draft->team);
    if (!team) return not_found();
    if (!f.checked_by_caller) TRY(work.allow(policy, Act::form, team->header.target()));
    if (auto wrong = missing(f); !wrong.empty()) return invalid(std::move(wrong));
    if (draft->stage != Stage::draft || (f.version && *f.version != draft->version))
        return conflict();
    if (draft->seats.empty()) return refused({"teams.no_seats"});
    auto const first = f.effective.value_or(*f.date);
    auto const former = lasting_composition(work.db, team->id(), work.today);
    if (former && first <= *former->since)
        return invalid("effective", {"teams.before_former", {{"date", *former->since}}});

    TRY(touch(work.db, *draft));
    if (former)
        work.db.run("update compositions set until = ?, version = version + 1 where id = ?",
                    first - std::chrono::days{1}, former->id);
    work.db.run("update compositions set stage = 'in_force', since = ?, memo = ?, memo_date = ? "
                "where id = ?",
                first, f.memo, f.date, draft->id);
    work.db.run("update teams set mandate = ?, since = ?, seats = ? where id = ?", draft->mandate,
                first, draft->seats.size(), team->id());
    auto header = team->header;
    header.stage = "active";
    header.number = f.memo;
    TRY(save_record(work, header));
    index_body(work.db, header.id, search_text(work.db, header.id));
    auto const* mandate =
        judging_mandate(shipped_mandates(), draft->mandate, team->tier, work.today);
    if (auto const verdict = judged(draft->seats, draft->formed_by, mandate, team->tier))
        keep_verdict(work, draft->id, *verdict);
    work.record(former ? "team.reformed" : "team.formed", team->header.id, team->header.office_path,
                told(f, first, former ? &*former : nullptr, *draft));
    return {};
}

} // namespace udb::teams
