// A new year's plan from last year's: what was achieved becomes the year before.
#pragma once

#include "modules/plans/plan.hpp"

namespace udb::plans {

/// The same tree for `fiscal_year`: the year's achievement of each indicator in `last`, what was
/// there in `before_last`; days of targets a year on for each year between. Nothing is told yet,
/// nothing is numbered, and no progress is taken from an indicator of a year that is over.
PlanFacts carried_over(PlanFacts former, int fiscal_year);

} // namespace udb::plans
