// The list of plans: the register's own, with score and what is late, so that a higher office sees
// those below it together.
#include "modules/holidays/holidays.hpp"
#include "modules/plans/dated_rules.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/policy.hpp"
#include "registers/pages/pages.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

/// The last period whose report is due, and whether it was submitted.
Html lateness(Words const& words, PlanRecord const& plan,
              std::vector<SubmittedPeriod> const& submitted, Date today,
              bangla::WorkingCalendar const& calendar) {
    if (plan.stage != Stage::approved) return {};
    Html marks;
    for (auto const& term : terms<Period>()) {
        auto const due = due_of(Task::progress, term.value, plan.fiscal_year);
        auto const late = due ? days_late(due->on, {}, today, calendar) : 0;
        if (late == 0) continue;
        auto const done = std::ranges::any_of(submitted, [&](SubmittedPeriod const& p) {
            return p.plan == plan.id() && p.period == term.value;
        });
        if (done) continue;
        if (!marks.empty()) marks += html::br();
        marks += ui::status(
            {.text = words("plans.late_by", {{"what", BilingualText{std::string(term.label.bn),
                                                                    std::string(term.label.en)}},
                                             {"days", std::int64_t{late}}}),
             .tone = ui::Status::Tone::bad});
    }
    return marks.empty() ? text(words("plans.nothing_late")) : marks;
}

Html score_cell(Words const& words, std::map<Id<Plan>, Marks> const& marks, Id<Plan> id) {
    auto const found = marks.find(id);
    if (found == marks.end()) return text("–");
    return text(words("plans.score_of", {{"score", shown(words, found->second.score)},
                                         {"weight", shown(words, found->second.weight)}}));
}

std::vector<std::vector<Html>> cells_of(Call const& call, Db& db,
                                        std::vector<ListLine> const& lines) {
    std::vector<Id<Plan>> ids;
    for (auto const& line : lines)
        ids.push_back(as<Plan>(line.header.id));
    auto const plans = find_plans(db, ids);
    auto const marks = marks_of_all(db, plans);
    auto const submitted = submitted_periods(db, ids);
    holidays::Calendars const calendars(db, call.today);
    std::vector<std::vector<Html>> cells;
    for (auto const id : ids) {
        auto const found = std::ranges::find(plans, id, &PlanRecord::id);
        cells.push_back(
            {score_cell(call.words, marks, id), lateness(call.words, *found, submitted, call.today,
                                                         calendars.of(found->header.office_path))});
    }
    return cells;
}

} // namespace

Result<web::Response> show_plans(Call& call) {
    auto const& words = call.words;
    Html actions;
    if (permits_somewhere(policy, call.actor, Act::write))
        actions =
            ui::button_group({ui::button({.label = words("plans.begin"), .href = "/plans/new"}),
                              ui::button({.label = words("plans.import"),
                                          .kind = ui::Button::Kind::secondary,
                                          .href = "/plans/import"})});
    return list_page(call,
                     {.lead = words("plans.list_lead"),
                      .actions = actions,
                      .narrowing = {{"year", years_to_narrow(call, "plans")}},
                      .columns = {{.label = words("plans.score")}, {.label = words("plans.late")}},
                      .cells = [&](Db& db, std::vector<ListLine> const& lines) {
                          return cells_of(call, db, lines);
                      }});
}

} // namespace udb::plans
