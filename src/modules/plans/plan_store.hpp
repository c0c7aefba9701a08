// The rows of plans, written by its actions.
#pragma once

#include "modules/plans/plans.hpp"

#include <string_view>

namespace udb::plans {

/// Adds a plan with its header; gives its id.
Id<Plan> insert_plan(Work& work, PlanRecord const& plan);
/// Versions, working stage and the reason for sending back; not the header.
void update_plan(Db& db, PlanRecord const& plan);

/// A line for a new area or activity, never given before in this plan.
int next_line(Db& db, Id<Plan> plan);

/// Adds a whole tree to the working copy, which is empty: lines are given, indicators become
/// records.
void insert_tree(Work& work, PlanRecord const& plan, PlanFacts const& facts);

void insert_area(Db& db, Id<Plan> plan, AreaFacts const& area, int no);
void update_area(Db& db, Id<Plan> plan, AreaFacts const& area);
void insert_activity(Db& db, Id<Plan> plan, int area, ActivityFacts const& activity, int no);
void update_activity(Db& db, Id<Plan> plan, ActivityFacts const& activity);
/// As a record, and in the working copy.
Id<Indicator> insert_indicator(Work& work, PlanRecord const& plan, int activity,
                               IndicatorFacts const& facts, int no);
/// In the working copy; and where the plan was never approved, as its record shows it.
void update_indicator(Work& work, PlanRecord const& plan, IndicatorFacts const& facts);

/// What stands in the working copy by a line, or an indicator.
enum class Part { area, activity, indicator };
/// Takes it out, with all that is in it. Indicators that were never approved are discarded.
void remove_part(Work& work, PlanRecord const& plan, Part part, std::int64_t key);
/// Swaps the places of two of the same kind.
void swap_parts(Db& db, Id<Plan> plan, Part part, std::int64_t one, std::int64_t other);

/// Copies every row of version `from` to `to`, in place of what was there.
void copy_version(Db& db, Id<Plan> plan, int from, int to);
void insert_version(Work& work, Id<Plan> plan, PlanVersion const& version);
/// After approval: every indicator's record as the approved version has it.
void show_approved(Work& work, PlanRecord const& plan);

/// Whether another indicator takes its progress from this one.
bool is_source(Db& db, Id<Indicator> indicator);

/// A number as a column holds it, and back.
std::string stored(Value value);
std::optional<std::string> stored(std::optional<Value> value);
std::optional<Value> value_in(Row const& row, int column);

} // namespace udb::plans
