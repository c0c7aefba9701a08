#include "modules/plans/progress_store.hpp"

#include "modules/plans/plan_store.hpp"
#include "store/statement.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

template <class E>
std::size_t place_of(E value) {
    auto const all = terms<E>();
    return static_cast<std::size_t>(std::ranges::find(all, value, &Term<E>::value) - all.begin());
}

} // namespace

void save_told(Work& work, Id<Indicator> indicator, unsigned quarter, Told const& told) {
    work.db.run("insert into indicator_progress (indicator, quarter, value, remark, told_on, "
                "teller_bn, teller_en) values (?, ?, ?, ?, ?, ?, ?) on conflict (indicator, "
                "quarter) do update set value = excluded.value, remark = excluded.remark, told_on "
                "= excluded.told_on, teller_bn = excluded.teller_bn, teller_en = "
                "excluded.teller_en",
                indicator, quarter, stored(told.value), told.remark, told.on, told.who.bn,
                told.who.en);
}

void insert_period(Work& work, SubmittedPeriod const& p, std::vector<Frozen> const& figures) {
    work.db.run("insert into plan_periods (plan, period, version, submitted_on, submitter_bn, "
                "submitter_en, score, remark) values (?, ?, ?, ?, ?, ?, ?, ?)",
                p.plan, id_of(p.period), p.version, p.on, p.who.bn, p.who.en, stored(p.score),
                p.remark);
    for (auto const& f : figures)
        work.db.run("insert into plan_period_figures (plan, period, indicator, q1, q2, q3, q4, "
                    "score) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    p.plan, id_of(p.period), f.indicator, stored(f.quarters[0]),
                    stored(f.quarters[1]), stored(f.quarters[2]), stored(f.quarters[3]),
                    stored(f.score));
}

std::map<Id<Indicator>, Frozen> figures_of(Db& db, Id<Plan> plan, Period period) {
    std::map<Id<Indicator>, Frozen> found;
    for (auto const& row : db.all("select indicator, q1, q2, q3, q4, score from "
                                  "plan_period_figures where plan = ? and period = ?",
                                  plan, id_of(period))) {
        auto const id = row.get<Id<Indicator>>(0);
        found[id] = {
            .indicator = id,
            .quarters = {value_in(row, 1), value_in(row, 2), value_in(row, 3), value_in(row, 4)},
            .score = value_in(row, 5).value_or(Value{})};
    }
    return found;
}

std::vector<SubmittedPeriod> submitted_periods(Db& db, std::span<Id<Plan> const> plans) {
    std::vector<SubmittedPeriod> found;
    if (plans.empty()) return found;
    for (auto const& row : db.all_of("select plan, period, version, submitted_on, submitter_bn, "
                                     "submitter_en, score, remark from plan_periods where plan in ("
                                         + gaps(plans.size()) + ")",
                                     params_of(plans))) {
        auto const period = term_with_id<Period>(row.get<std::string_view>(1));
        if (!period) continue;
        found.push_back({.plan = row.get<Id<Plan>>(0),
                         .period = *period,
                         .version = row.get<int>(2),
                         .on = row.get<Date>(3),
                         .who = {row.get<std::string>(4), row.get<std::string>(5)},
                         .score = value_in(row, 6).value_or(Value{}),
                         .remark = row.get<std::string>(7)});
    }
    std::ranges::sort(found, {}, [](SubmittedPeriod const& p) {
        return std::pair(p.plan.value, place_of(p.period));
    });
    return found;
}

std::vector<AssessmentRecord> assessments_of(Db& db, std::span<Id<Plan> const> plans) {
    std::vector<AssessmentRecord> found;
    if (plans.empty()) return found;
    for (auto const& row :
         db.all_of("select plan, period, assessor, version, assessed_on, who_bn, who_en, remark "
                   "from plan_assessments where plan in ("
                       + gaps(plans.size()) + ")",
                   params_of(plans))) {
        auto const period = term_with_id<Period>(row.get<std::string_view>(1));
        auto const assessor = term_with_id<Assessor>(row.get<std::string_view>(2));
        if (!period || !assessor) continue;
        found.push_back({.plan = row.get<Id<Plan>>(0),
                         .period = *period,
                         .assessor = *assessor,
                         .version = row.get<std::int64_t>(3),
                         .on = row.get<Date>(4),
                         .who = {row.get<std::string>(5), row.get<std::string>(6)},
                         .remark = row.get<std::string>(7)});
    }
    std::ranges::sort(found, {}, [](AssessmentRecord const& a) {
        return std::tuple(a.plan.value, place_of(a.period), a.assessor);
    });
    return found;
}

std::map<Id<Indicator>, Mark> marks_of(Db& db, AssessmentRecord const& a) {
    std::map<Id<Indicator>, Mark> found;
    for (auto const& row : db.all("select indicator, score, remark from indicator_assessments "
                                  "where plan = ? and period = ? and assessor = ?",
                                  a.plan, id_of(a.period), id_of(a.assessor)))
        found[row.get<Id<Indicator>>(0)] = {value_in(row, 1), row.get<std::string>(2)};
    return found;
}

Done save_assessment(Work& work, AssessmentRecord const& a,
                     std::map<Id<Indicator>, Mark> const& marks) {
    auto const changed = work.db.run(
        a.version == 0
            ? "insert into plan_assessments (assessed_on, who_bn, who_en, remark, plan, period, "
              "assessor, version) select ?, ?, ?, ?, cast(? as bigint), cast(? as text), cast(? as "
              "text), cast(? as bigint) + 1 where true on conflict (plan, period, assessor) do "
              "nothing"
            : "update plan_assessments set assessed_on = ?, who_bn = ?, who_en = ?, remark = ?, "
              "version = version + 1 where plan = ? and period = ? and assessor = ? and version = "
              "?",
        a.on, a.who.bn, a.who.en, a.remark, a.plan, id_of(a.period), id_of(a.assessor), a.version);
    if (changed == 0) return conflict();
    for (auto const& [indicator, mark] : marks)
        work.db.run("insert into indicator_assessments (plan, period, assessor, indicator, score, "
                    "remark) values (?, ?, ?, ?, ?, ?) on conflict (plan, period, assessor, "
                    "indicator) do update set score = excluded.score, remark = excluded.remark",
                    a.plan, id_of(a.period), id_of(a.assessor), indicator, stored(mark.score),
                    mark.remark);
    return {};
}

} // namespace udb::plans
