// A table.
#include "web/components/table.hpp"

#include "base/ensure.hpp"
#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

Html head_of(Table const& table) {
    auto const cell = [](Table::Column const& column) {
        return html::th({.cls = column.number ? "number" : "",
                         .more = {{"scope", "col"}, {"role", "columnheader"}}},
                        column.label);
    };
    return html::thead({.more = {{"role", "rowgroup"}}},
                       html::tr({.more = {{"role", "row"}}}, html::each(table.columns, cell)));
}

Html heading_row(Table const& table, Table::Row const& row) {
    ENSURE(row.cells.size() == 1, "a row that heads others has one cell");
    auto const width = std::to_string(table.columns.size());
    return html::tr({.cls = "group", .more = {{"role", "row"}}},
                    html::th({.more = {{"colspan", width}, {"role", "rowheader"}}}, row.cells[0]));
}

Html row_of(Table const& table, Table::Row const& row) {
    if (row.heading) return heading_row(table, row);
    ENSURE(row.cells.size() == table.columns.size(), "a row has as many cells as columns");
    Html cells;
    for (std::size_t n = 0; n < row.cells.size(); ++n) {
        auto const& column = table.columns[n];
        std::string_view const cls = row.cells[n].empty() ? "nothing"
                                     : column.number      ? "number"
                                                          : "";
        // `data-label` heads the value when rows are stacked; roles survive `display: block`.
        if (n == 0 && table.row_heads)
            cells += html::th({.cls = cls, .more = {{"scope", "row"}, {"role", "rowheader"}}},
                              row.cells[n]);
        else
            cells +=
                html::td({.cls = cls, .more = {{"role", "cell"}, {"data-label", column.label}}},
                         row.cells[n]);
    }
    return html::tr({.cls = row.marked ? "marked" : "", .more = {{"role", "row"}}}, cells);
}

} // namespace

Html table(Table const& table) {
    auto const rows = [&](Table::Row const& row) { return row_of(table, row); };
    auto drawn = html::table(
        {.cls = table.phone == Table::Phone::stack ? "table stacks" : "table",
         .more = {{"role", "table"}}},
        html::caption({.cls = table.hidden_caption ? "govuk-visually-hidden" : ""}, table.caption),
        head_of(table),
        html::tbody({.more = {{"role", "rowgroup"}}}, html::each(table.rows, rows)));
    if (table.phone == Table::Phone::stack) return drawn;
    // What scrolls must be reachable by keyboard (WCAG 2.2, 2.1.1).
    return html::div(
        {.cls = "scrolls",
         .more = {{"tabindex", "0"}, {"role", "region"}, {"aria-label", table.caption}}},
        drawn);
}

} // namespace udb::ui
