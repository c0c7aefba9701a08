// Code points and what the Bengali block says of them; shared by the sources of this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace udb::bangla {

/// The code point at byte `at`, which moves behind it; nothing for a byte that begins none.
std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at);

/// UTF-8 as code points; what is not well-formed becomes U+FFFD.
std::u32string decoded(std::string_view text);
std::string encoded(std::u32string_view text);
void append(std::string& out, char32_t c);

inline constexpr char32_t hosanta = 0x09CD;
inline constexpr char32_t nukta = 0x09BC;
inline constexpr char32_t chandrabindu = 0x0981;
inline constexpr char32_t visarga = 0x0983;
inline constexpr char32_t khanda_ta = 0x09CE;
inline constexpr char32_t danda = 0x0964;
inline constexpr char32_t zwnj = 0x200C;
inline constexpr char32_t zwj = 0x200D;

constexpr bool is_joiner(char32_t c) { return c == zwnj || c == zwj; }
constexpr bool is_bengali(char32_t c) { return c >= 0x0980 && c <= 0x09FF; }
constexpr bool is_consonant(char32_t c) {
    return (c >= U'ক' && c <= U'হ') || c == 0x09DC || c == 0x09DD || c == 0x09DF || c == 0x09F0
           || c == 0x09F1;
}
/// অ to ঔ.
constexpr bool is_vowel(char32_t c) { return c >= 0x0985 && c <= 0x0994; }
/// া to ৌ and ৗ: signs that need a consonant before them.
constexpr bool is_vowel_sign(char32_t c) {
    return (c >= 0x09BE && c <= 0x09CC) || c == 0x09D7 || c == 0x09E2 || c == 0x09E3;
}
/// What a Bangla word is made of: letters and signs, no digits.
constexpr bool is_bangla_letter(char32_t c) {
    return (c >= 0x0980 && c <= 0x09E3) || c == 0x09F0 || c == 0x09F1;
}
constexpr bool is_bangla_digit(char32_t c) { return c >= U'০' && c <= U'৯'; }
constexpr bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || is_bangla_digit(c); }
constexpr bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; }

} // namespace udb::bangla
