// Help in naming members: officers in the order in which the mandate's own considerations put them.
#pragma once

#include "kernel/mandate.hpp"
#include "modules/people/officer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb::teams {

/// What the seat asks for; empty: any rank, any capacity.
struct SeatAsks {
    std::vector<Rank> ranks = {};
    std::vector<Capacity> capacities = {};

    bool nothing() const { return ranks.empty() && capacities.empty(); }
};

/// An officer who could be named.
struct Nominee {
    Id<Officer> id = {};
    BilingualText name = {};
    BilingualText post = {}; ///< the post held, with its office
    Rank rank = Rank::other;
    std::optional<std::vector<Capacity>> capacities = {}; ///< of the post; empty: not recorded
    /// C23 §3, (ক)–(চ). Empty: not recorded, which is no "no".
    std::optional<std::vector<Quality>> qualities = {};
    std::vector<BilingualText> teams = {}; ///< where the officer sits already
    std::string sort_key = {};             ///< of the Bangla name
};

/// Whether the post held is one that the seat asks for.
enum class Fit { fits, cannot_tell, other };
Fit fit_of(Nominee const& nominee, SeatAsks const& asks);

/// Who holds a fitting post comes first, then where that cannot be told; among them who has more of
/// the six qualities recorded (C23 §3 "বিবেচনা করা যাইতে পারে": considered, never required). Who
/// has none recorded stands before whom the record says to have none. Then who sits in fewer teams,
/// and the Bangla order of names.
std::vector<Nominee> ranked(std::vector<Nominee> nominees, SeatAsks const& asks);

} // namespace udb::teams
