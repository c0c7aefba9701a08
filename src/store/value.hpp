// What goes into a statement and what comes out of a row, the same for both databases.
#pragma once

#include "base/date.hpp"
#include "base/ensure.hpp"
#include "base/id.hpp"

#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace udb {

/// The bytes of a file, an image, a hash: `blob` in SQLite, `bytea` in PostgreSQL.
using Blob = std::vector<std::byte>;

/// One value as the database holds it. Views point into memory that someone else keeps.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view,
                          std::span<std::byte const>>;

namespace store {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_id = false;
template <class T>
inline constexpr bool is_id<Id<T>> = true;

std::int64_t whole_number(Cell const& cell, int column);
double real_number(Cell const& cell, int column);
bool yes_or_no(Cell const& cell, int column);
std::string text(Cell const& cell, int column);
std::string_view text_view(Cell const& cell, int column);
Date date(Cell const& cell, int column);
Blob bytes(Cell const& cell, int column);

} // namespace store

/// A value bound to one `?`. It does not copy text or blobs: it lives no longer than the call.
/// Dates are stored as ISO text, moments as epoch milliseconds, yes and no as 1 and 0, an empty
/// optional and an Id of zero as null.
class Param {
public:
    Param(std::nullopt_t) {}
    /// A value just read, passed on.
    explicit Param(Cell const& value) : cell_(value) {}
    Param(std::nullptr_t) = delete;
    template <std::integral T>
    Param(T value) : cell_(static_cast<std::int64_t>(value)) {
        ENSURE(std::in_range<std::int64_t>(+value), "a number larger than the database holds");
    }
    Param(double value) : cell_(value) { ENSURE(std::isfinite(value), "a number that is none"); }
    Param(std::string_view value) : cell_(value) {}
    Param(std::string const& value) : cell_(std::string_view(value)) {}
    Param(char const* value) : cell_(std::string_view(value)) {}
    Param(Date value) : kept_(iso(value)), is_kept_(true) {}
    Param(Instant value) : cell_(std::int64_t{value.time_since_epoch().count()}) {}
    Param(Blob const& value) : cell_(std::span<std::byte const>(value)) {}
    Param(std::span<std::byte const> value) : cell_(value) {}
    template <class Record>
    Param(Id<Record> value) {
        if (value) cell_ = value.value;
    }
    template <class T>
    Param(std::optional<T> const& value) {
        if (value) *this = Param(*value);
    }

    /// Views the parameter itself where it had to be written out.
    Cell cell() const { return is_kept_ ? Cell(std::string_view(kept_)) : cell_; }

private:
    Cell cell_;
    std::string kept_;
    bool is_kept_ = false;
};

/// One line of an answer. `get<T>(column)`, columns from 0, for bool, the integers, double,
/// std::string, std::string_view (as long as the row is), Date, Instant, Id<X>, Blob and
/// std::optional of these. A null read as anything else, a text read as a number, or a number that
/// does not fit is a Bug: the statement and its reader disagree.
class Row {
public:
    Row() = default;
    Row(std::vector<Cell> cells, std::shared_ptr<void const> kept)
        : cells_(std::move(cells)), kept_(std::move(kept)) {}

    template <class T>
    T get(int column) const;

    bool is_null(int column) const { return cell(column).index() == 0; }
    Cell const& cell(int column) const {
        ENSURE(column >= 0 && column < size(), "the row has no such column");
        return cells_[static_cast<std::size_t>(column)];
    }
    int size() const { return static_cast<int>(cells_.size()); }

    /// For the drivers: filled anew for each line.
    std::vector<Cell>& cells() { return cells_; }

private:
    std::vector<Cell> cells_;
    std::shared_ptr<void const> kept_;
};

template <class T>
T Row::get(int column) const {
    auto const& value = cell(column);
    if constexpr (store::is_optional<T>) {
        if (is_null(column)) return std::nullopt;
        return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, bool>) {
        return store::yes_or_no(value, column);
    } else if constexpr (std::integral<T>) {
        auto const number = store::whole_number(value, column);
        ENSURE(std::in_range<T>(number), "a number of the row does not fit its type");
        return static_cast<T>(number);
    } else if constexpr (std::is_same_v<T, double>) {
        return store::real_number(value, column);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return store::text(value, column);
    } else if constexpr (std::is_same_v<T, std::string_view>) {
        return store::text_view(value, column);
    } else if constexpr (std::is_same_v<T, Date>) {
        return store::date(value, column);
    } else if constexpr (std::is_same_v<T, Instant>) {
        return Instant(std::chrono::milliseconds(store::whole_number(value, column)));
    } else if constexpr (store::is_id<T>) {
        return T{store::whole_number(value, column)};
    } else {
        static_assert(std::is_same_v<T, Blob>, "a row does not hold this type");
        return store::bytes(value, column);
    }
}

} // namespace udb
