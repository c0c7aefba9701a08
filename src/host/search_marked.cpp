// What a query met, for the page: the same analysis as the index, over the text that is shown.
#include "bangla/text/analyse.hpp"
#include "bangla/text/graphemes.hpp"
#include "host/search.hpp"
#include "host/search_terms.hpp"

#include <algorithm>

namespace udb {
namespace {

using search_terms::Sought;

bool meets(std::vector<Sought> const& terms, std::string_view key) {
    return std::ranges::any_of(terms, [&](Sought const& term) {
        for (std::size_t i = 0; i < term.keys.size(); ++i) {
            bool const open = term.prefix && i + 1 == term.keys.size();
            if (open ? key.starts_with(term.keys[i]) : key == term.keys[i]) return true;
        }
        return false;
    });
}

struct Place {
    std::size_t begin;
    std::size_t end;
};

/// In order and apart from each other.
std::vector<Place> places(std::string_view text, std::vector<Sought> const& terms) {
    std::vector<Place> found;
    for (auto const& token : bangla::analysed(text)) {
        if (!meets(terms, token.key)) continue;
        if (!found.empty() && token.begin < found.back().end)
            found.back().end = std::max(found.back().end, token.end);
        else
            found.push_back({token.begin, token.end});
    }
    return found;
}

std::vector<MarkedPiece> cut(std::string_view text, std::vector<Place> const& found) {
    std::vector<MarkedPiece> pieces;
    std::size_t at = 0;
    for (auto const& [begin, end] : found) {
        if (begin > at) pieces.push_back({std::string(text.substr(at, begin - at)), false});
        pieces.push_back({std::string(text.substr(begin, end - begin)), true});
        at = end;
    }
    if (at < text.size()) pieces.push_back({std::string(text.substr(at)), false});
    return pieces;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Where the window that shows `place` begins: some words before it.
std::size_t window_begin(std::string_view text, std::size_t place, std::size_t letters) {
    auto begin = place;
    // A Bangla letter has some seven bytes with its signs; a view is enough to count in.
    auto const far = place - std::min(place, letters * 7);
    auto at = far;
    while (at > 0 && at < place && !is_space(text[at]))
        ++at;
    auto const before = bangla::graphemes(text.substr(at, place - at));
    std::size_t count = 0;
    for (auto i = before.size(); i-- > 0 && count < letters; ++count)
        if (i == 0 || is_space(before[i - 1].front()))
            begin = static_cast<std::size_t>(before[i].data() - text.data());
    return begin;
}

std::size_t window_end(std::string_view text, std::size_t begin, std::size_t least,
                       std::size_t letters) {
    auto const near = text.substr(begin, letters * 12);
    auto end = begin;
    std::size_t count = 0;
    for (auto const letter : bangla::graphemes(near)) {
        if (is_space(letter.front()) && count > 0)
            end = static_cast<std::size_t>(letter.data() - text.data());
        if (++count > letters) return std::max(end, least);
    }
    return begin + near.size() == text.size() ? text.size() : std::max(end, least);
}

/// The strokes between the cells of a table, and rows of nothing but strokes, become one sign.
std::string without_strokes(std::string_view text) {
    constexpr std::string_view strokes = " |-:\t\r\n";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find_first_not_of(strokes, at), text.size());
        auto const run = text.substr(at, end - at);
        if (run.find('|') != run.npos)
            out += " · ";
        else
            out += run;
        at = std::min(text.find_first_of(strokes, end), text.size());
        out += text.substr(end, at - end);
    }
    return out;
}

} // namespace

std::vector<MarkedPiece> marked(std::string_view text, std::string_view query) {
    return cut(text, places(text, search_terms::terms_of(query)));
}

std::vector<MarkedPiece> snippet(std::string_view text, std::string_view query,
                                 std::size_t letters) {
    auto const found = places(text, search_terms::terms_of(query));
    if (found.empty()) return {};
    auto const begin = window_begin(text, found.front().begin, letters / 4);
    auto const end = window_end(text, begin, found.front().end, letters);
    std::vector<Place> inside;
    for (auto const& place : found)
        if (place.end <= end) inside.push_back({place.begin - begin, place.end - begin});
    auto pieces = cut(text.substr(begin, end - begin), inside);
    for (auto& piece : pieces)
        piece.text = without_strokes(piece.text);
    if (begin > 0) pieces.insert(pieces.begin(), {"… ", false});
    if (end < text.size()) pieces.push_back({" …", false});
    return pieces;
}

} // namespace udb
