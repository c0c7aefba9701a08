// The columns of a table, and how wide each is.
#pragma once

#include "bangla/pdf/paper.hpp"

#include <cstddef>
#include <vector>

namespace udb::bangla::pdf {

/// How many columns a cell covers; never none, and never more than any paper has room for.
std::size_t columns_of(Cell const& cell);

/// Those that the table names, or as many equal ones as its widest row has cells; at least one.
std::vector<Column> columns_of(Table const& table);

/// Of its letters, and of the room around them in a cell.
struct TableType {
    double size = 0;
    double padding_x = 0;
    double padding_y = 0;
};
TableType type_of(Table const& table);

/// Shares made into points; no column is so narrow that a word of two letters would not fit.
std::vector<double> column_widths(std::vector<Column> const& columns, double total,
                                  TableType const& type = type_of(Table{}));

} // namespace udb::bangla::pdf
