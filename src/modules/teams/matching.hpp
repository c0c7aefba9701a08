// The seats that an order writes, matched to the posts of an office by rank and unit.
#pragma once

#include "modules/teams/team.hpp"

#include <span>
#include <string>
#include <vector>

namespace udb::teams {

/// A seat as the order reader gives it.
struct WrittenSeat {
    std::vector<std::string> posts = {}; ///< alternatives: "যুগ্মসচিব", "উপসচিব"
    std::string unit = {};               ///< "বাজেট অধিশাখা"; may be empty
    std::string role = {};               ///< id of a SeatRole; empty or unknown: member
};

struct MatchedSeat {
    /// Role, texts as written, and the posts that were found; number from 1. No posts: none fits.
    TeamSeat seat = {};
    /// Posts of that rank whose unit is not the written one, the most similar first; at most five.
    /// Only where nothing was found.
    std::vector<SeatPost> near = {};
    /// Alternatives for which the office has no post, as written, where another was found.
    std::vector<std::string> missing = {};
};

/// A post fits when the title names its rank, or is its title with the spelling folded, and the
/// unit is the same: "প্রশাসন" is প্রশাসন অনুবিভাগ and প্রশাসন অধিশাখা, where only one of the two
/// has that rank; two named kinds must agree. A small slip of spelling is forgiven. Where several
/// posts fit equally none is taken: the reader chooses.
std::vector<MatchedSeat> matched(std::span<WrittenSeat const> seats,
                                 std::span<SeatPost const> posts);

} // namespace udb::teams
