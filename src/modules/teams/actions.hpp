// The verbs of teams: begin, change and discard a draft, record an exception. Putting in force is
// in the public face.
#pragma once

#include "modules/mandates/mandates.hpp"
#include "modules/teams/matching.hpp"
#include "modules/teams/store.hpp"

namespace udb::teams {

/// How a team begins, or a new composition of one.
struct Beginning {
    Id<Office> office = {};
    std::string mandate = {}; ///< needed: one that the office may stand under
    std::optional<Authority> formed_by = {};
    Id<mandates::Order> order = {}; ///< take the seats from this accepted order; zero: none
};

/// A draft for the office's team, the team itself when there is none. Errors: invalid at `office`
/// (unknown, or at no tier), `mandate`, `order`; refused `teams.draft_there`,
/// `teams.too_many_seats`.
Result<Id<Team>> begin(Work& work, Beginning const& beginning);

/// A draft with the seats of the composition in force, each in its line.
Done begin_again(Work& work, Id<Team> team);

/// A seat of the draft as a form describes it. `seat.id` zero adds one at the end, or at `seat.no`.
/// Needs a post, an officer or a text.
Result<Id<TeamSeat>> save_seat(Work& work, CompositionRecord const& read, TeamSeat seat);
Done remove_seat(Work& work, CompositionRecord const& read, Id<TeamSeat> seat);

/// Makes the post that a seat's text names, in the team's office, and puts it into the seat.
Done make_post(Work& work, CompositionRecord const& read, Id<TeamSeat> seat);

/// Mandate, who forms it, and the note of the draft.
Done correct_draft(Work& work, CompositionRecord const& read, CompositionRecord const& after);
Done discard_draft(Work& work, CompositionRecord const& read);

struct NewException {
    Id<Team> team = {};
    std::string mandate = {};
    std::string rule = {}; ///< id of a rule that is not met, or cannot be told
    std::string reason = {};
};
/// Errors: invalid at `rule` (no such rule, or met) and `reason` (empty, too long).
Done except_rule(Work& work, NewException const& exception);

/// The seats that an accepted order writes, matched to the posts of the office.
std::vector<MatchedSeat> seats_of_order(Db& db, mandates::Order const& order, Id<Office> office,
                                        Date today);

} // namespace udb::teams
