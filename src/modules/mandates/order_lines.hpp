// The lines of a paper, cleaned: cells of tables, numbers before paragraphs and items, no remnants
// of markup.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::mandates {

/// How a line is numbered.
enum class LabelStyle {
    danda,  ///< `২।`
    paren,  ///< `(২)`
    half,   ///< `২)`
    dot,    ///< `২.`
    letter, ///< `(ক)` or `ক)`
};

struct Label {
    LabelStyle style = LabelStyle::danda;
    std::int64_t no = 0;  ///< ক is 1
    std::size_t size = 0; ///< bytes of the line that it takes, with the space after it

    bool operator==(Label const&) const = default;
};

/// The number that `text` begins with, if it does: not a date, not a memo number, not a decimal.
std::optional<Label> label_of(std::string_view text);

struct Line {
    std::string text;                ///< without markup, bullet and outer blanks; may be empty
    std::vector<std::string> cells;  ///< of a table row, two or more, some may be empty; else none
    std::optional<Label> label = {}; ///< of `text`; none for a table row

    bool blank() const { return text.empty(); }
    bool table() const { return !cells.empty(); }
    /// `text` without its label.
    std::string_view rest() const {
        return label ? std::string_view(text).substr(label->size) : std::string_view(text);
    }
};

struct Lines {
    std::vector<Line> lines;
    std::size_t tags = 0;     ///< remnants of HTML taken away
    std::size_t visargas = 0; ///< visarga signs that stood for a colon
};

/// Normalises, splits and cleans a UTF-8 text. `<li>`, and `<br>` in a table, become ` ● `, which
/// parts items in a cell; rows of Markdown and of tabs, and `<tr>`, become cells.
Lines lines_of(std::string_view text);

} // namespace udb::mandates
