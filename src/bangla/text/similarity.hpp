// How much two words look alike, letter by letter as a reader sees them: for guessing what a
// scanner misread.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace udb::bangla {

/// Letters to change, add or drop to make `a` into `b`. Of texts longer than 512 letters the rest
/// after that counts as changed when it differs, so that the work stays bounded.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// 1 when equal, 0 when no letter agrees: 1 − distance ÷ the longer length. Two empty texts are
/// equal.
double similarity(std::string_view a, std::string_view b);

struct Nearest {
    std::size_t index = 0; ///< of the candidate
    double similarity = 0;
    double runner_up = 0; ///< of the second best candidate; 0 if there is none
};

/// The candidate most like `word`; nothing if there is no candidate.
std::optional<Nearest> nearest(std::string_view word, std::span<std::string_view const> candidates);

} // namespace udb::bangla
