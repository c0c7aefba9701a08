// What the platform knows of holidays that were declared beside the yearly lists.
#include "modules/holidays/holidays.hpp"
#include "modules/holidays/pages.hpp"
#include "modules/holidays/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> holidays();
}

namespace udb::holidays {
namespace {

constexpr PageRoute routes[] = {
    get("/holidays", show_holidays, Act::read),
};

constexpr Kept registers[] = {
    kept<HolidayOrder, declare, correct_order>(holiday_register, "/holidays"),
};

constexpr Navigation navigation[] = {
    {{"ছুটি", "Holidays"}, "/holidays", Act::write, "holidays.about", NavigationGroup::institution},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "holidays",
    .title = {"ছুটি", "Holidays"},
    .files = embedded::holidays,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .registers = registers,
};

} // namespace udb::holidays
