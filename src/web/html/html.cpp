// Escaping: the one way from text to markup.
#include "web/html/html.hpp"

#include "web/html/tags.hpp"

#include <array>

namespace udb {
namespace {

enum class Byte : unsigned char { plain, markup, control, high };

constexpr std::array<Byte, 256> classes = [] {
    std::array<Byte, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = c >= 0x80 ? Byte::high : c < 0x20 || c == 0x7f ? Byte::control : Byte::plain;
    for (char const c : {'\t', '\n', '\r'})
        table[static_cast<unsigned char>(c)] = Byte::plain;
    for (char const c : {'&', '<', '>', '"', '\''})
        table[static_cast<unsigned char>(c)] = Byte::markup;
    return table;
}();

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The length of the well-formed UTF-8 sequence that `text` begins with; zero for none.
std::size_t sequence(std::string_view text) {
    auto const at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const lead = at(0);
    auto const second = text.size() > 1 ? at(1) : 0U;
    if (lead >= 0xE1 && lead <= 0xEC) // most of Asia's scripts
        return text.size() > 2 && continues(text[1]) && continues(text[2]) ? 3 : 0;
    if (lead >= 0xC2 && lead <= 0xDF) return text.size() > 1 && continues(text[1]) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (text.size() < 3 || !continues(text[1]) || !continues(text[2])) return 0;
        if (lead == 0xE0 && second < 0xA0) return 0; // overlong
        if (lead == 0xED && second > 0x9F) return 0; // a surrogate
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (text.size() < 4 || !continues(text[1]) || !continues(text[2]) || !continues(text[3]))
            return 0;
        if (lead == 0xF0 && second < 0x90) return 0;
        if (lead == 0xF4 && second > 0x8F) return 0;
        return 4;
    }
    return 0;
}

std::string_view entity(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
    }
}

} // namespace

void HtmlWriter::escape(std::string& out, std::string_view plain) {
    std::size_t begin = 0;
    std::size_t i = 0;
    auto const replace = [&](std::string_view with) {
        out.append(plain.substr(begin, i - begin)).append(with);
        begin = ++i;
    };
    while (i < plain.size()) {
        switch (classes[static_cast<unsigned char>(plain[i])]) {
        case Byte::plain: ++i; break;
        case Byte::markup: replace(entity(plain[i])); break;
        case Byte::control: replace(replacement); break;
        case Byte::high:
            if (auto const length = sequence(plain.substr(i)))
                i += length;
            else
                replace(replacement);
        }
    }
    out.append(plain.substr(begin));
}

Html Html::text(std::string_view plain) {
    std::string markup;
    markup.reserve(plain.size() + plain.size() / 16);
    HtmlWriter::escape(markup, plain);
    return Html{std::move(markup)};
}

} // namespace udb
