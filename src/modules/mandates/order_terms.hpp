// What the desk and the books say of an order besides its structure: kinds, memo, corrections.
#pragma once

#include "modules/mandates/order.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace udb::mandates {

/// What the officer changed of what was read; `where` as in a Finding: `seats[2].unit`.
struct Correction {
    std::string where = {};
    std::string before = {};
    std::string after = {};

    bool operator==(Correction const&) const = default;
};

/// The memo of a paper from what was written in one field; nothing for an empty text.
std::optional<OrderMemo> memo_of(std::string_view written);

/// Every kind that a paper may have, as `Order::kind`.
std::span<std::string_view const> order_kinds();

} // namespace udb::mandates
