// The sentences of the composition check: who satisfies a rule, and what would mend it. For
// composition.cpp.
#pragma once

#include "kernel/composition.hpp"
#include "kernel/composition_seating.hpp"

namespace udb::says {

/// `২, ৩, ৫` and `2, 3, 5`; of more than twelve the first ten and the last.
BilingualText seat_list(std::vector<int> const& seats);

/// A sentence whose only gap is `{seats}`.
Message seats(std::string key, std::vector<int> const& numbers);

Message leader(SeatRule const& rule, RuleState state, int seat);
Message leader_missing(SeatRule const& rule);
Message leader_several(SeatRule const& rule, std::vector<int> const& numbers);
Message leader_role(SeatRule const& rule, Seat const& seat, int number);
Message formed_by(Authority due, std::optional<Authority> who);
/// `seat` is 0 where no one takes the fixed seat.
Message fixed(SeatRule const& rule, RuleState state, int seat);
Message size(NominatedRule const& rule, RuleState state, NominatedCount const& count,
             std::vector<int> const& could);
Message named_size(int due, int seats);
Message quota(Quota const& rule, RuleResult const& result);

} // namespace udb::says
