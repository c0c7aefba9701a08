// What the verbs of plans share.
#pragma once

#include "modules/plans/plans.hpp"

namespace udb::plans {

/// The plan as it is now, in the version that was read, whose year is not closed.
Result<PlanRecord> read_plan(Work& work, Header const& read, Act act);
/// The same, of which the working copy is being drafted, by whoever may write.
Result<PlanRecord> drafted(Work& work, Header const& read);

/// What every event of a plan tells before the rest: its fiscal year (`2026-27`), and what
/// plans of its form are for.
Details about(PlanRecord const& plan, Details more);

} // namespace udb::plans
