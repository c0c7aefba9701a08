// When somebody hears of his duties by mail.
#pragma once

#include "base/date.hpp"
#include "kernel/term.hpp"

#include <optional>

namespace udb {

namespace duties {

enum class Often { weekly, never };

/// The day on which the week begins (Sunday, the first on which offices are open).
Date week_of(Date day);

/// Once a week, on its first day or as soon after it as the program runs; from 7 in the morning in
/// Bangladesh. `last` is the day on which it was looked at last, whether a letter went or not.
bool is_letter_due(Often often, std::optional<Date> last, Instant now);

} // namespace duties

template <>
std::span<Term<duties::Often> const> terms<duties::Often>();

} // namespace udb
