// What the platform knows of evidence.
#include "host/module.hpp"

#include "modules/evidence/evidence.hpp"
#include "modules/evidence/evidence_register.hpp"
#include "modules/evidence/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> evidence();
}

namespace udb::evidence {
namespace {

// A piece comes to be with its file and its links, never by a form of its row.
constexpr Kept registers[] = {{.reg = &evidence_register, .path = "/evidence", .read_only = true}};

constexpr Navigation navigation[] = {
    {{"প্রমাণক", "Evidence"}, "/evidence", Act::read, "evidence.about"},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "evidence",
    .title = {"প্রমাণক", "Evidence"},
    .files = embedded::evidence,
    .policy = policy,
    .navigation = navigation,
    .registers = registers,
};

} // namespace udb::evidence
