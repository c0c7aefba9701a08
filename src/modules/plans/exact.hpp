// Exact shares: a fraction of whole numbers, rounded only when it is asked to be.
#pragma once

#include "base/decimal.hpp"

namespace udb::plans {

__extension__ typedef __int128 Wide;

/// `over` is above zero. Both stay below 10^20 for values within Decimal::most.
struct Share {
    Wide part = 0;
    Wide over = 1;
};

/// `above` by `below`, half away from zero.
constexpr std::int64_t nearest(Wide above, Wide below) {
    bool const negative = above < 0;
    auto const whole = (2 * (negative ? -above : above) + below) / (2 * below);
    return static_cast<std::int64_t>(negative ? -whole : whole);
}

/// To four decimals.
constexpr Decimal rounded(Share share) { return {nearest(share.part * Decimal::one, share.over)}; }

/// So many per cent of `weight`, to four decimals.
constexpr Decimal part_of(Decimal weight, Share percent) {
    return {nearest(percent.part * weight.units, percent.over * 100)};
}

} // namespace udb::plans
