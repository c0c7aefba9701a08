// Bytes are told apart by signatures first, then by what share of them could be what.
#include "bangla/text/encoding.hpp"

#include "bangla/text/code_points.hpp"

#include <algorithm>
#include <array>
#include <unicode/utf16.h>

namespace udb::bangla {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

enum class ByteOrder { little, big };

/// The position of the first byte that is no UTF-8, and what the sound part holds.
struct Census {
    std::optional<std::size_t> damaged_at = {};
    std::size_t damages = 0;
    std::size_t ascii_letters = 0;
    std::size_t bengali = 0;
    std::size_t other = 0; ///< letters beyond ASCII that are not Bengali
    std::size_t bijoy = 0; ///< signs that SutonnyMJ uses, inside words, where other texts have none
    std::size_t control = 0; ///< control characters that no text has
    bool blank = true;
};

/// † ‡ ˆ ‰ ‹ › ¨ © ª « ¯ ° ± ² ³ · ¸ ¹ º » ¼ ½ ¾ ¿ × ÷ Š Œ œ Ÿ ¤ ¦ § ¬ ® µ ¶ ¡ ¢ £ ¥: by their
/// Unicode values.
bool is_bijoy_sign(char32_t c) {
    if (c >= 0xA1 && c <= 0xBF && c != 0xB7) return true;
    constexpr std::array<char32_t, 17> others{0x2020, 0x2021, 0x02C6, 0x2030, 0x2039, 0x203A,
                                              0xD7,   0xF7,   0x0160, 0x0152, 0x0153, 0x0178,
                                              0x0161, 0x0192, 0x017D, 0x017E, 0x02DC};
    return std::ranges::find(others, c) != others.end();
}

/// The same signs as Windows-1252 bytes.
bool is_bijoy_byte(unsigned char c) {
    return (c >= 0xA1 && c <= 0xBF && c != 0xB7)
           || (c >= 0x83 && c <= 0x9F && c != 0x85 && (c < 0x91 || c > 0x97)) || c == 0xD7
           || c == 0xF7;
}

bool is_text_control(unsigned char c) { return c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

Census count(std::string_view bytes) {
    Census census;
    bool in_word = false; // the character before was an ASCII letter or a sign inside a word
    for (std::size_t i = 0; i < bytes.size();) {
        auto const start = i;
        auto const point = next_code_point(bytes, i);
        if (!point) {
            if (!census.damaged_at) census.damaged_at = start;
            ++census.damages;
            census.blank = false;
            if (in_word && is_bijoy_byte(static_cast<unsigned char>(bytes[start]))) ++census.bijoy;
            continue;
        }
        auto const c = *point;
        if (c < 0x20 || c == 0x7F) {
            if (!is_text_control(static_cast<unsigned char>(c))) {
                ++census.control;
                census.blank = false;
            }
            continue;
        }
        if (c != U' ' && c != 0xA0 && c != 0xFEFF) census.blank = false;
        bool const letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
        bool const sign = is_bijoy_sign(c);
        if (letter) ++census.ascii_letters;
        if (is_bengali(c)) ++census.bengali;
        if (c >= 0x80 && !is_bengali(c)) ++census.other;
        if (sign && in_word) ++census.bijoy;
        in_word = letter || (sign && in_word);
    }
    return census;
}

std::optional<ByteOrder> utf16_order(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return ByteOrder::little;
    if (bytes.starts_with("\xFE\xFF")) return ByteOrder::big;
    if (bytes.size() < 8 || bytes.size() % 2 != 0) return {};
    // Without a mark: the high bytes of Bangla and ASCII text are almost all 00, 09 or 20.
    auto const sample = bytes.substr(0, 4096);
    std::array<std::size_t, 2> high{};
    std::array<std::size_t, 2> zero{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        char const c = sample[i];
        if (c == '\0' || c == '\x09' || c == '\x20') ++high.at(i % 2);
        if (c == '\0') ++zero.at(i % 2);
    }
    auto const units = sample.size() / 2;
    auto const plain = [&](std::size_t side) {
        return high.at(side) * 10 >= units * 9 && high.at(1 - side) * 2 < units
               && zero.at(1 - side) == 0 && zero.at(side) > 0;
    };
    if (plain(1)) return ByteOrder::little;
    if (plain(0)) return ByteOrder::big;
    return {};
}

bool has_signature_of_a_file(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::array signatures{"PK\x03\x04"sv,
                                    "\xD0\xCF\x11\xE0"sv,
                                    "\x89PNG"sv,
                                    "\xFF\xD8\xFF"sv,
                                    "GIF8"sv,
                                    "\x1F\x8B"sv,
                                    "Rar!"sv,
                                    "7z\xBC\xAF"sv,
                                    "{\\rtf"sv,
                                    "\x7F"
                                    "ELF"sv,
                                    "SQLite format 3"sv,
                                    "II*\0"sv,
                                    "MM\0*"sv};
    return std::ranges::any_of(signatures, [&](auto s) { return bytes.starts_with(s); });
}

/// Signs of SutonnyMJ among ASCII letters: Bijoy text has one for every few letters.
bool reads_as_bijoy(Census const& census) {
    return census.bijoy >= 3 && census.bijoy * 20 >= census.ascii_letters
           && census.bengali < census.bijoy && census.ascii_letters >= census.bijoy;
}

std::string converted(std::string_view bytes, ByteOrder order) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    auto const unit = [&](std::size_t i) {
        auto const a = static_cast<unsigned char>(bytes[i]);
        auto const b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(order == ByteOrder::little ? a | (b << 8) : (a << 8) | b);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (U16_IS_LEAD(c) && i + 3 < bytes.size() && U16_IS_TRAIL(unit(i + 2))) {
            c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, unit(i + 2)));
            i += 2;
        } else if (U16_IS_SURROGATE(c)) {
            c = 0xFFFD;
        }
        if (c != 0xFEFF || i > 0) append(out, c);
    }
    if (bytes.size() % 2 != 0) append(out, 0xFFFD);
    return out;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

Examined examine(std::string_view bytes) {
    if (bytes.empty()) return {};
    if (bytes.substr(0, 1024).find("%PDF-") != bytes.npos) return {.encoding = Encoding::pdf};
    if (has_signature_of_a_file(bytes)) return {.encoding = Encoding::binary};
    if (auto const order = utf16_order(bytes))
        return {.encoding = is_blank(converted(bytes, *order)) ? Encoding::empty : Encoding::utf16};

    auto const census = count(bytes);
    if (census.blank) return {};
    if (census.control > 0 && census.control * 500 >= bytes.size())
        return {.encoding = Encoding::binary};
    if (reads_as_bijoy(census))
        return {.encoding = Encoding::windows_1252_or_bijoy,
                .damaged_at = census.damaged_at,
                .bijoy = true};
    if (census.damages == 0) return {.encoding = Encoding::utf8};
    // A sound text with a hurt spot is UTF-8 still; where hardly anything is sound it never was.
    if (census.damages * 10 <= census.bengali + census.other)
        return {.encoding = Encoding::utf8, .damaged_at = census.damaged_at};
    if (census.damages * 4 > bytes.size() * 3) return {.encoding = Encoding::binary};
    return {.encoding = Encoding::windows_1252_or_bijoy, .damaged_at = census.damaged_at};
}

std::optional<Message> problem(Examined const& examined) {
    switch (examined.encoding) {
    case Encoding::utf16: return {};
    case Encoding::empty: return Message{"text.empty"};
    case Encoding::pdf: return Message{"text.pdf"};
    case Encoding::binary: return Message{"text.binary"};
    case Encoding::windows_1252_or_bijoy:
        return Message{examined.bijoy ? "text.bijoy" : "text.legacy"};
    case Encoding::utf8: break;
    }
    if (!examined.damaged_at) return {};
    return Message{"text.damaged", {{"byte", static_cast<std::int64_t>(*examined.damaged_at + 1)}}};
}

Result<std::string> text_of(std::string_view bytes) {
    auto const examined = examine(bytes);
    if (auto const why = problem(examined)) return refused(*why);
    if (examined.encoding == Encoding::utf16) return converted(bytes, *utf16_order(bytes));
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    return std::string(bytes);
}

bool valid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();)
        if (!next_code_point(bytes, i)) return false;
    return true;
}

} // namespace udb::bangla
