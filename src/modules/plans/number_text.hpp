// Numbers as programs write them (JSON, spreadsheets): with exponents, and with the long tails that
// binary fractions leave.
#pragma once

#include "base/decimal.hpp"

#include <optional>
#include <string_view>

namespace udb::plans {

struct NumberRead {
    Decimal value = {};
    /// Fewer decimals than were written, by more than a binary fraction's tail (10^-9).
    bool rounded = false;
};

/// Reads `29.97`, `2.997E+1`, `29.949999999999999` (29.95); ASCII digits without grouping. Rounded
/// to four decimals, half away from zero. Nothing where it is no number or beyond Decimal::most.
std::optional<NumberRead> read_number_text(std::string_view text);

} // namespace udb::plans
