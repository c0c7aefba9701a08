// Text broken into lines.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "bangla/pdf/shaping.hpp"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/brkiter.h>
#include <vector>

namespace udb::bangla::pdf {

struct Type {
    double size; ///< points
    bool bold = false;
};

/// A word, or a part of one, at its place in a line.
struct Placed {
    Word const* word;
    double x;                 ///< points from the line's left edge
    std::string_view span;    ///< opens the span of a new word; empty: the one before goes on
    bool space_after = false; ///< a space is drawn behind it
    double space_at = -1;     ///< where, in points; -1: right behind it
};

struct Line {
    std::vector<Placed> words;
    double width = 0;
};

struct Measure {
    double width;     ///< of a line, in points
    double first = 0; ///< where the first line begins
    bool justify = false;
    Align align = Align::left;
};

/// Breaks the texts of one paper; owns what their lines point to, and must outlive them.
class LineBreaker {
public:
    LineBreaker(Shaper const& shaper, Faces const& faces, icu::BreakIterator const& breaks,
                icu::BreakIterator const& graphemes);

    /// No line when there is nothing but white space. Takes time in proportion to the text.
    std::vector<Line> lines(std::string_view utf8, Type type, Measure const& measure);

    /// How wide the text is when set in one line, in points.
    double width(std::string_view utf8, Type type);

    /// Draws a space that ends at `x`, so that a label and the text beside it read as one line.
    void reach(Line& line, Type type, double x) const;

    /// Every word used, in the order of first use.
    std::vector<Word const*> const& used() const { return used_; }
    double space_width(bool bold) const;
    Faces const& faces() const { return faces_; }

private:
    struct Piece {
        Word const* word;
        std::size_t begin, end; ///< in the text
        std::size_t token;      ///< which blank-separated word it belongs to
        bool ends_line;         ///< a line break is asked for behind it
    };
    struct Token {
        std::size_t begin, end;
        std::size_t pieces;
    };
    struct Text {
        std::u16string text;
        std::vector<Piece> pieces;
        std::vector<Token> tokens;
    };

    Text cut(std::string_view utf8, bool bold);
    void split(std::vector<Piece>& out, std::u16string_view text, Piece const& piece, Type type,
               double width);
    Word const* word(std::u16string_view text, bool bold);
    std::string_view span(Text const& text, Piece const& piece);
    void finish(Line& line, Type type, Measure const& measure, double start, bool last) const;

    Shaper const& shaper_;
    Faces const& faces_;
    std::unique_ptr<icu::BreakIterator> breaks_;
    std::unique_ptr<icu::BreakIterator> graphemes_;
    std::unordered_map<Word const*, std::shared_ptr<Word const>> kept_;
    std::vector<Word const*> used_;
    std::deque<std::string> spans_;
};

} // namespace udb::bangla::pdf
