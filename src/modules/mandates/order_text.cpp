// Small questions about pieces of text.
#include "modules/mandates/order_text.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Bytes of the code point that begins with `lead`.
std::size_t width(char lead) {
    auto const byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// U+0980..U+09FF is the Bangla block: E0 A6 80 .. E0 A7 BF.
bool bangla_at(std::string_view text) {
    return text.size() >= 3 && text[0] == '\xE0' && (text[1] == '\xA6' || text[1] == '\xA7');
}

bool ascii_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The dot that ends an English sentence, not one of `এ.এস.এম.`, `০৬.১১. ২০২৫` or `No. 5`.
bool full_stop(std::string_view text, std::size_t at) {
    auto const small = [&](std::size_t i) { return text[i] >= 'a' && text[i] <= 'z'; };
    return text[at] == '.' && at >= 3 && small(at - 1) && small(at - 2) && small(at - 3)
           && (at + 1 == text.size() || text[at + 1] == ' ');
}

std::string_view last_letter(std::string_view text) {
    auto at = text.size();
    while (at > 0 && continues(text[at - 1]))
        --at;
    return text.substr(at > 0 ? at - 1 : 0);
}

} // namespace

std::string_view trimmed(std::string_view text, std::string_view also) {
    auto const dropped = [&](std::string_view letter) {
        return blank(letter[0]) || (!also.empty() && also.find(letter) != also.npos);
    };
    while (!text.empty()) {
        auto const first = text.substr(0, width(text[0]));
        if (!dropped(first)) break;
        text.remove_prefix(first.size());
    }
    while (!text.empty()) {
        auto const last = last_letter(text);
        if (!dropped(last)) break;
        text.remove_suffix(last.size());
    }
    return text;
}

std::string squeezed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char const c : text) {
        if (!blank(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool contains(std::string_view text, std::string_view word) { return text.find(word) != text.npos; }

bool contains_any(std::string_view text, std::span<std::string_view const> words) {
    return std::ranges::any_of(words, [&](auto word) { return contains(text, word); });
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return contains_any(text, std::span(words.begin(), words.size()));
}

bool ends_with_any(std::string_view text, std::span<std::string_view const> words) {
    return std::ranges::any_of(words, [&](auto word) { return text.ends_with(word); });
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string> split_outside_brackets(std::string_view text, std::string_view separator) {
    std::vector<std::string> pieces;
    std::size_t depth = 0, from = 0;
    auto const close = [&](std::size_t end) {
        if (auto piece = squeezed(text.substr(from, end - from)); !piece.empty())
            pieces.push_back(std::move(piece));
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && depth > 0) --depth;
        if (depth == 0 && text.substr(at).starts_with(separator)) {
            close(at);
            at += separator.size() - 1;
            from = at + 1;
        }
    }
    close(text.size());
    return pieces;
}

std::string joined(std::span<std::string const> pieces, std::string_view between) {
    std::string out;
    for (auto const& piece : pieces) {
        if (!out.empty()) out += between;
        out += piece;
    }
    return out;
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return !continues(c); }));
}

bool word_begins(std::string_view text) {
    return !text.empty() && (ascii_word(text[0]) || bangla_at(text));
}

bool word_ends(std::string_view text) {
    if (text.empty()) return false;
    auto const last = last_letter(text);
    return ascii_word(last[0]) || bangla_at(last);
}

std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> out;
    std::size_t from = 0;
    auto const close = [&](std::size_t end) {
        auto const sentence = trimmed(text.substr(from, end - from));
        if (!sentence.empty()) out.push_back(sentence);
        from = end;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("।"))
            close(at += std::string_view("।").size());
        else if (text[at] == '?' || full_stop(text, at))
            close(at + 1);
        if (at >= text.size()) break;
    }
    close(text.size());
    return out;
}

} // namespace udb::mandates
