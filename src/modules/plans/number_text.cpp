#include "modules/plans/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace udb::plans {
namespace {

constexpr long decimals_max = 4;
constexpr long tail_decimals = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `0.` and `digits`, times ten to the `point`.
struct Plain {
    bool negative = false;
    std::string digits;
    long point = 0;
};

std::optional<long> exponent_of(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    long exponent = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (failed == std::errc::invalid_argument || end != text.data() + text.size()) return {};
    constexpr long most = 1000;
    if (failed != std::errc{}) exponent = text.starts_with('-') ? -most : most;
    return std::clamp(exponent, -most, most);
}

std::optional<Plain> plain(std::string_view text) {
    Plain out;
    if (text.starts_with('-')) {
        out.negative = true;
        text.remove_prefix(1);
    }
    auto const e = std::min(text.find_first_of("eE"), text.size());
    auto const exponent = e == text.size() ? 0L : exponent_of(text.substr(e + 1));
    auto const mantissa = text.substr(0, e);
    auto const point = std::min(mantissa.find('.'), mantissa.size());
    out.digits = std::string(mantissa.substr(0, point));
    if (out.digits.empty() || point + 1 == mantissa.size() || !exponent) return {};
    if (point < mantissa.size()) out.digits += mantissa.substr(point + 1);
    if (!std::ranges::all_of(out.digits, is_digit)) return {};
    out.point = static_cast<long>(point) + *exponent;
    auto const zeros = std::min(out.digits.find_first_not_of('0'), out.digits.size());
    out.digits.erase(0, zeros);
    out.point -= static_cast<long>(zeros);
    return out;
}

/// The digit that stands so many places behind the point; before it where `place` is below 1.
int digit_at(Plain const& number, long place) {
    auto const at = number.point + place - 1;
    if (at < 0 || at >= static_cast<long>(number.digits.size())) return 0;
    return number.digits[static_cast<std::size_t>(at)] - '0';
}

/// Whether what follows the fourth decimal is less than a tail from nothing or from a whole step.
bool only_tail(Plain const& number) {
    bool all_zero = true, all_nine = true;
    for (long place = decimals_max + 1; place <= tail_decimals; ++place) {
        all_zero = all_zero && digit_at(number, place) == 0;
        all_nine = all_nine && digit_at(number, place) == 9;
    }
    return all_zero || all_nine;
}

} // namespace

std::optional<NumberRead> read_number_text(std::string_view text) {
    auto const number = plain(text);
    if (!number) return {};
    constexpr long whole_digits_max = 13; // of Decimal::most
    if (number->digits.empty()) return NumberRead{};
    if (number->point > whole_digits_max) return {};
    std::int64_t units = 0;
    for (long place = 1 - std::max(number->point, 0L); place <= decimals_max; ++place)
        units = units * 10 + digit_at(*number, place);
    if (digit_at(*number, decimals_max + 1) >= 5) ++units;
    if (units > Decimal::most) return {};
    return NumberRead{{number->negative ? -units : units}, !only_tail(*number)};
}

} // namespace udb::plans
