// What the platform knows of libraries.
#include "host/module.hpp"

#include "modules/libraries/library.hpp"
#include "modules/libraries/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> libraries();
}

namespace udb::libraries {
namespace {

constexpr Kept registers[] = {{&library_register, "/libraries"}};
constexpr Navigation navigation[] = {
    {{"গ্রন্থাগার", "Libraries"}, "/libraries", Act::read, "libraries.about"},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "libraries",
    .title = {"গ্রন্থাগার", "Libraries"},
    .files = embedded::libraries,
    .policy = policy,
    .navigation = navigation,
    .registers = registers,
};

} // namespace udb::libraries
