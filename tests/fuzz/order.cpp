// An office paper as text, and an order as JSON: read, written and read again.
#include "modules/mandates/order.hpp"

#include "base/ensure.hpp"
#include "fuzz.hpp"

namespace udb::fuzz {
namespace {

void check_again(mandates::Order const& order, bool pretty) {
    auto const again = mandates::order_from_json(mandates::to_json(order, pretty));
    ENSURE(static_cast<bool>(again), "an order that is written is read");
    ENSURE(*again == order, "an order that is written is the same");
}

} // namespace

void order(std::string_view bytes) {
    auto const order = mandates::read_order(bytes);
    if (order) check_again(*order, false);
}

void order_json(std::string_view bytes) {
    auto const order = mandates::order_from_json(bytes);
    if (order) check_again(*order, true);
}

} // namespace udb::fuzz
