#include "bangla/calendar/date_tokens.hpp"

#include "bangla/text/code_points.hpp"

#include <utility>

namespace udb::bangla {
namespace {

/// The code point at `at` and its length; a byte that begins none stands for itself.
std::pair<char32_t, std::size_t> point_at(std::string_view text, std::size_t at) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const first = byte(at);
    std::size_t const length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 1 || at + length > text.size()) return {first < 0x80 ? first : 0xFFFD, 1};
    char32_t c = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        c = (c << 6) | (byte(at + i) & 0x3FU);
    return {c, length};
}

bool is_word(char32_t c) {
    return is_bangla_letter(c) || is_joiner(c) || (c >= U'a' && c <= U'z')
           || (c >= U'A' && c <= U'Z');
}

char sign_of(char32_t c) {
    switch (c) {
    case U'.':
    case 0xFF0E: return '.';
    case U',': return ',';
    case U':': return ':';
    case U'/': return '/';
    case U'(': return '(';
    case U')': return ')';
    case U'-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return '-';
    default: return 0;
    }
}

DateToken::Kind kind_of(char32_t c) {
    using enum DateToken::Kind;
    if (is_digit(c)) return number;
    if (is_word(c)) return word;
    if (c == U'\n' || c == U'\r') return line_end;
    if (c == U' ' || c == U'\t' || c == 0xA0) return space;
    return sign;
}

} // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
    std::vector<DateToken> out;
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, length] = point_at(text, at);
        auto const kind = kind_of(c);
        bool const grows = !out.empty() && out.back().kind == kind && kind != DateToken::Kind::sign
                           && kind != DateToken::Kind::line_end;
        if (!grows) out.push_back({.kind = kind, .begin = at, .end = at});
        auto& token = out.back();
        if (kind == DateToken::Kind::number) {
            auto const digit = static_cast<int>(is_bangla_digit(c) ? c - U'০' : c - U'0');
            if (++token.digits <= 4) token.value = token.value * 10 + digit;
        } else if (kind == DateToken::Kind::sign) {
            token.sign = sign_of(c);
        }
        at += length;
        token.end = at;
    }
    return out;
}

} // namespace udb::bangla
