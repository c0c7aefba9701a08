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
    get("/offices/new", show_new_office, Act::write),
    post("/offices/new", post_new_office, Act::write),
    get("/offices/{id}/edit", show_office_form, Act::write),
    post("/offices/{id}/edit", post_office_form, Act::write),
    get("/posts/new", show_new_post, Act::write),
    post("/posts/new", post_new_post, Act::write),
    get("/posts/{id}/edit", show_post_form, Act::write),
    post("/posts/{id}/edit", post_post_form, Act::write),
};

constexpr RecordKind kinds[] = {{record_kind<Office>, "/offices", {"দপ্তর", "Office"}},
                                {record_kind<Post>, "/posts", {"পদ", "Post"}}};

constexpr Navigation navigation[] = {
    {{"দপ্তর", "Offices"}, "/offices", Act::read, "offices.about"},
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
    .kinds = kinds,
    .demo = tell_demo,
};

} // namespace udb::offices
