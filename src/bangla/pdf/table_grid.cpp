#include "bangla/pdf/table_grid.hpp"

#include "bangla/pdf/page_design.hpp"

#include <algorithm>
#include <cmath>

namespace udb::bangla::pdf {
namespace {

constexpr std::size_t columns_max = 64;

std::size_t widest_row(std::vector<Row> const& rows) {
    std::size_t widest = 0;
    for (auto const& row : rows) {
        std::size_t columns = 0;
        for (auto const& cell : row.cells)
            columns += columns_of(cell);
        widest = std::max(widest, columns);
    }
    return widest;
}

double share_of(Column const& column) {
    return std::isfinite(column.width) && column.width > 0 ? std::min(column.width, 1e6) : 1;
}

} // namespace

std::size_t columns_of(Cell const& cell) {
    return std::clamp<std::size_t>(cell.columns, 1, columns_max);
}

std::vector<Column> columns_of(Table const& table) {
    auto columns = table.columns;
    if (columns.empty())
        columns.resize(
            std::max<std::size_t>(1, std::max(widest_row(table.head), widest_row(table.rows))));
    return columns;
}

TableType type_of(Table const& table) {
    bool const usual = !std::isfinite(table.size) || table.size <= 0;
    auto const size = usual ? table_size : std::clamp(table.size, table_size_min, table_size);
    auto const smaller = size / table_size;
    return {size, cell_padding_x * smaller * smaller, cell_padding_y * smaller};
}

std::vector<double> column_widths(std::vector<Column> const& columns, double total,
                                  TableType const& type) {
    auto const count = static_cast<double>(columns.size());
    auto const narrowest = std::min(2 * type.padding_x + 2.2 * type.size, total / count);
    std::vector<double> widths(columns.size(), 0);
    for (auto pass = 0; pass < 8; ++pass) {
        double shares = 0;
        double room = total;
        for (std::size_t i = 0; i < columns.size(); ++i)
            widths[i] > 0 ? room -= narrowest : shares += share_of(columns[i]);
        auto settled = true;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (widths[i] <= 0 && room * share_of(columns[i]) / shares < narrowest) {
                widths[i] = narrowest;
                settled = false;
            }
        }
        if (!settled) continue;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (widths[i] <= 0) widths[i] = room * share_of(columns[i]) / shares;
        return widths;
    }
    return std::vector<double>(columns.size(), total / count);
}

} // namespace udb::bangla::pdf
