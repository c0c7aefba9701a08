// What the platform knows of teams.
#include "modules/teams/chapter_store.hpp"
#include "modules/teams/contributions_store.hpp"
#include "modules/teams/demo.hpp"
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"
#include "modules/teams/store.hpp"
#include "modules/teams/team_register.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> teams();
}

namespace udb::teams {
namespace {

constexpr PageRoute routes[] = {
    get("/teams", show_teams, Act::read),
    get("/teams/new", show_begin, Act::form),
    post("/teams/new", post_begin, Act::form),
    get("/teams/{id}", show_team, Act::read),
    get("/teams/{id}/check", show_check, Act::read),
    get("/teams/{id}/exceptions/new", show_exception, Act::except),
    post("/teams/{id}/exceptions", post_exception, Act::except),
    post("/teams/{id}/draft/begin", post_begin_again, Act::form),
    get("/teams/{id}/draft", show_draft, Act::form),
    post("/teams/{id}/draft", post_draft, Act::form),
    post("/teams/{id}/draft/discard", post_discard, Act::form),
    post("/teams/{id}/draft/in-force", post_in_force, Act::form),
    get("/teams/{id}/draft/nominees", show_nominees, Act::form),
    get("/teams/{id}/draft/seats/{seat}", show_seat, Act::form),
    post("/teams/{id}/draft/seats/{seat}", post_seat, Act::form),
    post("/teams/{id}/draft/seats/{seat}/remove", post_seat_removed, Act::form),
    post("/teams/{id}/draft/seats/{seat}/post", post_seat_post, Act::form),
};

constexpr RecordKind kinds[] = {
    {.kind = team_kind, .path = "/teams", .label = {"টিম", "Team"}, .body = search_text}};

// Teams are formed and re-formed by compositions, never by a form of their row.
constexpr Kept registers[] = {{.reg = &team_register, .path = "/teams", .read_only = true}};

constexpr std::size_t concerns_most = 20;

/// Drafts that wait in the offices where the actor may form.
std::vector<Concern> concerns(Db& db, Actor const& actor, Date) {
    std::vector<Concern> found;
    for (auto const& row : db.all("select r.id, r.title_bn, r.title_en, r.office_path from "
                                  "compositions c join records r on r.id = c.team where c.stage = "
                                  "'draft' order by r.sort_key, r.id")) {
        auto const path = row.get<std::string>(3);
        if (found.size() == concerns_most) break;
        if (!permits(policy, actor, Act::form, {.office_path = path})) continue;
        BilingualText const title{row.get<std::string>(1), row.get<std::string>(2)};
        found.push_back({.what = {"teams.draft_waits", {{"team", title}}},
                         .where = url("/teams/{}/draft", row.get<Id<Team>>(0)),
                         .waits = true});
    }
    return found;
}

constexpr Navigation navigation[] = {
    {{"টিম", "Teams"}, "/teams", Act::read, "teams.about", NavigationGroup::institution},
};

// Registered before any thread begins: what stands of this module in reports.
[[maybe_unused]] bool const tells_team =
    tells({.chapter = "team", .place = 1, .tell = tell_team, .files = embedded::teams});

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "teams",
    .title = {"টিম", "Teams"},
    .files = embedded::teams,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .registers = registers,
    .roles = seat_roles,
    .concerns = concerns,
    .contributions = contributions,
    .demo = tell_demo,
};

} // namespace udb::teams
