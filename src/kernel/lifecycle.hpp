// A lifecycle is a table of permitted moves, checked while compiling.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>

namespace udb {

/// In stage `from`, whoever `who` is may make `move`, and the record is then in stage `to`.
template <class Stage, class Move, class Who>
struct Step {
    Stage from;
    Move move;
    Stage to;
    Who who;
};

template <class Stage, class Move, class Who, std::size_t n>
struct Lifecycle {
    std::array<Step<Stage, Move, Who>, n> steps;

    /// The step that `move` makes from `from`; nothing where the table does not permit it.
    constexpr std::optional<Step<Stage, Move, Who>> find(Stage from, Move move) const {
        for (auto const& step : steps)
            if (step.from == from && step.move == move) return step;
        return {};
    }

    /// Of `count` stages that count from zero: every one can be reached from `start`, every one but
    /// the `ends` can be left, no end can, and no move leads from one stage to two.
    template <std::size_t count>
    constexpr bool sound(Stage start, std::initializer_list<Stage> ends) const {
        std::array<bool, count> reached{};
        reached[static_cast<std::size_t>(start)] = true;
        for (std::size_t round = 0; round < count; ++round)
            for (auto const& s : steps)
                if (reached[static_cast<std::size_t>(s.from)])
                    reached[static_cast<std::size_t>(s.to)] = true;
        for (std::size_t i = 0; i < count; ++i) {
            bool is_end = false;
            for (auto const end : ends)
                is_end |= static_cast<Stage>(i) == end;
            bool leaves = false;
            for (auto const& s : steps)
                leaves |= s.from == static_cast<Stage>(i);
            if (!reached[i] || leaves == is_end) return false;
        }
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (steps[i].from == steps[j].from && steps[i].move == steps[j].move) return false;
        return true;
    }
};

} // namespace udb
