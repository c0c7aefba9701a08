// The stages of a paper, and who brings it from one to the next.
#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "kernel/lifecycle.hpp"
#include "kernel/policy.hpp"
#include "modules/papers/paper_terms.hpp"

#include <vector>

namespace udb::papers {

enum class Move { submit, send_back, approve, issue, supersede, cancel, discard };

/// `second` is one who neither drafted, submitted nor corrected the paper since it was begun:
/// nobody approves what is his own.
enum class Who { drafter, second, issuer };

inline constexpr Lifecycle<Stage, Move, Who, 9> lifecycle{{{
    {Stage::draft, Move::submit, Stage::submitted, Who::drafter},
    {Stage::submitted, Move::send_back, Stage::draft, Who::second},
    {Stage::submitted, Move::approve, Stage::approved, Who::second},
    {Stage::approved, Move::send_back, Stage::draft, Who::second},
    {Stage::approved, Move::issue, Stage::issued, Who::issuer},
    {Stage::issued, Move::supersede, Stage::superseded, Who::issuer},
    {Stage::issued, Move::cancel, Stage::cancelled, Who::issuer},
    {Stage::draft, Move::discard, Stage::discarded, Who::drafter},
    {Stage::approved, Move::discard, Stage::discarded, Who::issuer},
}}};
static_assert(lifecycle.sound<7>(Stage::draft,
                                 {Stage::superseded, Stage::cancelled, Stage::discarded}));

/// What the policy must permit for a move.
Act act_for(Move move);

/// Who has had a hand in the paper.
struct Hands {
    Id<Account> drafter = {};
    Id<Account> submitter = {};            ///< the last one
    std::vector<Id<Account>> editors = {}; ///< all who drafted, submitted or corrected it

    /// Whether the paper is this account's own work, in whole or in part.
    bool own(Id<Account> account) const;
};

/// The stage after `move` by `actor`. Refused: `papers.move_not_now` {stage} where the table has no
/// such step, `papers.second_person` where one of the editors would approve it.
Result<Stage> moved(Stage from, Move move, Id<Account> actor, Hands const& hands);

} // namespace udb::papers
