// Writes tables: their heads come again on every page, and no row is torn that need not be.
#include "bangla/docx/body.hpp"
#include "bangla/docx/runs.hpp"
#include "bangla/docx/widths.hpp"
#include "bangla/pdf/table_grid.hpp"

#include <cmath>
#include <numeric>

namespace udb::bangla::docx {
namespace {

using namespace pdf;

/// Word opens no table of more.
constexpr std::size_t columns_most = 63;

std::string_view jc_of(Align align) {
    switch (align) {
    case Align::left: return "left";
    case Align::centre: return "center";
    case Align::right: return "right";
    }
    return {};
}

double lines_of(std::string_view text, double width) {
    return text.empty() ? 0 : std::ceil(width_em(text) * table_size / width);
}

double lines_of(std::vector<ListItem> const& items, double width) {
    double lines = 0;
    for (auto const& item : items)
        lines += std::max(1.0, lines_of(item.text, width)) + lines_of(item.items, width);
    return lines;
}

/// The share of a page's height that a row will take, about.
double share_of(Row const& row, std::vector<double> const& widths, PageSize const& size) {
    double tallest = 1;
    std::size_t at = 0;
    for (auto const& cell : row.cells) {
        auto const from = std::min(at, widths.size() - 1);
        at = std::min(from + columns_of(cell), widths.size());
        auto const width = std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(from),
                                           widths.begin() + static_cast<std::ptrdiff_t>(at), 0.0);
        tallest = std::max(tallest, lines_of(cell.text, width) + lines_of(cell.items, width));
    }
    return tallest * table_size * leading_em / size.text_height();
}

} // namespace

void BodyWriter::begin_table(std::span<double const> widths, std::string_view style,
                             double before) {
    if (!body_.empty()) gap(break_page_ ? 0 : std::max(before, room_));
    room_ = 0;
    break_page_ = false;
    in_table_ = true;
    body_ += "<w:tbl><w:tblPr><w:tblStyle w:val=\"";
    body_ += style;
    body_ += "\"/><w:tblW w:w=\"" + twips(std::accumulate(widths.begin(), widths.end(), 0.0))
             + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (auto const width : widths)
        body_ += "<w:gridCol w:w=\"" + twips(width) + "\"/>";
    body_ += "</w:tblGrid>";
}

void BodyWriter::begin_row(std::string_view properties) {
    last_.clear();
    body_ += "<w:tr>";
    if (properties.empty()) return;
    body_ += "<w:trPr>";
    body_ += properties;
    body_ += "</w:trPr>";
}

void BodyWriter::begin_cell(double width, std::size_t columns) {
    cell_is_empty_ = true;
    body_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + twips(width) + "\" w:type=\"dxa\"/>";
    if (columns > 1) body_ += "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
    body_ += "</w:tcPr>";
}

/// A cell without a paragraph is none.
void BodyWriter::end_cell(std::string_view style) {
    if (cell_is_empty_) paragraph({.style = style}, {});
    body_ += "</w:tc>";
}

void BodyWriter::end_table() {
    in_table_ = false;
    ends_with_table_ = true;
    body_ += "</w:tbl>";
}

void BodyWriter::cell(Cell const& cell, Frame const& frame) {
    if (auto const runs = run_of(cell.text); !runs.empty())
        paragraph({.style = frame.style, .jc = frame.jc}, runs);
    auto below = frame;
    below.jc = jc_of(Align::left);
    items(cell.items, below, 0, 0);
}

void BodyWriter::row(Grid const& grid, Row const& row, bool head, std::string_view properties) {
    auto const count = grid.widths.size();
    auto const style = std::string_view(head ? "TableHead" : "TableText");
    std::size_t at = 0;
    begin_row(properties);
    auto const frame_of = [&](std::size_t column) {
        return Frame{.width = grid.widths[column],
                     .style = style,
                     .size = table_size,
                     .item_gap = 0,
                     .jc = jc_of(head ? Align::centre : grid.columns[column].align)};
    };
    for (auto const& cell : row.cells) {
        if (at == count) {
            this->cell(cell, frame_of(count - 1));
            continue;
        }
        if (at > 0) end_cell(style);
        auto const columns = std::min(columns_of(cell), count - at);
        auto const from = grid.widths.begin() + static_cast<std::ptrdiff_t>(at);
        auto frame = frame_of(at);
        frame.width = std::accumulate(from, from + static_cast<std::ptrdiff_t>(columns), 0.0);
        begin_cell(frame.width, columns);
        frame.width -= 2 * cell_padding_x;
        this->cell(cell, frame);
        at += columns;
    }
    for (; at < count; ++at) {
        if (at > 0) end_cell(style);
        begin_cell(grid.widths[at]);
    }
    end_cell(style);
    body_ += "</w:tr>";
}

void BodyWriter::operator()(Table const& table) {
    if (table.head.empty() && table.rows.empty()) return;
    Grid grid{.columns = columns_of(table), .widths = {}};
    grid.columns.resize(std::min(grid.columns.size(), columns_most));
    grid.widths = column_widths(grid.columns, size_.text_width());
    begin_table(grid.widths, table.ruled ? "TableGrid" : "TablePlain", gap_between_paragraphs);
    double head_share = 0;
    for (auto const& head : table.head)
        head_share += share_of(head, grid.widths, size_);
    // A head that would fill half of every page is set once.
    auto const head_properties =
        head_share > 0.5 ? std::string_view{} : "<w:cantSplit/><w:tblHeader/>";
    for (auto const& head : table.head)
        row(grid, head, true, head_properties);
    for (auto const& next : table.rows) {
        auto const tall = share_of(next, grid.widths, size_) > row_share_max;
        row(grid, next, false, tall ? std::string_view{} : "<w:cantSplit/>");
    }
    end_table();
    leave(gap_between_paragraphs);
}

} // namespace udb::bangla::docx
