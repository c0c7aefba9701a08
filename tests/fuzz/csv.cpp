// A table that someone brings, as CSV; what was read, written again, is the same table.
#include "registers/tables/csv.hpp"

#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "registers/exchange/import.hpp"

#include <string>
#include <vector>

namespace udb::fuzz {
namespace {

constexpr TableLimits limits{.rows_max = 60, .columns_max = 12, .cells_max = 300};

void check(Table const& table) {
    ENSURE(table.rows() <= limits.rows_max + 1, "rows have their limit");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        ENSURE(table.columns(row) <= limits.columns_max, "columns have their limit");
        ENSURE(table.number(row) > (row == 0 ? 0 : table.number(row - 1)), "rows count upwards");
    }
}

void check_again(Table const& table) {
    std::string written(csv_mark);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::vector<std::string> cells;
        for (std::size_t column = 0; column < table.columns(row); ++column)
            cells.push_back(guarded(table.cell(row, column)));
        append_csv(written, cells);
    }
    auto const again = read_csv(written, limits);
    ENSURE(static_cast<bool>(again) && again->rows() == table.rows(), "all rows are there again");
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (std::size_t column = 0; column < limits.columns_max; ++column)
            ENSURE(again->cell(row, column) == table.cell(row, column), "a cell comes back");
}

} // namespace

void csv(std::string_view bytes) {
    auto const table = read_csv(bytes, limits);
    if (table) {
        check(*table);
        check_again(*table);
    }
    if (auto const upload = read_table(bytes, limits)) check(*upload);
}

} // namespace udb::fuzz
