#include "web/http/range.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace udb::web {
namespace {

constexpr std::string_view unit = "bytes=";

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    auto const* const end = digits.data() + digits.size();
    auto const [at, failed] = std::from_chars(digits.data(), end, value);
    if (failed != std::errc{} || at != end) return {};
    return value;
}

} // namespace

AskedRange parse_range(std::string_view header, std::uint64_t size) {
    AskedRange const whole{.size = size};
    AskedRange const nowhere{.kind = AskedRange::Kind::nowhere};
    if (!header.starts_with(unit)) return whole;
    header.remove_prefix(unit.size());
    auto const dash = header.find('-');
    if (dash == header.npos) return whole;
    auto const first = number(header.substr(0, dash));
    auto const last = number(header.substr(dash + 1));
    if (dash == 0) { // `-500`: the last so many
        if (!last) return whole;
        auto const count = std::min(*last, size);
        if (count == 0) return nowhere;
        return {.kind = AskedRange::Kind::part, .from = size - count, .size = count};
    }
    bool const open = dash + 1 == header.size();
    if (!first || (!last && !open) || (last && *last < *first)) return whole;
    if (*first >= size) return nowhere;
    auto const end = last ? std::min(*last, size - 1) : size - 1;
    return {.kind = AskedRange::Kind::part, .from = *first, .size = end - *first + 1};
}

} // namespace udb::web
