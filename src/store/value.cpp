#include "store/value.hpp"

#include <charconv>

namespace udb::store {
namespace {

[[noreturn]] void mismatch(Cell const& cell, int column, char const* wanted) {
    constexpr char const* held[] = {"null", "a whole number", "a number", "text", "bytes"};
    throw Bug("column " + std::to_string(column) + " holds " + held[cell.index()] + ", not "
              + wanted);
}

template <class Number>
Number parsed(std::string_view text, Cell const& cell, int column, char const* wanted) {
    Number number{};
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size()) mismatch(cell, column, wanted);
    return number;
}

} // namespace

std::int64_t whole_number(Cell const& cell, int column) {
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return *number;
    // PostgreSQL sums its bigint as numeric, which comes as text.
    if (auto const* text = std::get_if<std::string_view>(&cell))
        return parsed<std::int64_t>(*text, cell, column, "a whole number");
    mismatch(cell, column, "a whole number");
}

double real_number(Cell const& cell, int column) {
    if (auto const* number = std::get_if<double>(&cell)) return *number;
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*number);
    if (auto const* text = std::get_if<std::string_view>(&cell))
        return parsed<double>(*text, cell, column, "a number");
    mismatch(cell, column, "a number");
}

bool yes_or_no(Cell const& cell, int column) {
    auto const* number = std::get_if<std::int64_t>(&cell);
    if (number == nullptr || (*number != 0 && *number != 1)) mismatch(cell, column, "yes or no");
    return *number == 1;
}

std::string text(Cell const& cell, int column) {
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    return std::string(text_view(cell, column));
}

std::string_view text_view(Cell const& cell, int column) {
    auto const* text = std::get_if<std::string_view>(&cell);
    if (text == nullptr) mismatch(cell, column, "text");
    return *text;
}

Date date(Cell const& cell, int column) {
    auto const date = parse_iso_date(text_view(cell, column));
    if (!date) mismatch(cell, column, "a date");
    return *date;
}

Blob bytes(Cell const& cell, int column) {
    auto const* bytes = std::get_if<std::span<std::byte const>>(&cell);
    if (bytes == nullptr) mismatch(cell, column, "bytes");
    return {bytes->begin(), bytes->end()};
}

} // namespace udb::store
