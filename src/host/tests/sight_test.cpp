// What a policy lets somebody see: everything, what a stage opens, and what stays inside.
#include "host/module.hpp"
#include "host/search.hpp"

#include <doctest/doctest.h>

using namespace udb;

TEST_CASE("what a policy lets somebody read is what is searched for them") {
    static constexpr std::string_view open_stages[] = {"issued"};
    static constexpr Act closed_acts[] = {Act::write, Act::approve};
    static constexpr RecordKind kinds[] = {{.kind = "paper",
                                            .path = "/papers",
                                            .label = {"পত্র", "Paper"},
                                            .open_stages = open_stages,
                                            .closed_acts = closed_acts},
                                           {.kind = "account",
                                            .path = "/accounts",
                                            .label = {"হিসাব", "Account"},
                                            .read = Act::administer}};
    static constexpr Grant policy[] = {{Role::guest, Act::read, Reach::any},
                                       {Role::leader, Act::read_internal, Reach::office},
                                       {Role::leader, Act::write, Reach::office},
                                       {Role::head_of_office, Act::approve, Reach::subtree},
                                       {Role::administrator, Act::administer, Reach::any}};
    static Module const module{.name = "papers",
                               .title = {"পত্র", "Papers"},
                               .files = [] { return std::span<EmbeddedFile const>{}; },
                               .policy = policy,
                               .kinds = kinds};
    Module const* const modules[] = {&module};
    auto const readable = [&](std::vector<Assignment> assignments) {
        Actor actor;
        actor.assignments = std::move(assignments);
        return readable_by(modules, actor);
    };
    auto const guest = readable({});
    REQUIRE(guest.size() == 2);
    CHECK(guest[0].kind == "paper");
    CHECK(guest[0].sight.stages == std::vector<std::string>{"issued"});
    CHECK(guest[0].sight.open == Scope{.everywhere = true});
    CHECK(guest[0].sight.inside.nowhere());
    CHECK(guest[0].sight.scope.nowhere());
    CHECK(guest[1].kind == "account");
    CHECK(guest[1].sight.nowhere());

    auto const leader = readable({{Role::leader, "/1/"}, {Role::head_of_office, "/2/"}});
    CHECK(leader[0].sight.inside == Scope{.exactly = {"/1/"}});
    CHECK(leader[0].sight.scope == Scope{.below = {"/2/"}, .exactly = {"/1/"}});

    auto const administrator = readable({{Role::administrator, "/1/"}});
    CHECK(administrator[1].sight.scope.everywhere);
}
