// Beginning a plan and changing its working copy.
#include "bangla/calendar/fiscal_year.hpp"
#include "modules/offices/offices.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/drafted_actions.hpp"
#include "modules/plans/plan_template.hpp"
#include "modules/plans/policy.hpp"
#include "modules/plans/portions.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

std::size_t count_of(PlanFacts const& facts) { return placed(facts).size(); }

/// Saves the header, so that the version counts the change, and tells it.
Done changed(Work& work, PlanRecord const& plan, std::string_view event, std::string const& name) {
    TRY(save_record(work, plan.header));
    work.record(event, plan.header.id, plan.header.office_path, {{"name", name}});
    return {};
}

ActivityFacts const* activity_with(PlanFacts const& facts, int line) {
    for (auto const& area : facts.areas)
        for (auto const& activity : area.activities)
            if (activity.line == line) return &activity;
    return nullptr;
}

IndicatorFacts const* indicator_with(PlanFacts const& facts, Id<Indicator> id) {
    for (auto const& one : placed(facts))
        if (one.indicator->id == id) return one.indicator;
    return nullptr;
}

/// Keys of those that stand beside the one meant, in their order; empty where it is not there.
std::vector<std::int64_t> beside(PlanFacts const& facts, Part part, std::int64_t key) {
    auto const keys = [](auto const& all, auto const& key_of) {
        std::vector<std::int64_t> out;
        for (auto const& one : all)
            out.push_back(key_of(one));
        return out;
    };
    auto const line = [](auto const& one) { return std::int64_t{one.line}; };
    std::vector<std::vector<std::int64_t>> groups;
    if (part == Part::area) groups.push_back(keys(facts.areas, line));
    for (auto const& area : facts.areas) {
        if (part == Part::activity) groups.push_back(keys(area.activities, line));
        if (part != Part::indicator) continue;
        for (auto const& activity : area.activities)
            groups.push_back(
                keys(activity.indicators, [](IndicatorFacts const& i) { return i.id.value; }));
    }
    for (auto& group : groups)
        if (std::ranges::find(group, key) != group.end()) return std::move(group);
    return {};
}

std::string name_of(PlanFacts const& facts, Part part, std::int64_t key) {
    if (part == Part::indicator) {
        auto const* found = indicator_with(facts, {key});
        return found ? found->name : "";
    }
    for (auto const& area : facts.areas) {
        if (part == Part::area && area.line == key) return area.name;
        for (auto const& activity : area.activities)
            if (part == Part::activity && activity.line == key) return activity.name;
    }
    return {};
}

std::string_view event_of(Part part, bool added) {
    switch (part) {
    case Part::area: return added ? "plan.area_added" : "plan.area_corrected";
    case Part::activity: return added ? "plan.activity_added" : "plan.activity_corrected";
    case Part::indicator: break;
    }
    return added ? "plan.indicator_added" : "plan.indicator_corrected";
}

/// The same activity may stand in several plans and is reported once.
std::optional<FieldError> wrong_source(Db& db, PlanRecord const& plan, IndicatorFacts const& i) {
    if (!i.reported_with) return {};
    auto const say = [](std::string key) { return FieldError{"reported_with", {std::move(key)}}; };
    auto const row =
        db.one("select i.plan, v.unit, v.reported_with from indicators i join plans p on p.id = "
               "i.plan join plan_indicators v on v.indicator = i.id and v.version = "
               "p.approved_version where i.id = ?",
               i.reported_with);
    if (!row) return say("field.not_a_choice");
    if (row->get<Id<Plan>>(0) == plan.id()) return say("plans.source_same_plan");
    if (row->get<std::string>(1) != id_of(i.unit)) return say("plans.source_other_unit");
    if (!row->is_null(2)) return say("plans.source_has_source");
    if (i.id && is_source(db, i.id)) return say("plans.source_of_others");
    return {};
}

Done known(Work& work, PlanRecord const& plan, IndicatorFacts const& i) {
    std::vector<FieldError> wrong;
    if (i.responsible && offices::post_lines(work.db, std::span(&i.responsible, 1)).empty())
        wrong.push_back({"responsible", {"field.not_a_choice"}});
    if (auto source = wrong_source(work.db, plan, i)) wrong.push_back(std::move(*source));
    if (!wrong.empty()) return invalid(std::move(wrong));
    return {};
}

Done too_many() {
    return refused({"plans.too_many", {{"most", std::int64_t{plan_indicators_most}}}});
}

} // namespace

Result<PlanRecord> drafted(Work& work, Header const& read) {
    auto plan = TRY(read_plan(work, read, Act::write));
    if (plan.working != Stage::draft) return refused({"plans.not_drafted"});
    return plan;
}

Result<PlanRecord> read_plan(Work& work, Header const& read, Act act) {
    auto plan = find_plan(work.db, as<Plan>(read.id));
    if (!plan) return not_found();
    TRY(work.allow(policy, act, plan->header.target()));
    if (plan->header.version != read.version) return conflict();
    if (plan->stage == Stage::closed) return refused({"plans.is_closed"});
    return std::move(*plan);
}

Result<Id<Plan>> begin(Work& work, Beginning const& b) {
    auto const office = offices::find_office(work.db, b.office);
    if (!office) return invalid("office", {"field.not_a_choice"});
    TRY(work.allow(policy, Act::write, office->header.target()));
    if (!plan_template(b.form)) return invalid("form", {"field.not_a_choice"});
    if (count_of(b.tree) > plan_indicators_most) return too_many().error();
    for (auto const& plan : plans_of(work.db, b.office, b.tree.fiscal_year))
        if (plan.form == b.form) return invalid("form", {"plans.is_there"});
    PlanRecord plan{.header = {.kind = std::string(plan_kind),
                               .office_path = office->path(),
                               .title = b.tree.title,
                               .stage = std::string(id_of(Stage::draft))},
                    .office = b.office,
                    .fiscal_year = b.tree.fiscal_year,
                    .form = b.form};
    plan.header.id = as_record(insert_plan(work, plan));
    insert_tree(work, plan, b.tree);
    work.record("plan.drafted", plan.header.id, plan.header.office_path,
                about(plan, {{"on", iso(work.today)}}));
    return plan.id();
}

Done save_title(Work& work, Header const& read, BilingualText const& title) {
    auto plan = TRY(drafted(work, read));
    if (plan.working_title == title) return {};
    plan.working_title = title;
    // What was never approved has no other title.
    if (plan.approved_version == 0) plan.header.title = title;
    update_plan(work.db, plan);
    return changed(work, plan, "plan.title_corrected", title.bn);
}

Done save_area(Work& work, Header const& read, AreaFacts const& area) {
    auto const plan = TRY(drafted(work, read));
    auto const facts = facts_of(work.db, plan, working_copy);
    auto after = area;
    bool const added = after.line == 0;
    if (added) {
        if (facts.areas.size() >= plan_indicators_most) return too_many();
        after.line = next_line(work.db, plan.id());
        insert_area(work.db, plan.id(), after, after.line);
    } else {
        if (std::ranges::find(facts.areas, after.line, &AreaFacts::line) == facts.areas.end())
            return not_found();
        update_area(work.db, plan.id(), after);
    }
    return changed(work, plan, event_of(Part::area, added), after.name);
}

Done save_activity(Work& work, Header const& read, int area, ActivityFacts const& activity) {
    auto const plan = TRY(drafted(work, read));
    auto const facts = facts_of(work.db, plan, working_copy);
    auto after = activity;
    bool const added = after.line == 0;
    if (added) {
        if (std::ranges::find(facts.areas, area, &AreaFacts::line) == facts.areas.end())
            return not_found();
        after.line = next_line(work.db, plan.id());
        if (static_cast<std::size_t>(after.line) > 4 * plan_indicators_most) return too_many();
        insert_activity(work.db, plan.id(), area, after, after.line);
    } else {
        if (!activity_with(facts, after.line)) return not_found();
        update_activity(work.db, plan.id(), after);
    }
    return changed(work, plan, event_of(Part::activity, added), after.name);
}

Result<Id<Indicator>> save_indicator(Work& work, Header const& read, int activity,
                                     IndicatorFacts const& given) {
    auto const plan = TRY(drafted(work, read));
    auto const facts = facts_of(work.db, plan, working_copy);
    TRY(known(work, plan, given));
    auto after = given;
    bool const added = !after.id;
    if (added) {
        if (!activity_with(facts, activity)) return not_found();
        if (count_of(facts) >= plan_indicators_most) return too_many().error();
        after.id = insert_indicator(work, plan, activity, after, next_line(work.db, plan.id()));
    } else {
        if (!indicator_with(facts, after.id)) return not_found();
        update_indicator(work, plan, after);
    }
    TRY(changed(work, plan, event_of(Part::indicator, added), after.name));
    return after.id;
}

Done take_out(Work& work, Header const& read, Part part, std::int64_t key) {
    auto const plan = TRY(drafted(work, read));
    auto const facts = facts_of(work.db, plan, working_copy);
    if (beside(facts, part, key).empty()) return not_found();
    remove_part(work, plan, part, key);
    constexpr std::string_view events[] = {"plan.area_removed", "plan.activity_removed",
                                           "plan.indicator_removed"};
    return changed(work, plan, events[static_cast<std::size_t>(part)], name_of(facts, part, key));
}

Done move(Work& work, Header const& read, Part part, std::int64_t key, bool up) {
    auto const plan = TRY(drafted(work, read));
    auto const facts = facts_of(work.db, plan, working_copy);
    auto const group = beside(facts, part, key);
    if (group.empty()) return not_found();
    auto const at = std::ranges::find(group, key);
    if (at == (up ? group.begin() : group.end() - 1)) return {};
    swap_parts(work.db, plan.id(), part, key, up ? *(at - 1) : *(at + 1));
    return changed(work, plan, "plan.moved", name_of(facts, part, key));
}

} // namespace udb::plans
