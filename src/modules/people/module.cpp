// What the platform knows of people.
#include "modules/people/demo.hpp"
#include "modules/people/pages.hpp"
#include "modules/people/people.hpp"
#include "modules/people/policy.hpp"
#include "modules/people/store.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> people();
}

namespace udb::people {
namespace {

constexpr PageRoute routes[] = {
    get("/offices/{id}", show_office, Act::read),
    get("/posts", show_posts, Act::read),
    get("/posts/{id}", show_post, Act::read),
    get("/posts/{id}/transfer", show_transfer, Act::transfer),
    post("/posts/{id}/transfer", post_transfer, Act::transfer),
    get("/people", show_people, Act::read),
    get("/people/{id}", show_officer, Act::read),
};

constexpr Kept registers[] = {{&officer_register, "/people"}};

constexpr Navigation navigation[] = {
    {{"কর্মকর্তা", "People"}, "/people", Act::read, "people.about", NavigationGroup::institution},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "people",
    .title = {"কর্মকর্তা", "People"},
    .files = embedded::people,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .registers = registers,
    .roles = head_roles,
    .demo = tell_demo,
};

} // namespace udb::people
