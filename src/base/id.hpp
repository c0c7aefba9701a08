// The number of a record, typed by what it numbers, so that an office is never taken for a person.
#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace udb {

template <class Record>
struct Id {
    std::int64_t value = 0;

    /// Zero numbers nothing.
    explicit operator bool() const { return value != 0; }
    auto operator<=>(Id const&) const = default;
};

template <class Record>
std::string to_string(Id<Record> id) {
    return std::to_string(id.value);
}

/// Reads a positive number and nothing else.
template <class Record>
std::optional<Id<Record>> parse_id(std::string_view text) {
    Id<Record> id;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (failed != std::errc{} || end != text.data() + text.size() || id.value <= 0) return {};
    return id;
}

} // namespace udb
