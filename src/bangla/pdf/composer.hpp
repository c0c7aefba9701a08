// Blocks turned into strips.
#pragma once

#include "bangla/pdf/page_design.hpp"
#include "bangla/pdf/strips.hpp"
#include "bangla/pdf/table_grid.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace udb::bangla::pdf {

class Composer {
public:
    Composer(LineBreaker& breaker, PageSize const& size) : breaker_(breaker), size_(size) {}

    Galley compose(Paper const& paper);

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
    /// Where text goes, and how it looks.
    struct Frame {
        double x;
        double width;
        Type type = {body_size};
        double before = 0;
        double item_gap = gap_between_items;
        bool justify = false;
        Align align = Align::left;
    };
    /// Lines side by side in one frame: a label and its text.
    struct Beside {
        std::vector<Line> left, right;
        double left_x = 0, right_x = 0;
        ElementNo left_element = Tree::root, right_element = Tree::root;
    };
    using Strips = std::vector<Strip>;

    Strips text(std::string_view text, Frame const& frame, ElementNo element);
    Strips numbered(std::string_view number, std::string_view text, Frame const& frame,
                    ElementNo element);
    Strips labelled(std::string_view label, std::string_view text, Frame const& frame,
                    double label_width, std::pair<ElementNo, ElementNo> elements);
    Strips beside(Beside beside, Frame const& frame);
    Strips items(std::vector<ListItem> const& items, Frame const& frame, ElementNo parent,
                 int level);
    Strips signature(Signature const& signature);
    double label_width(std::vector<ListItem> const& items, Frame const& frame);
    void memo_and_dates(std::string_view memo, Dates const& dates);
    Frame body() const { return {.x = 0, .width = size_.text_width()}; }

    void put(Strips strips, double before, bool keep_with_next = false);
    void leave(double room) { room_ = std::max(room_, room); }

    /// A table while it is being set.
    struct Grid {
        Table const& table;
        std::vector<double> edges; ///< from the left, one more than columns
        ElementNo element;
        std::uint32_t number;
        TableType type;
    };
    struct SetCell {
        std::size_t from = 0, to = 0; ///< columns
        ElementNo element = Tree::root;
        Strips strips = {};
        bool joined = false;
        double height = 0;
    };
    struct SetRow {
        std::vector<SetCell> cells = {};
        double height = 0;
        bool held = false; ///< a joined cell's text reaches into the row below
    };
    Grid grid(Table const& table);
    SetRow set(Grid const& grid, Row const& row, bool head);
    void join(SetRow const* above, SetRow& row);
    void measure(std::vector<SetRow>& group, Grid const& grid) const;
    Strips strips_of(SetRow row, Grid const& grid) const;
    Strips group(Grid const& grid, std::vector<SetRow> rows) const;
    Strips cell(Cell const& cell, Frame const& frame, ElementNo element);
    Strips torn(std::vector<Strips> cells, std::vector<double> const& verticals,
                Grid const& grid) const;
    Strips whole(std::vector<Strips> cells, std::vector<double> verticals, Grid const& grid) const;

    LineBreaker& breaker_;
    PageSize size_;
    Paper const* paper_ = nullptr; ///< while it is composed
    Galley galley_;
    double room_ = 0; ///< asked for by the block above
    bool has_title_ = false;
    bool break_page_ = false;
};

/// Writes the pages into the lines of the contents, which have room for them; `label_of` gives what
/// is printed for the page of a bookmark.
void number_entries(Galley& galley, LineBreaker& breaker, PageSize const& size,
                    std::function<std::string(std::size_t)> const& label_of);

} // namespace udb::bangla::pdf
