// Who may do what, where.
#include "kernel/policy.hpp"

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
