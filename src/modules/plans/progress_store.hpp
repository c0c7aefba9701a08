// The rows of what was told, submitted and assessed.
#pragma once

#include "modules/plans/plans.hpp"

namespace udb::plans {

void save_told(Work& work, Id<Indicator> indicator, unsigned quarter, Told const& told);

/// A period with the figures of every indicator and its score that day; all in this transaction.
struct Frozen {
    Id<Indicator> indicator = {};
    Quarters quarters = {};
    Value score = {};
};
void insert_period(Work& work, SubmittedPeriod const& period, std::vector<Frozen> const& figures);
/// By indicator; empty where the period was not submitted.
std::map<Id<Indicator>, Frozen> figures_of(Db& db, Id<Plan> plan, Period period);

/// What an office says of one indicator: nothing, where it agrees with the computed score.
struct Mark {
    std::optional<Value> score = {};
    std::string remark = {};
    bool operator==(Mark const&) const = default;
};
struct AssessmentRecord {
    Id<Plan> plan = {};
    Period period = Period::half;
    Assessor assessor = Assessor::self;
    std::int64_t version = 0; ///< counts every saving; zero: not there yet
    Date on = {};
    BilingualText who = {};
    std::string remark = {};
};
/// Of these plans, in the order of plans, periods, and self before higher.
std::vector<AssessmentRecord> assessments_of(Db& db, std::span<Id<Plan> const> plans);
std::map<Id<Indicator>, Mark> marks_of(Db& db, AssessmentRecord const& assessment);

/// Inserts it where its version is zero, else corrects it: a conflict where somebody did before.
Done save_assessment(Work& work, AssessmentRecord const& assessment,
                     std::map<Id<Indicator>, Mark> const& marks);

/// Plans put up for approval, anywhere.
std::vector<PlanRecord> submitted_plans(Db& db);
/// Approved plans of that fiscal year in those offices.
std::vector<PlanRecord> approved_plans(Db& db, Scope const& scope, int fiscal_year);

} // namespace udb::plans
