#include "base/decimal.hpp"

namespace udb {
namespace {

constexpr int decimals_max = 4;

/// Takes one digit of either script from the front of `text`, or nothing.
std::optional<int> take_digit(std::string_view& text) {
    if (text.empty()) return {};
    if (text[0] >= '0' && text[0] <= '9') {
        int const digit = text[0] - '0';
        text.remove_prefix(1);
        return digit;
    }
    // ০ to ৯ are U+09E6 to U+09EF: E0 A7 A6 to E0 A7 AF.
    if (text.size() < 3 || text[0] != '\xE0' || text[1] != '\xA7') return {};
    auto const last = static_cast<unsigned char>(text[2]);
    if (last < 0xA6 || last > 0xAF) return {};
    text.remove_prefix(3);
    return last - 0xA6;
}

bool take(std::string_view& text, std::string_view sign) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(sign.size());
    return true;
}

/// `1,20,000`: commas stand between digits only.
std::optional<std::int64_t> take_whole(std::string_view& text) {
    auto digit = take_digit(text);
    if (!digit) return {};
    std::int64_t number = 0;
    while (digit) {
        number = number * 10 + *digit;
        if (number > Decimal::most / Decimal::one) return {};
        auto ahead = text;
        bool const comma = take(ahead, ",");
        digit = take_digit(ahead);
        if (comma && !digit) return {};
        if (digit) text = ahead;
    }
    return number;
}

std::string digits_of(std::int64_t part, int decimals) {
    auto out = std::to_string(part);
    return std::string(static_cast<std::size_t>(decimals) - out.size(), '0') + out;
}

} // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    bool const negative = take(text, "-") || take(text, "−");
    auto const whole = take_whole(text);
    if (!whole) return {};
    std::int64_t part = 0;
    if (take(text, ".")) {
        auto place = Decimal::one;
        auto digit = take_digit(text);
        if (!digit) return {};
        for (; digit; digit = take_digit(text)) {
            if (place == 1 && *digit != 0) return {};
            if (place > 1)
                place /= 10;
            else
                continue;
            part += *digit * place;
        }
    }
    auto const units = *whole * Decimal::one + part;
    if (!text.empty() || units > Decimal::most) return {};
    return Decimal{negative ? -units : units};
}

std::string to_string(Decimal value) {
    auto out = to_string(value, decimals_max);
    while (out.back() == '0')
        out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string to_string(Decimal value, int decimals) {
    std::int64_t step = 1;
    for (int i = decimals; i < decimals_max; ++i)
        step *= 10;
    bool const negative = value.units < 0;
    auto const size = static_cast<std::uint64_t>(negative ? -value.units : value.units);
    auto const shown = static_cast<std::int64_t>((size + static_cast<std::uint64_t>(step) / 2)
                                                 / static_cast<std::uint64_t>(step));
    auto const scale = Decimal::one / step;
    auto out = std::to_string(shown / scale);
    if (decimals > 0) out += "." + digits_of(shown % scale, decimals);
    return negative && shown != 0 ? "-" + out : out;
}

} // namespace udb
