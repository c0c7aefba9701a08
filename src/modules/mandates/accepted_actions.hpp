// Accepting an order into the books, and what is kept of it beside its structure.
#pragma once

#include "modules/mandates/mandates.hpp"
#include "modules/mandates/order_terms.hpp"

#include <string>
#include <vector>

namespace udb::mandates {

/// An order that an officer found right, with all that is kept of it.
struct Acceptance {
    std::string office_path = {}; ///< of the office that keeps it
    Order order = {};             ///< corrected; its findings are those left open
    std::string original = {};    ///< the text as it was given
    std::vector<Correction> corrections = {};
};

/// Saves it, and tells `order.accepted`. Forbidden where the actor may not accept at `office_path`;
/// invalid at `memo` (`mandates.desk_known_memo` {memo, date}) when its number is in the books.
Result<Id<Order>> accept_order(Work& work, Acceptance const& accepted);

/// The text as it was given; empty where there is no such order.
std::string original_text(Db& db, Id<Order> id);
std::vector<Correction> corrections_of(Db& db, Id<Order> id);

/// A page of the list, the newest paper first.
struct OrderLines {
    std::vector<OrderLine> lines = {};
    std::int64_t total = 0; ///< counted up to count_most
};
OrderLines find_orders(Db& db, std::string_view search, int size, std::int64_t offset);

// The rows, without any rule.
void insert_order(Db& db, Id<Record> id, Acceptance const& accepted);

} // namespace udb::mandates
