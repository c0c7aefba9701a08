// The public face of plans: a yearly plan of an office, its approved versions, its progress.
#pragma once

#include "host/records.hpp"
#include "modules/plans/periods.hpp"
#include "modules/plans/plan.hpp"
#include "modules/plans/plan_register.hpp"
#include "modules/plans/scoring.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace udb::plans {

inline constexpr std::string_view plan_kind = record_kind<Plan>;
inline constexpr std::string_view indicator_kind = record_kind<Indicator>;

/// The version of what a plan holds that is being drafted or amended.
inline constexpr int working_copy = 0;

/// A plan with its header. The header's `stage` is the id of `stage`.
struct PlanRecord {
    Header header = {};
    Id<Office> office = {};
    BilingualText office_name = {};
    int fiscal_year = 0; ///< of its 1 July
    std::string form = {};
    Stage stage = Stage::draft;
    int approved_version = 0; ///< zero: never approved
    /// Of the working copy: `draft`, `submitted`, or `approved` where it says what the approved
    /// version says.
    Stage working = Stage::draft;
    std::string sent_back = {};       ///< why it was sent back last; empty once submitted again
    BilingualText working_title = {}; ///< of the working copy; the header's is that of others

    Id<Plan> id() const { return as<Plan>(header.id); }
    bool is_amended() const { return approved_version > 0 && working != Stage::approved; }
    /// What others see of it and what is scored: the approved version, else the working copy.
    int current() const { return approved_version; }
};
std::optional<PlanRecord> find_plan(Db& db, Id<Plan> id);

/// Plans of one office in a fiscal year, in the order of their forms.
std::vector<PlanRecord> plans_of(Db& db, Id<Office> office, int fiscal_year);
/// Those of `ids` that exist, in no order.
std::vector<PlanRecord> find_plans(Db& db, std::span<Id<Plan> const> ids);

/// What a version of each of these plans holds, with the quarters that were told: four statements,
/// whatever the number of plans and indicators. In the order of `plans`.
struct PlanAt {
    PlanRecord const* plan = nullptr;
    int version = 0;
};
std::vector<PlanFacts> facts_of_all(Db& db, std::span<PlanAt const> plans);
PlanFacts facts_of(Db& db, PlanRecord const& plan, int version);
/// What they have scored so far, without all else that they hold: two statements. One that was
/// never approved is not in it.
std::map<Id<Plan>, Marks> marks_of_all(Db& db, std::span<PlanRecord const> plans);

/// One approved version.
struct PlanVersion {
    int version = 0;
    Id<Record> decision = {};
    Date approved_on = {}; ///< the day of the meeting
    BilingualText approver = {};
    Instant at = {};
    BilingualText title = {};
};
/// The newest first.
std::vector<PlanVersion> versions_of(Db& db, Id<Plan> plan);

/// A period that was submitted.
struct SubmittedPeriod {
    Id<Plan> plan = {};
    Period period = Period::q1;
    int version = 0; ///< of the plan, that day
    Date on = {};
    BilingualText who = {};
    Value score = {};
    std::string remark = {};
};
/// Of these plans, in the order of plans and periods.
std::vector<SubmittedPeriod> submitted_periods(Db& db, std::span<Id<Plan> const> plans);

/// What was told of a quarter of an indicator.
struct Told {
    std::optional<Value> value = {};
    std::string remark = {};
    Date on = {};
    BilingualText who = {};
};
/// Of one quarter, by the indicator that it was told of.
std::map<Id<Indicator>, Told> told_in(Db& db, PlanRecord const& plan, int version,
                                      unsigned quarter);

/// An indicator as a record.
struct IndicatorRecord {
    Header header = {};
    Id<Plan> plan = {};
    Id<Indicator> id() const { return as<Indicator>(header.id); }
};
std::optional<IndicatorRecord> find_indicator(Db& db, Id<Indicator> id);

} // namespace udb::plans
