// What the platform knows of offices. The pages of one office and one post say who holds what: they
// are with the people.
#include "modules/offices/demo.hpp"
#include "modules/offices/pages.hpp"
#include "modules/offices/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> offices();
}

namespace udb::offices {
namespace {

constexpr PageRoute routes[] = {
    get("/offices", show_offices, Act::read),
};

constexpr Kept registers[] = {
    kept<Office, add_office, correct_office>(office_register, "/offices"),
    {&post_register, "/posts"},
};

constexpr Navigation navigation[] = {
    {{"দপ্তর", "Offices"}, "/offices", Act::read, "offices.about", NavigationGroup::institution},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "offices",
    .title = {"দপ্তর", "Offices"},
    .files = embedded::offices,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .registers = registers,
    .demo = tell_demo,
};

} // namespace udb::offices
