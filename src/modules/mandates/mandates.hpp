// The public face of mandates: the orders that officers have accepted into the books.
#pragma once

#include "host/records.hpp"
#include "modules/mandates/order.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::mandates {

inline constexpr std::string_view order_kind = "order";

/// An order as an officer accepted it. `order.findings` are the doubts that were left open;
/// `header.office_path` is the place of the office that keeps it, `header.number` its memo number
/// as written, `header.title` its kind and office.
struct AcceptedOrder {
    Header header = {};
    Order order = {};
    Id<Order> id() const { return as<Order>(header.id); }
};

std::optional<AcceptedOrder> accepted_order(Db& db, Id<Order> id);

/// An accepted order as a list or a choice shows it.
struct OrderLine {
    Id<Order> id = {};
    std::string office_path = {};
    std::string memo = {};         ///< as written; empty where the paper had none
    BilingualText title = {};      ///< অফিস আদেশ, শ্রম ও কর্মসংস্থান মন্ত্রণালয়
    std::optional<Date> date = {}; ///< of the paper
    std::int64_t seats = 0;        ///< how many it names
    std::int64_t findings = 0;     ///< left open
};

/// Of the office at `office_path` and all below it (empty: everywhere), the newest paper first; at
/// most `most`.
std::vector<OrderLine> accepted_orders(Db& db, std::string_view office_path, int most = 100);

/// The accepted order with this memo number, whatever its digits and spaces; its copies' suffix
/// `/১(২০)` does not count. A number of 18 or 22 digits is one in the whole country; a short one
/// (`১২/২০২৬`) is looked for in the office of `office_path` alone, in every office where that is
/// empty.
std::optional<OrderLine> order_with_memo(Db& db, std::string_view memo,
                                         std::string_view office_path = {});

} // namespace udb::mandates
