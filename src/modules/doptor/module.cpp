// What the platform knows of the directory import.
#include "modules/doptor/pages.hpp"
#include "modules/doptor/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> doptor();
}

namespace udb::doptor {
namespace {

constexpr PageRoute routes[] = {
    get("/doptor", show_imports, Act::write),
    post("/doptor", post_import, Act::write, upload_bytes_max),
    get("/doptor/{id}", show_import, Act::write),
};

constexpr Navigation navigation[] = {
    {{"দপ্তর তালিকা আমদানি", "Directory import"},
     "/doptor",
     Act::write,
     "doptor.about",
     NavigationGroup::administration},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "doptor",
    .title = {"জাতীয় দপ্তর তালিকা", "National office directory"},
    .files = embedded::doptor,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
};

} // namespace udb::doptor
