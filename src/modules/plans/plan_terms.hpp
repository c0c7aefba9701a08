// The closed lists of plans: units, ways of counting, rules of scoring, stages.
#pragma once

#include "kernel/term.hpp"

#include <span>

namespace udb::plans {

/// What an indicator is measured in. The plan's own word for it ("লক্ষ টাকা", "কিঃমিঃ") is kept
/// beside.
enum class Unit { number, percent, date, amount };

/// Whether a higher (later) value is better or worse. Of dates the earlier is better: `lower`.
enum class Better { higher, lower };

/// How what is achieved below the full target is valued.
enum class ScoreRule {
    interpolate,    ///< straight line between the bands that are filled; below the lowest, nothing
    step,           ///< the highest band reached; below the lowest, nothing
    all_or_nothing, ///< the 100 % target or nothing
    proportional,   ///< achieved by target, at most all
};

/// গণনা পদ্ধতি: how four quarters make the half-year and the year.
enum class Count {
    sum,        ///< সমষ্টি
    average,    ///< গড়: of the quarters that have a value
    cumulative, ///< ক্রমপুঞ্জীভূত: each quarter tells the total so far
    last,       ///< সর্বশেষ: the state at the last quarter told
    date,       ///< তারিখ: the day on which it was done
};

/// A plan is approved only by a recorded decision (C23 §4(2), L26 §2(2)).
enum class Stage { draft, submitted, approved, closed };

/// What is reported on and submitted in a fiscal year.
enum class Period { q1, q2, half, q3, q4, year };

/// Who assesses: the office itself, then the office above it.
enum class Assessor { self, higher };

/// An indicator as a record: of a plan not yet approved, of an approved one, taken out of an
/// approved one by an amendment, taken out before it was ever approved.
enum class IndicatorStage { draft, approved, removed, discarded };

} // namespace udb::plans

namespace udb {

template <>
std::span<Term<plans::Unit> const> terms<plans::Unit>();
template <>
std::span<Term<plans::Better> const> terms<plans::Better>();
template <>
std::span<Term<plans::ScoreRule> const> terms<plans::ScoreRule>();
template <>
std::span<Term<plans::Count> const> terms<plans::Count>();
template <>
std::span<Term<plans::Stage> const> terms<plans::Stage>();
template <>
std::span<Term<plans::Period> const> terms<plans::Period>();
template <>
std::span<Term<plans::Assessor> const> terms<plans::Assessor>();
template <>
std::span<Term<plans::IndicatorStage> const> terms<plans::IndicatorStage>();

} // namespace udb
