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
              static_cast<std::uint32_t>(galley_.heads.size()),
              type_of(table)};
    galley_.heads.emplace_back();
    for (auto const width : column_widths(columns_of(table), size_.text_width(), grid.type))
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
        auto y = grid.type.padding_y;
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
    strip.height = std::max(strip.height, grid.type.size * leading_em) + grid.type.padding_y;
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
        Strip strip{
            .height = grid.type.size * leading_em, .continues = i > 0, .table = grid.number};
        auto const above = i == 0 ? grid.type.padding_y : 0;
        for (auto& cell : cells) {
            if (i >= cell.size()) continue;
            for (auto& fragment : cell[i].fragments) {
                fragment.baseline += above;
                strip.fragments.push_back(std::move(fragment));
            }
        }
        strip.height += above + (i + 1 == count ? grid.type.padding_y : 0);
        strip.keep_with_next = i == 0 || i + 2 == count;
        strip.torn = true;
        strip.verticals = verticals;
        strip.rule_above = grid.table.ruled && i == 0;
        strip.rule_below = grid.table.ruled && i + 1 == count;
        strips.push_back(std::move(strip));
    }
    return strips;
}

Composer::SetRow Composer::set(Grid const& grid, Row const& row, bool head) {
    auto const last = grid.edges.size() - 1;
    auto const tr = galley_.tree.add(grid.element, Role::row);
    SetRow out;
    std::size_t at = 0;
    auto const frame_of = [&](std::size_t from, std::size_t to) {
        Frame frame{.x = grid.edges[from] + grid.type.padding_x,
                    .width =
                        std::max(grid.edges[to] - grid.edges[from] - 2 * grid.type.padding_x, 1.0),
                    .type = {grid.type.size, head}};
        if (head)
            frame.align = Align::centre;
        else if (from < grid.table.columns.size())
            frame.align = grid.table.columns[from].align;
        return frame;
    };
    auto const add = [&](Cell const& cell, std::size_t columns) {
        auto const to = at + columns;
        auto& made = out.cells.emplace_back(SetCell{.from = at, .to = to});
        made.element = galley_.tree.add(tr, head ? Role::head_cell : Role::cell, columns);
        made.joined = cell.joined;
        if (!cell.joined) made.strips = this->cell(cell, frame_of(at, to), made.element);
        at = to;
    };
    for (auto const& cell : row.cells) {
        if (at < last) {
            add(cell, std::min(columns_of(cell), last - at));
            continue;
        }
        auto& below = out.cells.back();
        for (auto& strip : this->cell(cell, frame_of(last - 1, last), below.element))
            below.strips.push_back(std::move(strip));
    }
    static Cell const nothing;
    while (at < last)
        add(nothing, 1);
    return out;
}

void Composer::join(SetRow const* above, SetRow& row) {
    for (auto& cell : row.cells) {
        if (!cell.joined) continue;
        cell.joined = false;
        if (!above) continue;
        for (std::size_t i = 0; i < above->cells.size(); ++i) {
            auto const& over = above->cells[i];
            if (over.from != cell.from || over.to != cell.to) continue;
            cell.joined = true;
            cell.element = over.element;
            galley_.tree.add_row(over.element);
        }
    }
}

void Composer::measure(std::vector<SetRow>& group, Grid const& grid) const {
    auto const tall = row_share_max * size_.text_height();
    for (auto& row : group)
        for (auto& cell : row.cells) {
            cell.height = height_of(cell.strips) + 2 * grid.type.padding_y;
            row.height = std::max(row.height, cell.height > tall ? cell.height : 0);
        }
    auto const goes_on = [&](std::size_t r, SetCell const& cell) {
        return r + 1 < group.size()
               && std::ranges::any_of(group[r + 1].cells, [&](SetCell const& below) {
                      return below.joined && below.element == cell.element;
                  });
    };
    for (std::size_t r = 0; r < group.size(); ++r) {
        auto& row = group[r];
        row.height = std::max(row.height, grid.type.size * leading_em + 2 * grid.type.padding_y);
        for (auto const& cell : row.cells)
            if (!cell.joined && !goes_on(r, cell)) row.height = std::max(row.height, cell.height);
    }
    // What a joined cell has more than its rows together is added to the last of them.
    for (std::size_t r = 0; r < group.size(); ++r)
        for (auto const& cell : group[r].cells) {
            if (cell.joined || cell.strips.empty() || !goes_on(r, cell)) continue;
            auto room = group[r].height;
            auto at = r;
            for (; room + 0.01 < cell.height && goes_on(at, cell); room += group[at].height) {
                group[at].held = true;
                ++at;
            }
            group[at].height += std::max(cell.height - room, 0.0);
        }
}

Composer::Strips Composer::strips_of(SetRow row, Grid const& grid) const {
    std::vector<Strips> cells;
    std::vector<double> verticals;
    double tallest = 0;
    for (auto& cell : row.cells) {
        verticals.push_back(grid.edges[cell.from]);
        tallest = std::max(tallest, height_of(cell.strips));
        cells.push_back(std::move(cell.strips));
    }
    verticals.push_back(grid.edges.back());
    if (!grid.table.ruled) verticals.clear();
    if (tallest > row_share_max * size_.text_height())
        return torn(std::move(cells), verticals, grid);
    auto strips = whole(std::move(cells), std::move(verticals), grid);
    strips.front().height = row.height;
    strips.front().keep_with_next = row.held;
    return strips;
}

/// Rows that a cell holds together.
Composer::Strips Composer::group(Grid const& grid, std::vector<SetRow> rows) const {
    measure(rows, grid);
    Strips all;
    for (auto& row : rows) {
        std::vector<std::pair<double, double>> open;
        for (auto const& cell : row.cells)
            if (cell.joined) open.emplace_back(grid.edges[cell.from], grid.edges[cell.to]);
        auto strips = strips_of(std::move(row), grid);
        if (!all.empty()) all.back().open_below = open;
        strips.front().open_above = std::move(open);
        for (auto& strip : strips)
            all.push_back(std::move(strip));
    }
    return all;
}

void Composer::operator()(Table const& table) {
    if (table.head.empty() && table.rows.empty()) return;
    auto const grid = this->grid(table);
    auto& heads = galley_.heads;
    auto before = gap_between_paragraphs;
    std::vector<SetRow> heading;
    for (auto const& head : table.head) {
        auto row = set(grid, head, true);
        join(heading.empty() ? nullptr : &heading.back(), row);
        heading.push_back(std::move(row));
    }
    auto head_strips = group(grid, std::move(heading));
    for (auto const& strip : head_strips) {
        heads[grid.number].height += strip.height;
        heads[grid.number].strips.push_back(strip);
    }
    if (!head_strips.empty()) {
        put(std::move(head_strips), before, true);
        before = 0;
    }
    // A head that would fill half of every page is set once.
    if (heads[grid.number].height > size_.text_height() / 2) heads[grid.number] = {};
    std::vector<SetRow> held;
    auto const put_held = [&] {
        if (held.empty()) return;
        put(group(grid, std::move(held)), before);
        held.clear();
        before = 0;
    };
    for (auto const& next : table.rows) {
        auto row = set(grid, next, false);
        join(held.empty() ? nullptr : &held.back(), row);
        if (std::ranges::none_of(row.cells, &SetCell::joined)) put_held();
        held.push_back(std::move(row));
    }
    put_held();
    leave(gap_between_paragraphs);
}

} // namespace udb::bangla::pdf
