// What changed between two compositions of a team, seat by seat: what a re-forming order says.
#pragma once

#include "modules/teams/team.hpp"

namespace udb::teams {

/// A seat that is not as it was. Without `before` it was added, without `after` removed; else what
/// differs is marked.
struct SeatDifference {
    std::optional<TeamSeat> before = {};
    std::optional<TeamSeat> after = {};
    bool role = false;   ///< member became member-secretary
    bool post = false;   ///< it names other posts, another officer, or another text
    bool sitter = false; ///< somebody else sits there (or nobody)

    bool added() const { return !before; }
    bool removed() const { return !after; }
};

/// Seats go together by their line, then by a post they share, by the nominated officer, and by
/// equal text (spelling folded); each at most once. Unchanged seats and mere renumbering are left
/// out. In the order of `after`; removed ones last, in their old order.
std::vector<SeatDifference> difference(std::span<TeamSeat const> before,
                                       std::span<TeamSeat const> after);

} // namespace udb::teams
