#include "modules/plans/portions.hpp"

#include <algorithm>

namespace udb::plans {

std::vector<Placed> placed(PlanFacts const& plan) {
    std::vector<Placed> all;
    for (std::size_t a = 0; a < plan.areas.size(); ++a)
        for (std::size_t b = 0; b < plan.areas[a].activities.size(); ++b) {
            auto const& activity = plan.areas[a].activities[b];
            for (std::size_t c = 0; c < activity.indicators.size(); ++c)
                all.push_back({.place = {a + 1, b + 1, c + 1},
                               .area = &plan.areas[a],
                               .activity = &activity,
                               .indicator = &activity.indicators[c]});
        }
    return all;
}

std::vector<Portion> portions(PlanFacts const& plan, std::size_t most) {
    std::vector<Portion> all;
    Portion open;
    auto const close = [&] {
        if (open.last > open.first) all.push_back(open);
        open.first = open.last;
    };
    for (auto const& area : plan.areas) {
        std::size_t count = 0;
        for (auto const& activity : area.activities)
            count += activity.indicators.size();
        if (open.last - open.first + count > most) close();
        while (count > most) {
            open.last += most;
            count -= most;
            close();
        }
        open.last += count;
    }
    close();
    if (all.empty()) all.push_back({});
    return all;
}

} // namespace udb::plans
