// The closed lists of meetings: kinds, stages, who was there, what became of a decision.
#pragma once

#include "kernel/lifecycle.hpp"
#include "kernel/term.hpp"

#include <span>

namespace udb::meetings {

/// C23 §4(3) and L26 fn 3: the team's own meeting, and the office's monthly coordination meeting,
/// held by the head of office, to which it reports.
enum class MeetingKind { team, coordination, showcasing, review };

enum class Stage {
    called,    ///< its day is announced; it may still be moved
    held,      ///< it took place; attendance, minutes and decisions are being written
    minuted,   ///< the minutes are written to the end
    confirmed, ///< by a later meeting, with or without corrections
    called_off
};

enum class Move { move, call_off, hold, minute, confirm };

/// Every move is made by whoever may write there.
enum class Who { writer };

inline constexpr Lifecycle<Stage, Move, Who, 5> lifecycle{{{
    {Stage::called, Move::move, Stage::called, Who::writer},
    {Stage::called, Move::call_off, Stage::called_off, Who::writer},
    {Stage::called, Move::hold, Stage::held, Who::writer},
    {Stage::held, Move::minute, Stage::minuted, Who::writer},
    {Stage::minuted, Move::confirm, Stage::confirmed, Who::writer},
}}};
static_assert(lifecycle.sound<5>(Stage::called, {Stage::confirmed, Stage::called_off}));

/// How a post was represented. Nobody's rule asks for a quorum.
enum class Presence {
    present,
    online,
    substitute, ///< somebody else came in the holder's place
    leave,      ///< absent, with leave
    absent
};

enum class ItemKind {
    previous, ///< earlier decisions and how they stand; always the first
    matter,   ///< something open, as a module tells it
    own       ///< written by whoever calls the meeting
};

enum class DecisionState {
    open,
    done,
    dropped ///< a later meeting let it go
};

} // namespace udb::meetings

namespace udb {

template <>
std::span<Term<meetings::MeetingKind> const> terms<meetings::MeetingKind>();
template <>
std::span<Term<meetings::Stage> const> terms<meetings::Stage>();
template <>
std::span<Term<meetings::Presence> const> terms<meetings::Presence>();
template <>
std::span<Term<meetings::ItemKind> const> terms<meetings::ItemKind>();
template <>
std::span<Term<meetings::DecisionState> const> terms<meetings::DecisionState>();

} // namespace udb
