// A table as a file brings it: rows of texts, held close together, each with its number in the
// file.
#pragma once

#include "base/ensure.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

/// What a table brought from outside may hold; the row of heads is not counted.
struct TableLimits {
    std::size_t rows_max = 100'000;
    std::size_t columns_max = 200;
    std::size_t cells_max = 4'000'000;
};

class Table {
public:
    void add_cell(std::string_view text) {
        if (row_.size() == row_used_) row_.emplace_back();
        row_[row_used_++].assign(text);
    }
    /// Ends the row that stands at `number` in the file (from 1); empty rows are left out, and
    /// empty cells at the end of one.
    void end_row(std::int64_t number);

    std::size_t rows() const { return numbers_.size(); }
    std::int64_t number(std::size_t row) const { return numbers_[row]; }
    /// Columns of that row, up to its last cell with anything in it.
    std::size_t columns(std::size_t row) const {
        ENSURE(row < rows(), "the table has no such row");
        return first_[row + 1] - first_[row];
    }
    /// Empty behind the last one.
    std::string_view cell(std::size_t row, std::size_t column) const;
    /// All texts, one behind the other.
    std::string_view text() const { return text_; }

private:
    std::vector<std::string> row_; ///< being filled
    std::size_t row_used_ = 0;
    std::string text_;
    std::vector<std::size_t> ends_;        ///< of each cell in `text_`
    std::vector<std::size_t> first_ = {0}; ///< of each row in `ends_`
    std::vector<std::int64_t> numbers_;
};

} // namespace udb
