// What the platform knows of mandates and of the order desk.
#include "host/module.hpp"

#include "modules/mandates/accepted_actions.hpp"
#include "modules/mandates/demo.hpp"
#include "modules/mandates/pages.hpp"
#include "modules/mandates/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> mandates();
}

namespace udb::mandates {
namespace {

/// A pasted text and a file beside it; what is larger is no order, and is answered by 413.
constexpr std::size_t reading_bytes_max = std::size_t{5} * 1024 * 1024;

constexpr PageRoute routes[] = {
    get("/mandates", show_mandates, Act::read),
    get("/mandates/compare", show_comparison, Act::read),
    get("/mandates/{id}", show_mandate, Act::read),
    get("/orders", show_orders, Act::read),
    get("/orders/new", show_desk, Act::accept),
    post("/orders/read", post_read, Act::accept, reading_bytes_max),
    post("/orders", post_accept, Act::accept, reading_bytes_max),
    get("/orders/{id}", show_order, Act::read),
};

constexpr RecordKind kinds[] = {
    {.kind = "order",
     .path = "/orders",
     .label = {"আদেশ", "Order"},
     .body = [](Db& db, Id<Record> id) { return original_text(db, as<Order>(id)); }}};

constexpr Navigation navigation[] = {
    {{"প্রজ্ঞাপন", "Mandates"}, "/mandates", Act::read, "mandates.about", NavigationGroup::papers},
    {{"আদেশ পাঠ", "Orders"},
     "/orders",
     Act::read,
     "mandates.orders_about",
     NavigationGroup::papers},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "mandates",
    .title = {"প্রজ্ঞাপন ও আদেশ", "Mandates and orders"},
    .files = embedded::mandates,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .demo = tell_demo,
};

} // namespace udb::mandates
