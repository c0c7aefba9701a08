#include "registers/records/sight.hpp"

#include "host/application.hpp"

#include <algorithm>

namespace udb {
namespace {

RecordKind kind_of(Call const& call) {
    auto const* known = call.application().kind_named(call.kept->reg->kind);
    return known ? *known : RecordKind{};
}

void add(Scope& to, Scope const& more) {
    to.everywhere = to.everywhere || more.everywhere;
    to.below.insert(to.below.end(), more.below.begin(), more.below.end());
    to.exactly.insert(to.exactly.end(), more.exactly.begin(), more.exactly.end());
    if (more.owner) to.owner = more.owner;
}

} // namespace

Scope Sight::in(std::string_view stage) const {
    auto all = scope;
    if (std::ranges::count(stages, stage) > 0) add(all, open);
    return all;
}

Sight sight_of(Call const& call) {
    auto const kind = kind_of(call);
    auto const& policy = call.kept->reg->policy;
    auto open = scope_of(policy, call.actor, kind.read);
    if (kind.open_stages.empty()) return open;
    Sight sight;
    sight.stages = {kind.open_stages.begin(), kind.open_stages.end()};
    sight.open = std::move(open);
    for (auto const act : kind.closed_acts)
        add(sight.scope, scope_of(policy, call.actor, act));
    return sight;
}

Done allow_reading(Call const& call, Header const& header) {
    auto const kind = kind_of(call);
    auto const& policy = call.kept->reg->policy;
    auto const may = [&](Act act) { return call.may(policy, act, header.target()); };
    if (std::ranges::any_of(kind.closed_acts, may)) return {};
    if (kind.open_stages.empty() || std::ranges::count(kind.open_stages, header.stage) > 0)
        return call.allow(policy, kind.read, header.target());
    return not_found();
}

} // namespace udb
