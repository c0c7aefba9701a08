// Whether an indicator is behind: what the year up to now should have brought, and did not.
#pragma once

#include "base/message.hpp"
#include "modules/plans/plan.hpp"

#include <optional>

namespace udb::plans {

/// Why the indicator is behind on `today`, as `plan_score.behind_…` of the words; nothing where it
/// is not, where it has no target, and before the fiscal year's first quarter is over. Judged at
/// the end of the last quarter that is over:
/// - a day (the 60 % band at the latest, or the worst that is filled) passed without being told;
/// - nothing told of the last quarter that is over, where it is counted by quarters and the full
///   target is not reached;
/// - a sum or cumulative total below the same share of the target as of the year that is over
///   (three quarters of four), or above the target where lower is better; an average or latest
///   state worse than the lowest filled band.
std::optional<Message> behind(IndicatorFacts const& indicator, int fiscal_year, Date today);

} // namespace udb::plans
