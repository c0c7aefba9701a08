// Writing plans: the working copy part by part, and whole versions.
#include "modules/plans/plan_store.hpp"

namespace udb::plans {
namespace {

constexpr std::string_view indicator_columns =
    "name, unit, unit_name, weight, before_last, last, band_100, band_90, band_80, band_70, "
    "band_60, better, rule, count, responsible, evidence_expected, reported_with";

/// What the record of an indicator shows of it.
void update_record(Work& work, Header header, IndicatorFacts const& i) {
    if (header.title.bn != i.name) {
        header.title = {i.name, ""};
        // Read in this transaction: nobody saved it since.
        static_cast<void>(save_record(work, header));
    }
    work.db.run("update indicators set unit = ?, weight = ?, responsible = ? where id = ?",
                id_of(i.unit), stored(i.weight), i.responsible, i.id);
}

std::string_view table_of(Part part) {
    switch (part) {
    case Part::area: return "plan_areas";
    case Part::activity: return "plan_activities";
    case Part::indicator: break;
    }
    return "plan_indicators";
}
std::string_view key_of(Part part) { return part == Part::indicator ? "indicator" : "line"; }

void discard_indicators(Work& work, PlanRecord const& plan, std::string const& where,
                        std::int64_t key) {
    std::vector<Header> headers;
    for (auto const& row : work.db.all(
             "select " + std::string(header_columns)
                 + " from records r join plan_indicators i on i.indicator = r.id where i.plan = ? "
                   "and i.version = 0 and r.stage = 'draft' and "
                 + where,
             plan.id(), key))
        headers.push_back(header_of(row));
    for (auto& header : headers) {
        header.stage = id_of(IndicatorStage::discarded);
        static_cast<void>(save_record(work, header));
    }
}

} // namespace

Id<Plan> insert_plan(Work& work, PlanRecord const& plan) {
    auto const id = add_record(work, plan.header);
    auto const year = bangla::name(bangla::FiscalYear{plan.fiscal_year}, Language::en);
    auto const& title = plan.header.title;
    work.db.run(
        "insert into plans (id, office, fiscal_year, year, form, title_bn, title_en) values "
        "(?, ?, ?, ?, ?, ?, ?)",
        id, plan.office, plan.fiscal_year, year, plan.form, title.bn, title.en);
    return as<Plan>(id);
}

void update_plan(Db& db, PlanRecord const& plan) {
    db.run("update plans set approved_version = ?, working = ?, sent_back = ?, title_bn = ?, "
           "title_en = ? where id = ?",
           plan.approved_version, id_of(plan.working), plan.sent_back, plan.working_title.bn,
           plan.working_title.en, plan.id());
}

int next_line(Db& db, Id<Plan> plan) {
    auto const row =
        db.one("update plans set lines = lines + 1 where id = ? returning lines", plan);
    return row->get<int>(0);
}

void insert_tree(Work& work, PlanRecord const& plan, PlanFacts const& facts) {
    CountsTogether counts{work};
    int line = 0, area_no = 0;
    for (auto area : facts.areas) {
        area.line = ++line;
        insert_area(work.db, plan.id(), area, ++area_no);
        int activity_no = 0;
        for (auto activity : area.activities) {
            activity.line = ++line;
            insert_activity(work.db, plan.id(), area.line, activity, ++activity_no);
            int no = 0;
            for (auto const& indicator : activity.indicators)
                insert_indicator(work, plan, activity.line, indicator, ++no);
        }
    }
    counts.write();
    work.db.run("update plans set lines = ? where id = ?", line, plan.id());
}

void insert_area(Db& db, Id<Plan> plan, AreaFacts const& area, int no) {
    db.run("insert into plan_areas (plan, version, line, no, name, weight) values (?, 0, ?, ?, ?, "
           "?)",
           plan, area.line, no, area.name, stored(area.weight));
}
void update_area(Db& db, Id<Plan> plan, AreaFacts const& area) {
    db.run("update plan_areas set name = ?, weight = ? where plan = ? and version = 0 and line = ?",
           area.name, stored(area.weight), plan, area.line);
}
void insert_activity(Db& db, Id<Plan> plan, int area, ActivityFacts const& activity, int no) {
    db.run("insert into plan_activities (plan, version, line, area, no, name) values (?, 0, ?, ?, "
           "?, ?)",
           plan, activity.line, area, no, activity.name);
}
void update_activity(Db& db, Id<Plan> plan, ActivityFacts const& activity) {
    db.run("update plan_activities set name = ? where plan = ? and version = 0 and line = ?",
           activity.name, plan, activity.line);
}

Id<Indicator> insert_indicator(Work& work, PlanRecord const& plan, int activity,
                               IndicatorFacts const& i, int no) {
    auto const id = add_record(work, {.kind = std::string(indicator_kind),
                                      .office_path = plan.header.office_path,
                                      .title = {i.name, ""},
                                      .stage = std::string(id_of(IndicatorStage::draft))});
    auto& db = work.db;
    db.run("insert into indicators (id, plan, unit, weight, responsible) values (?, ?, ?, ?, ?)",
           id, plan.id(), id_of(i.unit), stored(i.weight), i.responsible);
    db.run("insert into plan_indicators (plan, version, indicator, activity, no, "
               + std::string(indicator_columns)
               + ") values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           plan.id(), id, activity, no, i.name, id_of(i.unit), i.unit_name, stored(i.weight),
           stored(i.before_last), stored(i.last), stored(i.bands[0]), stored(i.bands[1]),
           stored(i.bands[2]), stored(i.bands[3]), stored(i.bands[4]), id_of(i.better),
           id_of(i.rule), id_of(i.count), i.responsible, i.evidence_expected, i.reported_with);
    return as<Indicator>(id);
}

void update_indicator(Work& work, PlanRecord const& plan, IndicatorFacts const& i) {
    work.db.run("update plan_indicators set name = ?, unit = ?, unit_name = ?, weight = ?, "
                "before_last = ?, last = ?, band_100 = ?, band_90 = ?, band_80 = ?, band_70 = ?, "
                "band_60 = ?, better = ?, rule = ?, count = ?, responsible = ?, "
                "evidence_expected = ?, reported_with = ? where plan = ? and version = 0 and "
                "indicator = ?",
                i.name, id_of(i.unit), i.unit_name, stored(i.weight), stored(i.before_last),
                stored(i.last), stored(i.bands[0]), stored(i.bands[1]), stored(i.bands[2]),
                stored(i.bands[3]), stored(i.bands[4]), id_of(i.better), id_of(i.rule),
                id_of(i.count), i.responsible, i.evidence_expected, i.reported_with, plan.id(),
                i.id);
    auto const header = find_record(work.db, indicator_kind, as_record(i.id));
    if (header && header->stage == id_of(IndicatorStage::draft)) update_record(work, *header, i);
}

void remove_part(Work& work, PlanRecord const& plan, Part part, std::int64_t key) {
    auto& db = work.db;
    auto const id = plan.id();
    constexpr std::string_view of_area =
        "activity in (select line from plan_activities a where a.plan = plan_indicators.plan and "
        "a.version = 0 and a.area = ?)";
    constexpr std::string_view of_area_joined =
        "i.activity in (select line from plan_activities a where a.plan = i.plan and a.version = 0 "
        "and a.area = ?)";
    std::string const whose(part == Part::area       ? of_area
                            : part == Part::activity ? "activity = ?"
                                                     : "indicator = ?");
    discard_indicators(work, plan,
                       part == Part::area       ? std::string(of_area_joined)
                       : part == Part::activity ? "i.activity = ?"
                                                : "i.indicator = ?",
                       key);
    db.run("delete from plan_indicators where plan = ? and version = 0 and " + whose, id, key);
    if (part == Part::indicator) return;
    db.run(std::string("delete from plan_activities where plan = ? and version = 0 and ")
               + (part == Part::area ? "area = ?" : "line = ?"),
           id, key);
    if (part == Part::area)
        db.run("delete from plan_areas where plan = ? and version = 0 and line = ?", id, key);
}

void swap_parts(Db& db, Id<Plan> plan, Part part, std::int64_t one, std::int64_t other) {
    auto const table = std::string(table_of(part));
    auto const key = std::string(key_of(part));
    auto const no_of = [&](std::int64_t which) {
        auto const row = db.one("select no from " + table + " where plan = ? and version = 0 and "
                                    + key + " = ?",
                                plan, which);
        return row ? row->get<int>(0) : 0;
    };
    auto const first = no_of(one), second = no_of(other);
    auto const set =
        "update " + table + " set no = ? where plan = ? and version = 0 and " + key + " = ?";
    db.run(set, second, plan, one);
    db.run(set, first, plan, other);
}

void copy_version(Db& db, Id<Plan> plan, int from, int to) {
    struct Copied {
        std::string_view table, columns;
    };
    auto const indicator = "indicator, activity, no, " + std::string(indicator_columns);
    Copied const all[] = {{"plan_areas", "line, no, name, weight"},
                          {"plan_activities", "line, area, no, name"},
                          {"plan_indicators", indicator}};
    for (auto const& [table_name, column_names] : all) {
        std::string const table(table_name), columns(column_names);
        db.run("delete from " + table + " where plan = ? and version = ?", plan, to);
        db.run("insert into " + table + " (plan, version, " + columns
                   + ") select plan, cast(? as integer), " + columns + " from " + table
                   + " where plan = ? and version = ?",
               to, plan, from);
    }
}

void insert_version(Work& work, Id<Plan> plan, PlanVersion const& v) {
    work.db.run("insert into plan_versions (plan, version, decision, approved_on, approver_bn, "
                "approver_en, at, title_bn, title_en) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                plan, v.version, v.decision, v.approved_on, v.approver.bn, v.approver.en, v.at,
                v.title.bn, v.title.en);
}

void show_approved(Work& work, PlanRecord const& plan) {
    auto const facts = facts_of(work.db, plan, plan.approved_version);
    std::map<Id<Record>, Header> headers;
    for (auto const& row : work.db.all("select " + std::string(header_columns)
                                           + " from records r join indicators i on i.id = r.id "
                                             "where i.plan = ?",
                                       plan.id()))
        headers.emplace(row.get<Id<Record>>(0), header_of(row));
    for (auto const& area : facts.areas)
        for (auto const& activity : area.activities)
            for (auto const& i : activity.indicators) {
                auto const found = headers.find(as_record(i.id));
                if (found == headers.end()) continue;
                auto header = found->second;
                headers.erase(found);
                if (header.stage != id_of(IndicatorStage::approved)) {
                    header.stage = id_of(IndicatorStage::approved);
                    header.title = {i.name, ""};
                    static_cast<void>(save_record(work, header));
                    ++header.version;
                }
                update_record(work, std::move(header), i);
            }
    for (auto& [id, header] : headers)
        if (header.stage == id_of(IndicatorStage::approved)) {
            header.stage = id_of(IndicatorStage::removed);
            static_cast<void>(save_record(work, header));
        }
}

} // namespace udb::plans
