// A number with at most four decimals, exact: weights, targets and achievements are compared and
// divided as they are written, never as binary fractions.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace udb {

struct Decimal {
    static constexpr std::int64_t one = 10'000;
    /// No larger amount is read: sums and products of a few stay within 128 bits.
    static constexpr std::int64_t most = 1'000'000'000'000 * one;

    std::int64_t units = 0; ///< ten-thousandths

    static constexpr Decimal whole(std::int64_t value) { return {value * one}; }
    auto operator<=>(Decimal const&) const = default;
};

/// Reads `29.95`, `-3`, `1,20,000.5` in Bangla or English digits; nothing where it is no such
/// number, has more than four decimals, or is beyond `most`.
std::optional<Decimal> parse_decimal(std::string_view text);

/// In ASCII digits without grouping, with as many decimals as it has: `29.95`, `30`.
std::string to_string(Decimal value);
/// With exactly `decimals` (0 to 4), rounded half away from zero: `5.64`.
std::string to_string(Decimal value, int decimals);

} // namespace udb
