// Reading plans: headers, and what a version of many plans holds in a fixed number of statements.
#include "modules/plans/plan_store.hpp"

#include "store/statement.hpp"

namespace udb::plans {
namespace {

constexpr std::string_view plan_columns =
    ", p.office, o.name_bn, o.name_en, p.fiscal_year, p.form, p.approved_version, p.working, "
    "p.sent_back, p.title_bn, p.title_en from records r join plans p on p.id = r.id join offices o on o.id = p.office "
    "where ";

PlanRecord plan_of_row(Row const& row) {
    PlanRecord plan{.header = header_of(row)};
    auto const at = header_columns_count;
    plan.office = row.get<Id<Office>>(at);
    plan.office_name = {row.get<std::string>(at + 1), row.get<std::string>(at + 2)};
    plan.fiscal_year = row.get<int>(at + 3);
    plan.form = row.get<std::string>(at + 4);
    plan.stage = term_with_id<Stage>(plan.header.stage).value_or(Stage::draft);
    plan.approved_version = row.get<int>(at + 5);
    plan.working = term_with_id<Stage>(row.get<std::string_view>(at + 6)).value_or(Stage::draft);
    plan.sent_back = row.get<std::string>(at + 7);
    plan.working_title = {row.get<std::string>(at + 8), row.get<std::string>(at + 9)};
    return plan;
}

std::vector<PlanRecord> plans_where(Db& db, std::string_view where, std::span<Param const> params) {
    std::vector<PlanRecord> found;
    for (auto const& row :
         db.all_of(statement({"select ", header_columns, plan_columns, where}), params))
        found.push_back(plan_of_row(row));
    return found;
}

/// ` ((x.plan = ? and x.version = ?) or …)`, with what is bound to it.
struct Wanted {
    std::string sql = {};
    std::vector<Param> params = {};
};
Wanted wanted(std::string_view table, std::span<PlanAt const> plans) {
    Wanted w;
    for (auto const& [plan, version] : plans) {
        w.sql += w.sql.empty() ? "(" : " or ";
        w.sql += statement({"(", table, ".plan = ? and ", table, ".version = ?)"});
        w.params.emplace_back(plan->id());
        w.params.emplace_back(version);
    }
    w.sql += ")";
    return w;
}

template <class E>
E term_in(Row const& row, int column) {
    return term_with_id<E>(row.get<std::string_view>(column)).value_or(E{});
}

template <class T>
Id<T> id_in(Row const& row, int column) {
    return row.get<std::optional<Id<T>>>(column).value_or(Id<T>{});
}

IndicatorFacts indicator_of_row(Row const& row) {
    IndicatorFacts i{.id = row.get<Id<Indicator>>(2),
                     .name = row.get<std::string>(3),
                     .unit = term_in<Unit>(row, 4),
                     .unit_name = row.get<std::string>(5),
                     .weight = value_in(row, 6).value_or(Value{}),
                     .before_last = value_in(row, 7),
                     .last = value_in(row, 8)};
    for (std::size_t band = 0; band < i.bands.size(); ++band)
        i.bands[band] = value_in(row, 9 + static_cast<int>(band));
    i.better = term_in<Better>(row, 14);
    i.rule = term_in<ScoreRule>(row, 15);
    i.count = term_in<Count>(row, 16);
    i.responsible = id_in<Post>(row, 17);
    i.evidence_expected = row.get<std::string>(18);
    i.reported_with = id_in<Indicator>(row, 19);
    return i;
}

/// A plan being put together: its activities by their lines.
struct Building {
    PlanFacts facts = {};
    std::map<int, std::size_t> areas = {};
    std::map<int, std::pair<std::size_t, std::size_t>> activities = {};

    void add_area(Row const& row) {
        auto const line = row.get<int>(1);
        areas[line] = facts.areas.size();
        facts.areas.push_back({.name = row.get<std::string>(2),
                               .weight = value_in(row, 3).value_or(Value{}),
                               .line = line});
    }
    void add_activity(Row const& row) {
        auto const line = row.get<int>(1);
        auto const area = areas.find(row.get<int>(2));
        if (area == areas.end()) return;
        auto& all = facts.areas[area->second].activities;
        activities[line] = {area->second, all.size()};
        all.push_back({.name = row.get<std::string>(3), .line = line});
    }
    void add_indicator(Row const& row, std::map<Id<Indicator>, Quarters> const& told) {
        auto const activity = activities.find(row.get<int>(1));
        if (activity == activities.end()) return;
        auto const [area, place] = activity->second;
        auto i = indicator_of_row(row);
        auto const from = told.find(i.reported_with ? i.reported_with : i.id);
        if (from != told.end()) i.quarters = from->second;
        facts.areas[area].activities[place].indicators.push_back(std::move(i));
    }
};

std::map<Id<Indicator>, Quarters> quarters_told(Db& db, std::span<PlanAt const> plans) {
    auto const w = wanted("i", plans);
    std::map<Id<Indicator>, Quarters> told;
    for (auto const& row : db.all_of(
             "select t.indicator, t.quarter, t.value from indicator_progress t where t.value is "
             "not null and t.indicator in (select coalesce(i.reported_with, i.indicator) from "
             "plan_indicators i where "
                 + w.sql + ") order by t.indicator, t.quarter",
             w.params)) {
        auto const quarter = row.get<int>(1);
        if (quarter < 1 || quarter > 4) continue;
        told[row.get<Id<Indicator>>(0)][static_cast<std::size_t>(quarter - 1)] = value_in(row, 2);
    }
    return told;
}

/// Of versions that others have followed; the last one is called as the header says.
std::map<std::pair<Id<Plan>, int>, BilingualText> former_titles(Db& db,
                                                                std::span<PlanAt const> plans) {
    std::map<std::pair<Id<Plan>, int>, BilingualText> titles;
    std::vector<PlanAt> former;
    for (auto const& at : plans)
        if (at.version != working_copy && at.version != at.plan->approved_version)
            former.push_back(at);
    if (former.empty()) return titles;
    auto const w = wanted("v", former);
    for (auto const& row : db.all_of("select v.plan, v.version, v.title_bn, v.title_en from "
                                     "plan_versions v where "
                                         + w.sql,
                                     w.params))
        titles[{row.get<Id<Plan>>(0), row.get<int>(1)}] = {row.get<std::string>(2),
                                                           row.get<std::string>(3)};
    return titles;
}

} // namespace

std::string stored(Value value) { return to_string(value); }
std::optional<std::string> stored(std::optional<Value> value) {
    if (!value) return {};
    return to_string(*value);
}
std::optional<Value> value_in(Row const& row, int column) {
    auto const text = row.get<std::optional<std::string>>(column);
    if (!text) return {};
    return parse_decimal(*text);
}

std::optional<PlanRecord> find_plan(Db& db, Id<Plan> id) {
    auto found = find_plans(db, std::span(&id, 1));
    if (found.empty()) return {};
    return std::move(found.front());
}

std::vector<PlanRecord> plans_of(Db& db, Id<Office> office, int fiscal_year) {
    std::vector<Param> const params{office, fiscal_year};
    return plans_where(db, "p.office = ? and p.fiscal_year = ? order by p.form, p.id", params);
}

std::vector<PlanRecord> find_plans(Db& db, std::span<Id<Plan> const> ids) {
    if (ids.empty()) return {};
    return plans_where(db, "p.id in (" + gaps(ids.size()) + ")", params_of(ids));
}

std::vector<PlanFacts> facts_of_all(Db& db, std::span<PlanAt const> plans) {
    std::vector<PlanFacts> all;
    if (plans.empty()) return all;
    std::map<Id<Plan>, Building> built;
    auto const told = quarters_told(db, plans);
    auto const areas = wanted("a", plans);
    for (auto const& row : db.all_of("select a.plan, a.line, a.name, a.weight from plan_areas a "
                                     "where "
                                         + areas.sql + " order by a.plan, a.no, a.line",
                                     areas.params))
        built[row.get<Id<Plan>>(0)].add_area(row);
    for (auto const& row :
         db.all_of("select a.plan, a.line, a.area, a.name from plan_activities a where " + areas.sql
                       + " order by a.plan, a.no, a.line",
                   areas.params))
        built[row.get<Id<Plan>>(0)].add_activity(row);
    auto const indicators = wanted("i", plans);
    for (auto const& row : db.all_of(
             "select i.plan, i.activity, i.indicator, i.name, i.unit, i.unit_name, i.weight, "
             "i.before_last, i.last, i.band_100, i.band_90, i.band_80, i.band_70, i.band_60, "
             "i.better, i.rule, i.count, i.responsible, i.evidence_expected, i.reported_with from "
             "plan_indicators i where "
                 + indicators.sql + " order by i.plan, i.no, i.indicator",
             indicators.params))
        built[row.get<Id<Plan>>(0)].add_indicator(row, told);
    auto const titles = former_titles(db, plans);
    auto const title_of = [&](PlanRecord const& plan, int version) {
        if (version == working_copy) return plan.working_title;
        auto const former = titles.find({plan.id(), version});
        return former == titles.end() ? plan.header.title : former->second;
    };
    for (auto const& [plan, version] : plans) {
        auto& facts = all.emplace_back(std::move(built[plan->id()].facts));
        facts.form = plan->form;
        facts.title = title_of(*plan, version);
        facts.office = plan->office_name;
        facts.fiscal_year = plan->fiscal_year;
    }
    return all;
}

PlanFacts facts_of(Db& db, PlanRecord const& plan, int version) {
    PlanAt const at{&plan, version};
    return std::move(facts_of_all(db, std::span(&at, 1)).front());
}

std::map<Id<Plan>, Marks> marks_of_all(Db& db, std::span<PlanRecord const> plans) {
    std::vector<PlanAt> approved;
    for (auto const& plan : plans)
        if (plan.approved_version > 0) approved.push_back({&plan, plan.approved_version});
    std::map<Id<Plan>, Marks> marks;
    if (approved.empty()) return marks;
    auto const told = quarters_told(db, approved);
    auto const w = wanted("i", approved);
    std::map<Id<Plan>, ActivityFacts> all;
    for (auto const& row :
         db.all_of("select i.plan, coalesce(i.reported_with, i.indicator), i.unit, "
                   "i.weight, i.band_100, i.band_90, i.band_80, i.band_70, "
                   "i.band_60, i.better, i.rule, i.count from plan_indicators i "
                   "where "
                       + w.sql,
                   w.params)) {
        IndicatorFacts i{.unit = term_in<Unit>(row, 2),
                         .weight = value_in(row, 3).value_or(Value{})};
        for (std::size_t band = 0; band < i.bands.size(); ++band)
            i.bands[band] = value_in(row, 4 + static_cast<int>(band));
        i.better = term_in<Better>(row, 9);
        i.rule = term_in<ScoreRule>(row, 10);
        i.count = term_in<Count>(row, 11);
        if (auto const found = told.find(row.get<Id<Indicator>>(1)); found != told.end())
            i.quarters = found->second;
        all[row.get<Id<Plan>>(0)].indicators.push_back(std::move(i));
    }
    for (auto& [plan, activity] : all)
        marks[plan] = scored(PlanFacts{.areas = {{.activities = {std::move(activity)}}}}, {}).marks;
    return marks;
}

std::vector<PlanVersion> versions_of(Db& db, Id<Plan> plan) {
    std::vector<PlanVersion> found;
    for (auto const& row :
         db.all("select version, decision, approved_on, approver_bn, approver_en, at, title_bn, "
                "title_en from plan_versions where plan = ? order by version desc",
                plan))
        found.push_back({.version = row.get<int>(0),
                         .decision = row.get<Id<Record>>(1),
                         .approved_on = row.get<Date>(2),
                         .approver = {row.get<std::string>(3), row.get<std::string>(4)},
                         .at = row.get<Instant>(5),
                         .title = {row.get<std::string>(6), row.get<std::string>(7)}});
    return found;
}

std::map<Id<Indicator>, Told> told_in(Db& db, PlanRecord const& plan, int version,
                                      unsigned quarter) {
    std::map<Id<Indicator>, Told> found;
    for (auto const& row : db.all(
             "select t.indicator, t.value, t.remark, t.told_on, t.teller_bn, t.teller_en from "
             "indicator_progress t where t.quarter = ? and t.indicator in (select "
             "coalesce(i.reported_with, i.indicator) from plan_indicators i where i.plan = ? and "
             "i.version = ?)",
             quarter, plan.id(), version))
        found[row.get<Id<Indicator>>(0)] = {
            .value = value_in(row, 1),
            .remark = row.get<std::string>(2),
            .on = row.get<Date>(3),
            .who = {row.get<std::string>(4), row.get<std::string>(5)}};
    return found;
}

std::optional<IndicatorRecord> find_indicator(Db& db, Id<Indicator> id) {
    auto header = find_record(db, indicator_kind, as_record(id));
    if (!header) return {};
    auto const row = db.one("select plan from indicators where id = ?", id);
    if (!row) return {};
    return IndicatorRecord{.header = std::move(*header), .plan = row->get<Id<Plan>>(0)};
}

bool is_source(Db& db, Id<Indicator> indicator) {
    return db.one("select 1 from plan_indicators where reported_with = ? limit 1", indicator)
        .has_value();
}

} // namespace udb::plans
