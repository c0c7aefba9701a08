// Who may do what, where.
#include "kernel/policy.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;

namespace {

constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member, Act::write, Reach::own},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::leader, Act::approve, Reach::subtree},
    {Role::administrator, Act::administer, Reach::any},
};

Actor with(Role role, std::string path) {
    return {.account = {7},
            .officer = {},
            .office = {},
            .name = {},
            .assignments = {{role, std::move(path)}}};
}

} // namespace

TEST_CASE("what no row permits is forbidden") {
    struct Case {
        char const* what;
        Actor actor;
        Act act;
        Target target;
        bool allowed;
    };
    Case const cases[] = {
        {"a guest reads", {}, Act::read, {"/1/"}, true},
        {"a guest does not write", {}, Act::write, {"/1/"}, false},
        {"a member writes what is hers", with(Role::member, "/1/"), Act::write, {"/1/", {7}}, true},
        {"a member does not write another's",
         with(Role::member, "/1/"),
         Act::write,
         {"/1/", {8}},
         false},
        {"a member does not write what nobody owns",
         with(Role::member, "/1/"),
         Act::write,
         {"/1/", {}},
         false},
        {"a secretary writes in the office",
         with(Role::member_secretary, "/1/"),
         Act::write,
         {"/1/"},
         true},
        {"a secretary does not write below",
         with(Role::member_secretary, "/1/"),
         Act::write,
         {"/1/2/"},
         false},
        {"a leader approves below", with(Role::leader, "/1/"), Act::approve, {"/1/2/"}, true},
        {"a leader does not approve beside",
         with(Role::leader, "/1/2/"),
         Act::approve,
         {"/1/3/"},
         false},
        {"/1/ is not above /12/", with(Role::leader, "/1/"), Act::approve, {"/12/"}, false},
        {"a leader of nowhere reaches nothing",
         with(Role::leader, ""),
         Act::approve,
         {"/1/"},
         false},
        {"an administrator administers anywhere",
         with(Role::administrator, ""),
         Act::administer,
         {"/9/"},
         true},
        {"an administrator does not approve",
         with(Role::administrator, "/1/"),
         Act::approve,
         {"/1/"},
         false},
    };
    for (auto const& c : cases)
        CHECK_MESSAGE(permits(policy, c.actor, c.act, c.target) == c.allowed, c.what);
}

TEST_CASE("the table shows the widest reach of each role") {
    auto const table = policy_table("teams", policy);
    CHECK(table.find("member_secretary  -         office    -         -") != table.npos);
    CHECK(table.find("guest             any       -         -         -") != table.npos);
}

TEST_CASE("a list is narrowed to exactly what a page of it would permit") {
    constexpr Grant rows[] = {
        {Role::member, Act::write, Reach::own},
        {Role::member_secretary, Act::write, Reach::office},
        {Role::leader, Act::write, Reach::subtree},
        {Role::administrator, Act::write, Reach::any},
    };
    auto const within = [](Scope const& scope, Target const& target) {
        auto const under = [&](std::string const& path) {
            return target.office_path.starts_with(path);
        };
        return scope.everywhere || std::ranges::any_of(scope.below, under)
               || std::ranges::count(scope.exactly, target.office_path) > 0
               || (scope.owner && scope.owner == target.owner);
    };
    std::vector<Actor> actors{{}};
    for (auto const role :
         {Role::member, Role::member_secretary, Role::leader, Role::administrator})
        for (auto const* path : {"/1/", "/1/2/", "/3/"}) {
            actors.push_back(with(role, path));
            actors.push_back(with(role, path));
            actors.back().assignments.push_back({Role::leader, "/1/"});
            actors.back().assignments.push_back({Role::member_secretary, "/1/2/"});
        }
    for (auto const& actor : actors)
        for (auto const* path : {"", "/1/", "/1/2/", "/1/20/", "/2/", "/3/", "/3/4/"})
            for (Id<Account> const owner : {Id<Account>{}, Id<Account>{7}, Id<Account>{8}}) {
                Target const target{path, owner};
                CHECK(within(scope_of(rows, actor, Act::write), target)
                      == permits(rows, actor, Act::write, target));
            }
    auto const both = [&] {
        auto actor = with(Role::leader, "/1/");
        actor.assignments.push_back({Role::leader, "/1/2/"});
        actor.assignments.push_back({Role::member_secretary, "/1/2/"});
        return actor;
    }();
    CHECK(scope_of(rows, both, Act::write) == Scope{.below = {"/1/"}});
    CHECK(scope_of(rows, {}, Act::write).nowhere());
}
