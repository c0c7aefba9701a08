// What the verbs of plans share.
#pragma once

#include "modules/plans/plans.hpp"

namespace udb::plans {

/// The plan as it is now, in the version that was read, whose year is not closed.
Result<PlanRecord> read_plan(Work& work, Header const& read, Act act);
/// The same, of which the working copy is being drafted, by whoever may write.
Result<PlanRecord> drafted(Work& work, Header const& read);

/// The fiscal year as events tell it: `2026-27`.
std::string year_of(PlanRecord const& plan);

} // namespace udb::plans
