// What the platform knows of searching.
#include "host/module.hpp"

#include "modules/search/pages.hpp"
#include "modules/search/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> search();
}

namespace udb::search_page {
namespace {

constexpr PageRoute routes[] = {
    get("/search", show_search, Act::read),
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "search",
    .title = {"অনুসন্ধান", "Search"},
    .files = embedded::search,
    .routes = routes,
    .policy = policy,
    .search = "/search",
};

} // namespace udb::search_page
