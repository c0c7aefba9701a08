// An official paper as blocks that say what a thing is, never how it looks: the typesetter makes
// the PDF of them, and the pages make HTML of the same blocks.
//
// All texts are UTF-8 and complete: labels, punctuation and Bangla digits are in them, nothing is
// added. Bytes that are not UTF-8 come out as U+FFFD; control characters and embeddings that turn
// the reading direction are dropped; `\n` inside a text is a line break. An empty text is a block
// or a line that is not there.
#pragma once

#include "base/date.hpp"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace udb::bangla {

/// The centred head: government, ministry, office, section, each a line; then the web address.
struct Head {
    std::vector<std::string> lines = {};
    std::string website = {};
};

/// Both dates of a paper: `তারিখ:`, `১২ মাঘ ১৪৩২ বঙ্গাব্দ` over `২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ`.
struct Dates {
    std::string label = {};
    std::string bangla = {};
    std::string gregorian = {};
};

/// Left the memo number (`নম্বর: ৪০.০০.…`), right the dates.
struct MemoDate {
    std::string memo = {};
    Dates dates = {};
};

/// The kind of the paper, centred: `প্রজ্ঞাপন`, `অফিস আদেশ`. The first is the paper's H1.
struct Title {
    std::string text = {};
};

/// A heading inside the paper; level 2 to 4 (others are brought into that range).
struct Heading {
    std::string text = {};
    int level = 2;
};

/// `বিষয়:` and what the paper is about.
struct Subject {
    std::string label = {};
    std::string text = {};
};

/// `সূত্র:` and one or more earlier papers, each with its own number if it has one in its text.
struct References {
    std::string label = {};
    std::vector<std::string> texts = {};
};

/// Running text. `number` is `২।`, or empty for a paragraph that carries none.
struct Paragraph {
    std::string text = {};
    std::string number = {};
};

/// One item: its label (`(১)`, `(ক)`, `●`; may be empty), its text, and the items under it.
struct ListItem {
    std::string label = {};
    std::string text = {};
    std::vector<ListItem> items = {};
};

struct List {
    std::vector<ListItem> items = {};
};

enum class Align { left, centre, right };

/// Widths are shares of the whole: 1, 3, 2 means a sixth, a half, a third. A share that is not
/// positive and finite counts as 1.
struct Column {
    double width = 1;
    Align align = Align::left;
};

/// A cell: a text, then a list, either may be empty. It covers `columns` columns (at least one).
struct Cell {
    std::string text = {};
    std::vector<ListItem> items = {};
    std::size_t columns = 1;
    /// One cell with the one above it, whose text runs on beside this row; its own text is not
    /// shown. Under none, under a head or under one of other columns it is an empty cell. So are
    /// all such cells on pages and in word processors' files.
    bool joined = false;
};

struct Row {
    std::vector<Cell> cells = {}; ///< missing cells are empty ones; those beyond the last column go
                                  ///< below each other in the last column, so that none is lost
};

/// A table; the rows of `head` come again on every page it reaches.
struct Table {
    std::vector<Column> columns =
        {}; ///< when empty: as many equal ones as the widest row has cells
    std::vector<Row> head = {};
    std::vector<Row> rows = {};
    bool ruled = true; ///< lines between the cells
    double size = 0;   ///< of its letters in points, 6 to 11; 0: as usual (11)
};

/// Who signs, on the right. Empty lines are left out.
struct Signature {
    std::string by_order = {}; ///< `রাষ্ট্রপতির আদেশক্রমে,` — notifications only
    std::string date = {};     ///< `২৬-০১-২০২৬`, under the hand's place
    std::string name = {};
    std::string post = {};
    std::vector<std::string> contacts = {}; ///< office, phone, fax, e-mail, each a line
};

/// The copies: the memo number with `/১(২০)`, the dates, the sentence above the list, those who
/// receive one (labels `১।`), and the second signature, which many papers leave out.
struct CopyBlock {
    std::string memo = {};
    Dates dates = {};
    std::string heading = {};
    std::vector<ListItem> recipients = {};
    Signature signature = {};
};

/// A QR code (ISO/IEC 18004) at the left, and beside it in small print where it leads to.
struct QrMark {
    int side = 0;                ///< squares on each side, without the white around
    std::vector<bool> dark = {}; ///< row by row, `side * side`
    std::vector<std::string> lines = {};
};

/// Figures to compare: a line for each, with its label, a bar as long as its value is of the
/// largest, and the figure as written. The bars are drawn; what is read aloud is label and figure.
struct BarChart {
    struct Bar {
        std::string label = {};
        double value = 0; ///< what is not positive and finite has no bar
        std::string written = {};
    };
    std::string title = {};
    std::vector<Bar> bars = {};
};

/// A picture, as wide as the text at most, with what it shows below it.
struct Picture {
    std::string bytes = {};   ///< JPEG or PNG; any other bytes leave the caption alone
    std::string caption = {}; ///< read aloud in place of the picture too
    std::string address = {}; ///< where pages find it; papers do not show it
};

/// The first page of a long paper, by itself. Its title is the paper's H1.
struct Cover {
    std::vector<std::string> office = {}; ///< government, ministry, office, each a line
    std::string title = {};
    std::string subtitle = {};
    std::vector<std::string> facts = {}; ///< date, version: at the foot, each a line
};

/// The headings of levels 2 to `level` that come after it, each with its page.
struct Contents {
    std::string title = {};
    int level = 2;
};

/// Empty room, in lines of body text (0 to 40).
struct Space {
    double lines = 1;
};

struct PageBreak {};

using Block = std::variant<Head, MemoDate, Title, Heading, Subject, References, Paragraph, List,
                           Table, Signature, CopyBlock, QrMark, BarChart, Picture, Cover, Contents,
                           Space, PageBreak>;

/// Facts about the paper that a reader of the file sees, not of the page.
struct Meta {
    std::string title = {};
    std::string author = {}; ///< the issuing office
    std::string subject = {};
    std::string language = "bn"; ///< BCP 47; with `bn` the page numbers have Bangla digits
    Instant created = {};        ///< the moment of issue: same paper, same bytes
};

enum class Orientation { portrait, landscape };

/// Which pages (A4) bear their number, at the foot.
enum class PageNumbers { none, from_second, all };

struct Paper {
    Meta meta = {};
    std::vector<Block> blocks = {};
    Orientation orientation = Orientation::portrait;
    PageNumbers page_numbers = PageNumbers::from_second;
    std::string running_head = {}; ///< a line over the text of every page from the second; or none
};

} // namespace udb::bangla
