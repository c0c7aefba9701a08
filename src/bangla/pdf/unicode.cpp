// Cleans text and writes XML, text strings, numbers and hexadecimal digits.
#include "bangla/pdf/unicode.hpp"

#include <charconv>
#include <cmath>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace udb::bangla::pdf {
namespace {

/// Embeddings, overrides and isolates turn the order in which a text is read, unseen; a paper that
/// is copied from must not be able to hold them.
bool turns_direction(UChar32 c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_line_end(UChar32 c) {
    return c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_dropped(UChar32 c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || turns_direction(c);
}

void append(std::u16string& out, UChar32 c) {
    if (U_IS_BMP(c)) {
        out += static_cast<char16_t>(c);
    } else {
        out += static_cast<char16_t>(U16_LEAD(c));
        out += static_cast<char16_t>(U16_TRAIL(c));
    }
}

UChar32 next_or_fffd(std::string_view utf8, std::size_t& at) {
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(utf8.data());
    UChar32 c = 0;
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): ICU's macro steps where it looks.
    U8_NEXT_OR_FFFD(bytes, at, utf8.size(), c);
    return c;
}

} // namespace

std::u16string clean(std::string_view utf8) {
    std::u16string out;
    out.reserve(utf8.size() / 2);
    for (std::size_t i = 0; i < utf8.size();) {
        auto const c = next_or_fffd(utf8, i);
        if (c == '\r') {
            if (i >= utf8.size() || utf8[i] != '\n') out += u'\n';
        } else if (is_line_end(c)) {
            out += u'\n';
        } else if (c == '\t') {
            out += u' ';
        } else if (!is_dropped(c)) {
            append(out, U_IS_UNICODE_NONCHAR(c) ? 0xFFFD : c);
        }
    }
    return out;
}

std::string xml_text(std::string_view utf8) {
    auto const kept = clean(utf8);
    std::string plain;
    icu::UnicodeString(false, kept.data(), static_cast<int>(kept.size())).toUTF8String(plain);
    std::string out;
    for (auto const c : plain) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string text_bytes(std::u16string_view text) {
    std::string out = "\xFE\xFF";
    out.reserve(2 + 2 * text.size());
    for (auto const unit : text) {
        out += static_cast<char>(unit >> 8);
        out += static_cast<char>(unit & 0xFF);
    }
    return out;
}

void append_text_string(std::string& out, std::u16string_view text) {
    auto const put = [&out](unsigned byte) {
        if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
        if (byte == '\r')
            out += "\\r";
        else
            out += static_cast<char>(byte);
    };
    out += "(\xFE\xFF";
    for (auto const unit : text) {
        put(static_cast<unsigned>(unit) >> 8);
        put(static_cast<unsigned>(unit) & 0xFF);
    }
    out += ')';
}

void append_number(std::string& out, double number) {
    auto thousandths = std::llround(number * 1000);
    if (thousandths < 0) {
        out += '-';
        thousandths = -thousandths;
    }
    char digits[24];
    auto const [end, error] = std::to_chars(digits, digits + sizeof digits, thousandths / 1000);
    out.append(digits, error == std::errc{} ? end : digits);
    auto const rest = static_cast<int>(thousandths % 1000);
    if (rest == 0) return;
    out += '.';
    out += static_cast<char>('0' + rest / 100);
    if (rest % 100 != 0) out += static_cast<char>('0' + rest / 10 % 10);
    if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void append_hex(std::string& out, unsigned value) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (auto shift = 12; shift >= 0; shift -= 4)
        out += digits[value >> shift & 0xF];
}

} // namespace udb::bangla::pdf
