// Breaks lines where ICU allows it, and inside a word only when it is wider than the line.
#include "bangla/pdf/lines.hpp"

#include "bangla/pdf/unicode.hpp"

#include <algorithm>
#include <limits>
#include <unicode/unistr.h>
#include <utility>

namespace udb::bangla::pdf {
namespace {

/// Wider gaps than this look like columns, to the eye and to a program that reads the page.
constexpr double stretch_em_max = 0.4;
constexpr double tolerance = 0.01;

/// Parts of a word that went to a later line are drawn, but say no more than blanks: the whole word
/// has been read where it began. Two blanks, since one alone is not taken for something that stands
/// there, and readers that look for columns would see a gap.
constexpr std::string_view silent_span("/Span<</ActualText(\xFE\xFF\0 \0 )>>BDC ", 32);

/// A case ending does not leave its word: no break inside `২০২৫-এর`.
bool holds_on(std::u16string_view text, std::size_t from, std::size_t to) {
    constexpr std::size_t ending_max = 4;
    if (to >= text.size() || to == from || text[to - 1] != u'-') return false;
    auto const rest = text.substr(to, ending_max + 1);
    return rest.find_first_of(u" \n") < rest.size() || rest.size() <= ending_max;
}

} // namespace

LineBreaker::LineBreaker(Shaper const& shaper, Faces const& faces, icu::BreakIterator const& breaks,
                         icu::BreakIterator const& graphemes)
    : shaper_(shaper), faces_(faces), breaks_(breaks.clone()), graphemes_(graphemes.clone()) {}

double LineBreaker::space_width(bool bold) const {
    auto const& face = faces_[faces_.order(bold).front()];
    auto const blank = face.glyph(U' ');
    return blank ? face.advance(*blank) / 1000.0 : 0.25;
}

Word const* LineBreaker::word(std::u16string_view text, bool bold) {
    auto shaped = shaper_.word(text, bold);
    auto const* const word = shaped.get();
    if (kept_.try_emplace(word, std::move(shaped)).second) used_.push_back(word);
    return word;
}

LineBreaker::Text LineBreaker::cut(std::string_view utf8, bool bold) {
    Text out{clean(utf8), {}, {}};
    auto const& text = out.text;
    auto const alias = icu::UnicodeString(false, text.data(), static_cast<int>(text.size()));
    breaks_->setText(alias);
    auto new_token = true;
    for (int begin = breaks_->first(), end = breaks_->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks_->next()) {
        auto from = static_cast<std::size_t>(begin);
        auto to = static_cast<std::size_t>(end);
        if (holds_on(text, from, to)) {
            end = begin;
            continue;
        }
        auto line_end = false;
        auto blank = false;
        for (; from < to && (text[from] == u' ' || text[from] == u'\n'); ++from)
            new_token = true;
        while (to > from && (text[to - 1] == u' ' || text[to - 1] == u'\n')) {
            line_end = line_end || text[to - 1] == u'\n';
            blank = true;
            --to;
        }
        if (from == to) {
            auto const blanks = std::u16string_view(text).substr(
                static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
            if (!out.pieces.empty() && blanks.find(u'\n') != std::u16string_view::npos)
                out.pieces.back().ends_line = true;
            continue;
        }
        if (new_token) out.tokens.push_back({from, to, 0});
        out.tokens.back().end = to;
        ++out.tokens.back().pieces;
        out.pieces.push_back({word(std::u16string_view(text).substr(from, to - from), bold), from,
                              to, out.tokens.size() - 1, line_end});
        new_token = blank;
    }
    return out;
}

void LineBreaker::split(std::vector<Piece>& out, std::u16string_view text, Piece const& piece,
                        Type type, double width) {
    auto const whole = text.substr(piece.begin, piece.end - piece.begin);
    auto const stops = shaper_.stops(whole, type.bold);
    auto const alias = icu::UnicodeString(false, whole.data(), static_cast<int>(whole.size()));
    graphemes_->setText(alias);
    std::size_t begin = 0;
    std::size_t fits = 0;
    double begin_x = 0;
    double fits_x = 0;
    auto const take = [&](std::size_t end) {
        out.push_back({word(whole.substr(begin, end - begin), type.bold), piece.begin + begin,
                       piece.begin + end, piece.token, false});
    };
    for (auto const& stop : stops) {
        if (graphemes_->isBoundary(static_cast<int>(stop.offset)) == 0) continue;
        if ((stop.x - begin_x) * type.size > width + tolerance && fits > begin) {
            take(fits);
            begin = fits;
            begin_x = fits_x;
        }
        fits = stop.offset;
        fits_x = stop.x;
    }
    if (begin < whole.size()) take(whole.size());
    out.back().ends_line = piece.ends_line;
}

std::string_view LineBreaker::span(Text const& text, Piece const& piece) {
    auto const& token = text.tokens[piece.token];
    if (piece.begin != token.begin) return silent_span;
    if (piece.end == token.end) return piece.word->span;
    return spans_.emplace_back(
        span_of(std::u16string_view(text.text).substr(token.begin, token.end - token.begin)));
}

void LineBreaker::finish(Line& line, Type type, Measure const& measure, double start,
                         bool last) const {
    auto const& end = line.words.back();
    line.width = end.x + end.word->width * type.size;
    auto const room = measure.width - line.width;
    if (room <= 0) return;
    auto shift = 0.0;
    if (measure.align == Align::right)
        shift = room;
    else if (measure.align == Align::centre)
        shift = room / 2 - start / 2;
    auto const gaps = std::count_if(line.words.begin(), line.words.end(),
                                    [](Placed const& placed) { return placed.space_after; });
    auto const stretch = gaps > 0 ? room / static_cast<double>(gaps) : 0;
    auto const justified = measure.justify && !last && gaps > 0 && measure.align == Align::left
                           && stretch <= stretch_em_max * type.size;
    if (!justified && shift <= 0) return;
    for (auto& placed : line.words) {
        placed.x += shift;
        if (justified && placed.space_after) shift += stretch;
    }
    line.width = justified ? measure.width : line.width + shift;
}

std::vector<Line> LineBreaker::lines(std::string_view utf8, Type type, Measure const& measure) {
    auto const text = cut(utf8, type.bold);
    std::vector<Line> lines;
    if (text.pieces.empty()) return lines;
    auto const space = space_width(type.bold) * type.size;
    auto start = std::min(measure.first, measure.width);
    auto x = start;
    Line line;
    Piece const* before = nullptr;
    auto const end_line = [&](bool last) {
        if (!line.words.empty()) {
            finish(line, type, measure, start, last);
            lines.push_back(std::exchange(line, {}));
        }
        x = start = 0;
    };
    auto const place = [&](Piece const& piece) {
        auto const same = !line.words.empty() && before->token == piece.token;
        if (!line.words.empty() && !same) {
            line.words.back().space_after = true;
            x += space;
        }
        line.words.push_back({piece.word, x, same ? std::string_view{} : span(text, piece)});
        x += piece.word->width * type.size;
        before = &piece;
        if (piece.ends_line) end_line(true);
    };
    std::deque<std::vector<Piece>> splits;
    for (auto const& piece : text.pieces) {
        auto const width = piece.word->width * type.size;
        auto const gap = !line.words.empty() && before->token != piece.token ? space : 0;
        if (x + gap + width <= measure.width + tolerance) {
            place(piece);
            continue;
        }
        if (!line.words.empty() || x > 0) end_line(false);
        if (width <= measure.width + tolerance) {
            place(piece);
            continue;
        }
        auto& parts = splits.emplace_back();
        split(parts, text.text, piece, type, measure.width);
        for (auto const& part : parts) {
            if (!line.words.empty()) end_line(false);
            place(part);
        }
    }
    end_line(true);
    return lines;
}

double LineBreaker::width(std::string_view utf8, Type type) {
    auto const set = lines(utf8, type, {.width = std::numeric_limits<double>::max()});
    double widest = 0;
    for (auto const& line : set)
        widest = std::max(widest, line.width);
    return widest;
}

void LineBreaker::reach(Line& line, Type type, double x) const {
    if (line.words.empty()) return;
    auto& last = line.words.back();
    last.space_after = true;
    last.space_at =
        std::max(x - space_width(type.bold) * type.size, last.x + last.word->width * type.size);
}

} // namespace udb::bangla::pdf
