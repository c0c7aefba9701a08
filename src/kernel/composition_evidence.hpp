// What is recorded of a seat, weighed against what a rule asks: yes, perhaps or no. For
// composition.cpp.
//
// Here `Seat::unit` is folded (bangla/text/search_key.hpp), as the units of the rules are.
#pragma once

#include "kernel/composition.hpp"

namespace udb {

/// Ordered, so that the better of two answers is the smaller.
enum class Evidence { yes, perhaps, no };

/// Does the seat's rank or one of its alternatives, its unit and its capacities answer the rule?
/// The seat's role is not looked at.
Evidence fits(Seat const& seat, SeatRule const& rule);

/// Does the seat have one of the quota's capacities?
struct QuotaEvidence {
    Evidence state = Evidence::no;
    bool by_unit = false; ///< read from the unit's name, for capacities are not recorded
};
QuotaEvidence fills(Seat const& seat, Quota const& quota);

/// Is the seat's officer from another office of the district or upazila?
struct OtherOffice {
    Evidence state = Evidence::no;
    bool inferred = false; ///< not recorded as such, but from the other capacities
};
OtherOffice from_other_office(Seat const& seat);

} // namespace udb
