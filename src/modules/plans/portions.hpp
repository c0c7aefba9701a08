// A long plan in portions that a page and a form can hold: whole areas together while they are
// short, a long area by itself and cut.
#pragma once

#include "modules/plans/scoring.hpp"

#include <vector>

namespace udb::plans {

inline constexpr std::size_t portion_indicators_most = 100;

/// An indicator where it stands in its plan.
struct Placed {
    Place place = {};
    AreaFacts const* area = nullptr;
    ActivityFacts const* activity = nullptr;
    IndicatorFacts const* indicator = nullptr;
};
/// Every indicator in the order of the plan; `plan` must outlive it.
std::vector<Placed> placed(PlanFacts const& plan);
std::vector<Placed> placed(PlanFacts&& plan) = delete;

/// Indicators `first` up to `last` (without it) of `placed`.
struct Portion {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(Portion const&) const = default;
};
/// One at least, empty where the plan has no indicator; none but that one is empty.
std::vector<Portion> portions(PlanFacts const& plan, std::size_t most = portion_indicators_most);

} // namespace udb::plans
