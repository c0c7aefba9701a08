// The list of teams as everybody sees it.
#include "modules/teams/tests/demo_teams.hpp"
#include "support/site.hpp"

using namespace udb;
using namespace udb::teams;
using test::says;

TEST_CASE("the list of teams says how each stands, and is narrowed by tier, mandate and name") {
    with_demo([](Database& database) {
        test::Site const guest{database, modules, Actor{}, noon};
        test::Site const former{database, modules, anyone, noon};
        auto const team = to_string(team_named(database, department).id());
        auto const listed = [&](std::string const& name, std::string const& value) {
            web::Pairs query;
            query.add(name, value);
            return guest.get("/teams", query);
        };
        CHECK(says(guest.get("/teams"), mole));
        CHECK(says(guest.get("/teams"), "১টি শূন্য"));
        CHECK(says(listed("tier", "ministry"), mole));
        CHECK_FALSE(says(listed("tier", "ministry"), department));
        CHECK(says(listed("mandate", "cabinet-2013"), "এই শর্তে কিছু পাওয়া যায়নি"));
        CHECK(says(listed("mandate", "cabinet-2023"), department));
        CHECK(says(listed("q", "গাজীপুর"), "গাজীপুর"));
        CHECK_FALSE(says(listed("q", "গাজীপুর"), department));
        auto const one = guest.get("/api/v1/teams/" + team);
        CHECK(says(one, "\"tier\":\"agency\""));
        CHECK(says(one, "\"stage\":\"active\""));
        CHECK_FALSE(says(guest.get("/teams"), "/teams/new"));
        CHECK(says(former.get("/teams"), "/teams/new"));
        CHECK_FALSE(says(former.get("/teams"), "/teams/import"));
    });
}
