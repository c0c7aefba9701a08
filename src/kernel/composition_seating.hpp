// Who takes which fixed seat: the choice that makes the verdict the best. For composition.cpp.
#pragma once

#include "kernel/composition_evidence.hpp"

#include <vector>

namespace udb {

/// What is recorded of one member, for every question that the tier's rules ask.
struct Weighed {
    int seat = 0;                ///< from 1
    std::vector<Evidence> fixed; ///< one for each fixed seat of the rules
    OtherOffice other_office = {Evidence::yes, false};
    std::vector<QuotaEvidence> quotas; ///< as a nominated member: no better than `other_office`
};

/// For each fixed seat the index of the member who takes it, or -1.
using Seating = std::vector<int>;

/// The nominated members of a seating, counted.
struct NominatedCount {
    int yes = 0;     ///< count toward both limits
    int perhaps = 0; ///< may count toward the lower limit; count toward the upper
    int no = 0;      ///< count toward the upper limit only
};

RuleState fixed_state(std::vector<Evidence> const& taken);
RuleState size_state(NominatedRule const& rule, NominatedCount const& count);
RuleState quota_state(Quota const& quota, int yes, int perhaps);

/// Among all ways to give the fixed seats to members (or to no one), one whose worst rule is best;
/// then with the fewest rules broken, the fewest that cannot be told, and the most fixed seats
/// taken. Exact; members alike in every answer are tried once, so that 5,000 seats are quick.
Seating best_seating(CompositionRules const& rules, std::vector<Weighed> const& members);

/// For rules that name every seat: as many seats taken as can be, and all of them for certain where
/// that can be. `fits[s][m]` is what is recorded of member `m` for seat `s`.
Seating named_seating(std::vector<std::vector<Evidence>> const& fits, std::size_t members);

} // namespace udb
