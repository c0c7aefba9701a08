#include "host/scanning.hpp"

#include "platform/clamd.hpp"
#include "platform/log.hpp"

namespace udb {
namespace {

Scanning& kept_scanning() {
    static Scanning scanning;
    return scanning;
}

} // namespace

void configure_scanning(Scanning wanted) { kept_scanning() = std::move(wanted); }
Scanning const& scanning() { return kept_scanning(); }

Result<bool> looked_through(std::string_view bytes) {
    auto const& with = scanning();
    if (with.clamd.empty()) return true;
    auto const said = scan(with.clamd, bytes);
    if (said.verdict == Scanned::Verdict::found) {
        log::warn("virus_found", {{"virus", said.what}});
        return invalid("file", {"host.virus_found", {{"virus", said.what}}});
    }
    if (said.verdict == Scanned::Verdict::clean) return true;
    log::warn("clamd_unanswered", {{"why", said.what}});
    if (with.clamd_required) return invalid("file", {"host.not_scanned"});
    return false;
}

} // namespace udb
