#include "modules/teams/nomination.hpp"

#include <algorithm>
#include <tuple>

namespace udb::teams {
namespace {

/// How far up the recorded qualities bring: none recorded is unknown, and stands above "has none".
int standing(Nominee const& n) {
    if (!n.qualities) return 1;
    return n.qualities->empty() ? 0 : static_cast<int>(n.qualities->size()) + 1;
}

} // namespace

Fit fit_of(Nominee const& n, SeatAsks const& asks) {
    if (asks.nothing() || std::ranges::find(asks.ranks, n.rank) != asks.ranks.end())
        return Fit::fits;
    if (asks.capacities.empty()) return Fit::other;
    if (!n.capacities) return Fit::cannot_tell;
    auto const asked = [&](Capacity c) {
        return std::ranges::find(asks.capacities, c) != asks.capacities.end();
    };
    return std::ranges::any_of(*n.capacities, asked) ? Fit::fits : Fit::other;
}

std::vector<Nominee> ranked(std::vector<Nominee> nominees, SeatAsks const& asks) {
    auto const place = [&](Nominee const& n) {
        return std::tuple{fit_of(n, asks), -standing(n), n.teams.size(),
                          std::string_view(n.sort_key), n.id};
    };
    std::ranges::sort(nominees, {}, place);
    return nominees;
}

} // namespace udb::teams
