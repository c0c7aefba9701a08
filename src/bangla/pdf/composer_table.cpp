// Sets tables: each row one strip, or, when it is very tall, strips of a line each.
#include "bangla/pdf/composer.hpp"
#include "bangla/pdf/table_grid.hpp"

#include <algorithm>
#include <numeric>

namespace udb::bangla::pdf {
namespace {

double height_of(std::vector<Strip> const& strips) {
    return std::accumulate(strips.begin(), strips.end(), 0.0, [](double sum, Strip const& strip) {
        return sum + strip.before + strip.height;
    });
}

} // namespace

Composer::Grid Composer::grid(Table const& table) {
    Grid grid{table,
              {0},
              galley_.tree.add(Tree::root, Role::table),
              static_cast<std::uint32_t>(galley_.heads.size())};
    galley_.heads.emplace_back();
    for (auto const width : column_widths(columns_of(table), size_.text_width()))
        grid.edges.push_back(grid.edges.back() + width);
    return grid;
}

Composer::Strips Composer::cell(Cell const& cell, Frame const& frame, ElementNo element) {
    auto const has_list = !cell.items.empty();
    auto strips = text(cell.text, frame, has_list ? galley_.tree.add(element, Role::p) : element);
    if (has_list) {
        auto below = frame;
        below.align = Align::left;
        // A wider gap would part the cell for programs that read the page.
        below.item_gap = 0;
        for (auto& strip : items(cell.items, below, element, 0))
            strips.push_back(std::move(strip));
    }
    return strips;
}

Composer::Strips Composer::whole(std::vector<Strips> cells, std::vector<double> verticals,
                                 Grid const& grid) const {
    Strip strip{.table = grid.number};
    for (auto& cell : cells) {
        auto y = cell_padding_y;
        for (auto& line : cell) {
            y += line.before;
            for (auto& fragment : line.fragments) {
                fragment.baseline += y;
                strip.fragments.push_back(std::move(fragment));
            }
            y += line.height;
        }
        strip.height = std::max(strip.height, y);
    }
    strip.height = std::max(strip.height, table_size * leading_em) + cell_padding_y;
    strip.verticals = std::move(verticals);
    strip.rule_above = strip.rule_below = grid.table.ruled;
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

Composer::Strips Composer::torn(std::vector<Strips> cells, std::vector<double> const& verticals,
                                Grid const& grid) const {
    std::size_t count = 0;
    for (auto const& cell : cells)
        count = std::max(count, cell.size());
    Strips strips;
    for (std::size_t i = 0; i < count; ++i) {
        Strip strip{.height = table_size * leading_em, .continues = i > 0, .table = grid.number};
        auto const above = i == 0 ? cell_padding_y : 0;
        for (auto& cell : cells) {
            if (i >= cell.size()) continue;
            for (auto& fragment : cell[i].fragments) {
                fragment.baseline += above;
                strip.fragments.push_back(std::move(fragment));
            }
        }
        strip.height += above + (i + 1 == count ? cell_padding_y : 0);
        strip.keep_with_next = i == 0 || i + 2 == count;
        strip.torn = true;
        strip.verticals = verticals;
        strip.rule_above = grid.table.ruled && i == 0;
        strip.rule_below = grid.table.ruled && i + 1 == count;
        strips.push_back(std::move(strip));
    }
    return strips;
}

Composer::Strips Composer::row(Grid const& grid, Row const& row, bool head) {
    auto const last = grid.edges.size() - 1;
    auto const tr = galley_.tree.add(grid.element, Role::row);
    std::vector<Strips> cells;
    std::vector<double> verticals;
    ElementNo element = tr;
    std::size_t at = 0;
    auto const frame_of = [&](std::size_t from, std::size_t to) {
        Frame frame{.x = grid.edges[from] + cell_padding_x,
                    .width = std::max(grid.edges[to] - grid.edges[from] - 2 * cell_padding_x, 1.0),
                    .type = {table_size, head}};
        if (head)
            frame.align = Align::centre;
        else if (from < grid.table.columns.size())
            frame.align = grid.table.columns[from].align;
        return frame;
    };
    auto const add = [&](Cell const& cell, std::size_t columns) {
        auto const to = at + columns;
        element = galley_.tree.add(tr, head ? Role::head_cell : Role::cell, columns);
        verticals.push_back(grid.edges[at]);
        cells.push_back(this->cell(cell, frame_of(at, to), element));
        at = to;
    };
    for (auto const& cell : row.cells) {
        if (at < last) {
            add(cell, std::min(columns_of(cell), last - at));
            continue;
        }
        for (auto& strip : this->cell(cell, frame_of(last - 1, last), element))
            cells.back().push_back(std::move(strip));
    }
    static Cell const nothing;
    while (at < last)
        add(nothing, 1);
    verticals.push_back(grid.edges[last]);
    if (!grid.table.ruled) verticals.clear();

    double tallest = 0;
    for (auto const& cell : cells)
        tallest = std::max(tallest, height_of(cell));
    if (tallest > row_share_max * size_.text_height())
        return torn(std::move(cells), verticals, grid);
    return whole(std::move(cells), std::move(verticals), grid);
}

void Composer::operator()(Table const& table) {
    if (table.head.empty() && table.rows.empty()) return;
    auto const grid = this->grid(table);
    auto& heads = galley_.heads;
    auto before = gap_between_paragraphs;
    for (auto const& head : table.head) {
        auto strips = row(grid, head, true);
        for (auto const& strip : strips) {
            heads[grid.number].height += strip.height;
            heads[grid.number].strips.push_back(strip);
        }
        put(std::move(strips), before, true);
        before = 0;
    }
    // A head that would fill half of every page is set once.
    if (heads[grid.number].height > size_.text_height() / 2) heads[grid.number] = {};
    for (auto const& next : table.rows) {
        put(row(grid, next, false), before);
        before = 0;
    }
    leave(gap_between_paragraphs);
}

} // namespace udb::bangla::pdf
