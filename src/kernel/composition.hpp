// The composition check: a team's seats against a mandate's rules, each rule answered with its
// reason.
#pragma once

#include "base/message.hpp"
#include "base/result.hpp"
#include "kernel/mandate.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace udb {

/// A seat as the check sees it. Numbers count from 1, in the order of the list.
struct Seat {
    SeatRole role = SeatRole::member;
    /// The seat's rank, or the alternatives that it names ("joint or deputy secretary"); empty: not
    /// recorded.
    std::vector<Rank> ranks = {};
    std::string unit = {}; ///< wing, branch, section or cell; empty: not recorded
    std::string post = {}; ///< as the order writes it; only shown
    /// Empty optional: not recorded, so that it may be anything. An empty set: recorded as none.
    std::optional<std::set<Capacity>> capacities = {};
};

struct Composition {
    std::optional<Authority> formed_by = {}; ///< empty: not recorded
    std::vector<Seat> seats = {};
};

/// The answer to a rule. Ordered from best to worst.
enum class RuleState { met, cannot_tell, not_met };

template <>
std::span<Term<RuleState> const> terms<RuleState>();

struct RuleResult {
    std::string id; ///< leader, formed_by, fixed, size, quota.ict, …
    std::string paragraph;
    RuleState state = RuleState::met;
    std::vector<int> by;       ///< seats, from 1, that satisfy the rule for certain
    std::vector<int> could;    ///< seats that may: what is recorded of them does not tell
    std::vector<Message> says; ///< who satisfies it, what would mend it, then notes
};

struct Verdict {
    std::string mandate; ///< id
    Tier tier = Tier::ministry;
    std::string digest;               ///< of the rules that were applied (CompositionRules::digest)
    RuleState state = RuleState::met; ///< the worst of the rules
    std::vector<RuleResult> rules;
};

/// Checks a team of any size; refuses only a mandate that has no rules for the tier
/// (`composition.no_rules`, `composition.number_only`). It judges and never blocks: what to do with
/// a rule that is not met is the office's to decide.
///
/// How seats are counted (C23 §2):
/// - A member-secretary is a member: C23 does not know the role, so it is counted among the members
///   and said as a note.
/// - Quotas are counted among the nominated members, for the paragraph puts them in the brackets of
///   "nominated officers 3-5" and "5-7"; the leader and the fixed seats do not fill them.
/// - One person may fill two quotas: nothing in §2 forbids it.
/// - Who takes a fixed seat and who counts as nominated is chosen so that the verdict is the best
///   that the seats allow.
/// - From the district's or upazila's other offices is who is recorded so, a teacher, or who has a
///   data or skills capacity and no post of the commissioner's or the UNO's own office (noted).
///   Every member beyond the fixed seats counts against the upper limit.
/// - What is not recorded may be so: the rule then cannot be told, unless a recorded rank excludes
/// it.
///   An empty list of capacities says that there are none.
/// - A unit named ICT or planning shows the capacity only where capacities are not recorded.
Result<Verdict> check(Composition const& team, Mandate const& mandate, Tier tier);

} // namespace udb
