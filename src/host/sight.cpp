#include "host/sight.hpp"

#include "base/ensure.hpp"
#include "host/application.hpp"

#include <algorithm>

namespace udb {
namespace {

void add(Scope& to, Scope const& more) {
    to.everywhere = to.everywhere || more.everywhere;
    to.below.insert(to.below.end(), more.below.begin(), more.below.end());
    to.exactly.insert(to.exactly.end(), more.exactly.begin(), more.exactly.end());
    if (more.owner) to.owner = more.owner;
}

bool opens(RecordKind const& kind, std::string_view stage) {
    return kind.open_stages.empty() || std::ranges::count(kind.open_stages, stage) > 0;
}

RecordKind const& kind_of(Call const& call, std::string_view kind) {
    auto const* known = call.application().kind_named(kind);
    ENSURE(known, "a kind that no module describes: " + std::string(kind));
    return *known;
}

} // namespace

Sight Sight::in(std::string_view stage) const {
    if (std::ranges::count(stages, stage) == 0) return scope;
    auto narrowed = *this;
    narrowed.stages = {std::string(stage)};
    return narrowed;
}

Scope Sight::anywhere() const {
    auto all = scope;
    add(all, open);
    add(all, inside);
    return all;
}

Sight sight_of(RecordKind const& kind, Actor const& actor) {
    auto open = scope_of(kind.policy, actor, kind.read);
    if (kind.open_stages.empty()) return open;
    Sight sight;
    sight.stages = {kind.open_stages.begin(), kind.open_stages.end()};
    sight.open = std::move(open);
    sight.inside = scope_of(kind.policy, actor, kind.read_internal);
    for (auto const act : kind.closed_acts)
        add(sight.scope, scope_of(kind.policy, actor, act));
    return sight;
}

Sight sight_of(Call const& call) {
    return sight_of(kind_of(call, call.kept->reg->kind), call.actor);
}

Done allow_reading(Call const& call, Header const& header) {
    auto const& kind = kind_of(call, header.kind);
    auto const may = [&](Act act) { return call.may(kind.policy, act, header.target()); };
    if (std::ranges::any_of(kind.closed_acts, may)) return {};
    if (!opens(kind, header.stage)) return not_found();
    return call.allow(kind.policy, header.internal ? kind.read_internal : kind.read,
                      header.target());
}

Condition in_scope(Scope const& scope, std::string_view path) {
    if (scope.everywhere) return {};
    Condition all{" and (1 = 0", {}};
    for (auto const& office : scope.below) {
        auto range = below(path, office);
        all += {" or (1 = 1" + range.sql + ")", std::move(range.texts)};
    }
    for (auto const& office : scope.exactly)
        all += {" or " + std::string(path) + " = ?", {office}};
    if (scope.owner) all += {" or r.owner_id = cast(? as bigint)", {to_string(scope.owner)}};
    all.sql += ')';
    return all;
}

Condition seen(Sight const& sight, std::string_view path) {
    if (sight.stages.empty()) return in_scope(sight.scope, path);
    Condition all{" and (((r.stage || '') in (", {}};
    for (auto const& stage : sight.stages)
        all += {all.texts.empty() ? "?" : ", ?", {stage}};
    all.sql += ") and ((r.internal = 0";
    all += in_scope(sight.open, path);
    all.sql += ") or (r.internal = 1";
    all += in_scope(sight.inside, path);
    all.sql += "))) or (1 = 1";
    all += in_scope(sight.scope, path);
    all.sql += "))";
    return all;
}

} // namespace udb
