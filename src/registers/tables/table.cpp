#include "registers/tables/table.hpp"

#include "bangla/text/normalise.hpp"

namespace udb {

void Table::end_row(std::int64_t number) {
    while (row_used_ > 0 && bangla::trimmed(row_[row_used_ - 1]).empty())
        --row_used_;
    if (row_used_ == 0) return;
    for (std::size_t i = 0; i < row_used_; ++i) {
        text_ += row_[i];
        ends_.push_back(text_.size());
    }
    row_used_ = 0;
    first_.push_back(ends_.size());
    numbers_.push_back(number);
}

std::string_view Table::cell(std::size_t row, std::size_t column) const {
    if (column >= columns(row)) return {};
    auto const at = first_[row] + column;
    auto const begin = at == 0 ? 0 : ends_[at - 1];
    return std::string_view(text_).substr(begin, ends_[at] - begin);
}

} // namespace udb
