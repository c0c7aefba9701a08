// Blocks turned into the paragraphs and tables of a word processor (WordprocessingML).
#pragma once

#include "bangla/pdf/page_design.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla::docx {

/// A new kind of block does not compile until it is written here.
class BodyWriter {
public:
    explicit BodyWriter(pdf::PageSize const& size) : size_(size) {}

    /// What stands in `w:body`, without the section's properties.
    std::string write(Paper const& paper);

    void operator()(Head const& head);
    void operator()(MemoDate const& memo_date);
    void operator()(Title const& title);
    void operator()(Heading const& heading);
    void operator()(Subject const& subject);
    void operator()(References const& references);
    void operator()(Paragraph const& paragraph);
    void operator()(List const& list);
    void operator()(Table const& table);
    void operator()(Signature const& signature);
    void operator()(CopyBlock const& copies);
    void operator()(QrMark const& mark);
    void operator()(BarChart const& chart);
    void operator()(Picture const& picture);
    void operator()(Cover const& cover);
    void operator()(Contents const& contents);
    void operator()(Space const& space);
    void operator()(PageBreak const&);

private:
    /// How a paragraph differs from its style (`styles.hpp`). Lengths in points.
    enum class Keep { as_style, with_next, loose };
    struct Look {
        std::string_view style;
        double before = 0;     ///< room above
        double left = 0;       ///< where its lines begin
        double hanging = 0;    ///< how much earlier the first begins
        double tab = 0;        ///< where the text after a label begins
        std::string_view jc{}; ///< `w:jc`
        Keep keep = Keep::as_style;
        bool rule_below = false;
    };
    /// Where the items of a list go.
    struct Frame {
        double width;
        std::string_view style = "ListParagraph";
        double size = pdf::body_size;
        double item_gap = pdf::gap_between_items;
        std::string_view jc{};
        double left = 0;
    };

    void paragraph(Look look, std::string const& runs);
    void labelled(Look look, std::string const& label, std::string const& text, double width);
    void items(std::vector<ListItem> const& items, Frame const& frame, double before, int level);
    void memo_and_dates(std::string_view memo, Dates const& dates);
    void leave(double room) { room_ = std::max(room_, room); }
    /// An empty line, as low as it is asked to be.
    void gap(double height);

    void begin_table(std::span<double const> widths, std::string_view style, double before);
    void begin_row(std::string_view properties);
    void begin_cell(double width, std::size_t columns = 1);
    void end_cell(std::string_view style);
    void end_table();

    /// The columns of a table while it is being written.
    struct Grid {
        std::vector<Column> columns;
        std::vector<double> widths;
    };
    void row(Grid const& grid, Row const& row, bool head, std::string_view properties);
    void cell(Cell const& cell, Frame const& frame);

    pdf::PageSize size_;
    std::string body_;
    std::vector<std::size_t> last_; ///< where what was written last can be bound to what follows
    double room_ = 0;               ///< asked for by the block above
    bool has_title_ = false;
    bool break_page_ = false;
    bool in_table_ = false;
    bool cell_is_empty_ = false;
    bool ends_with_table_ = false;
};

} // namespace udb::bangla::docx
