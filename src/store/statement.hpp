// Pieces of statements that are put together while the program runs.
#pragma once

#include "store/value.hpp"

#include <initializer_list>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

inline std::string statement(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (auto const part : parts)
        out += part;
    return out;
}

/// `?, ?, ?`
inline std::string gaps(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += i ? ", ?" : "?";
    return out;
}

/// What is bound to those gaps.
inline std::vector<Param> params_of(std::ranges::input_range auto const& values) {
    return {std::ranges::begin(values), std::ranges::end(values)};
}

} // namespace udb
