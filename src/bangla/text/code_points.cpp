#include "bangla/text/code_points.hpp"

#include <cstdint>
#include <unicode/utf8.h>

namespace udb::bangla {

// U8_NEXT is a macro of many branches, checked by ICU's own tests.
// NOLINTBEGIN(bugprone-inc-dec-in-conditions, readability-function-size)
std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at) {
    auto const* const bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0) return {};
    return static_cast<char32_t>(c);
}
// NOLINTEND(bugprone-inc-dec-in-conditions, readability-function-size)

std::u32string decoded(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 2 + 1);
    for (std::size_t at = 0; at < text.size();)
        out += next_code_point(text, at).value_or(0xFFFD);
    return out;
}

void append(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::string encoded(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (char32_t const c : text)
        append(out, c);
    return out;
}

} // namespace udb::bangla
