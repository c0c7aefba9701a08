// The pages of reports on both databases: who sees what, what was typed is kept, the files.
#include "host/search.hpp"
#include "modules/reports/tests/desk.hpp"

using namespace udb;
using namespace udb::reports;
using namespace udb::reports::test;
using udb::test::hidden_in;
using udb::test::says;

namespace {

udb::test::Site site_for(Database& database, Actor const& actor) {
    return {database, modules, actor, Instant{today}};
}

std::string path_of(Desk const& desk, std::string const& rest = {}) {
    return "/reports/" + to_string(desk.id) + rest;
}

} // namespace

TEST_CASE("a draft is for its office and those above; a published report is everybody's") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        auto const status = [&](Actor const& actor, std::string const& rest) {
            return site_for(database, actor).get(path_of(desk, rest)).status;
        };
        Actor const guest;
        CHECK(status(guest, "") == 404);
        CHECK(status(stranger, "") == 404);
        CHECK(status(member, "") == 200);
        CHECK(status(member, "/draft.pdf") == 200);
        CHECK(status(guest, "/draft.pdf") == 303);
        CHECK(status(secretary, "/chapters/plan") == 200);
        CHECK(status(secretary, "/chapters/none") == 404);
        CHECK(status(member, "/chapters/plan") == 403);
        desk.frozen();
        CHECK(status(guest, "") == 404);
        CHECK(status(guest, "/editions/1/pdf") == 404);
        CHECK(status(member, "/editions/1/pdf") == 200);
        REQUIRE(desk.now(secretary, publish));
        auto const page = site_for(database, guest).get(path_of(desk));
        CHECK(page.status == 200);
        CHECK(says(page, "কাজ সময়মতো শেষ হয়েছে।"));
        for (std::string const format : {"pdf", "html", "json", "csv"})
            CHECK_MESSAGE(status(guest, "/editions/1/" + format) == 200, format);
        CHECK(status(guest, "/editions/2/pdf") == 404);
        CHECK(status(guest, "/editions/1/exe") == 404);
        auto const feed = site_for(database, guest).get("/reports/feed.atom");
        CHECK(feed.status == 200);
        CHECK(says(feed, path_of(desk)));

        // A correction that is being written is not public.
        REQUIRE(desk.now(secretary, begin_correction, std::string("ভুল")));
        REQUIRE(desk.written(secretary, "plan", "গোপন খসড়া", 1));
        CHECK_FALSE(says(site_for(database, guest).get(path_of(desk)), "গোপন খসড়া"));
        CHECK(says(site_for(database, member).get(path_of(desk)), "গোপন খসড়া"));
    });
}

TEST_CASE("a report is found by what everybody reads of it, not by a correction that is written") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.frozen();
        auto const found = [&](std::string_view word) {
            return !database
                        .read([&](Db& db) {
                            return ids_matching(db, {.text = word, .kind = report_kind});
                        })
                        .ids.empty();
        };
        CHECK(found("সময়মতো")); // to those who may see a draft
        REQUIRE(desk.now(secretary, publish));
        REQUIRE(desk.now(secretary, begin_correction, std::string("ভুল")));
        REQUIRE(desk.written(secretary, "plan", "কাজ বিলম্বিত হয়েছে।", 1));
        CHECK_FALSE(found("বিলম্বিত"));
        CHECK(found("সময়মতো"));
        REQUIRE(desk.now(secretary, submit));
        REQUIRE(desk.approved(leader));
        CHECK_FALSE(found("বিলম্বিত"));
        REQUIRE(desk.now(secretary, publish));
        CHECK(found("বিলম্বিত"));
        CHECK_FALSE(found("সময়মতো"));
    });
}

TEST_CASE("who saves over another's saving gets both texts, and may save again") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        auto const site = site_for(database, secretary);
        auto const path = path_of(desk, "/chapters/plan");
        auto const version = hidden_in(site.get(path), "version");
        CHECK(version == "0");
        REQUIRE(desk.written(leader, "plan", "তাঁর লেখা"));
        auto const overtaken = site.post(path, {{"version", version}, {"body", "আমার লেখা"}});
        CHECK(overtaken.status == 409);
        CHECK(says(overtaken, "তাঁর লেখা"));
        CHECK(says(overtaken, "আমার লেখা"));
        auto const both = site.post(
            path, {{"version", hidden_in(overtaken, "version")}, {"body", "তাঁর লেখা ও আমার লেখা"}});
        CHECK(both.status == 303);
    });
}

TEST_CASE("the way from beginning to publication by forms alone") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database, Kind::q4};
        auto const secretarys = site_for(database, secretary);
        auto const begun = secretarys.post(
            "/reports", {{"office", to_string(desk.office)}, {"year", "2025"}, {"kind", "annual"}});
        REQUIRE(begun.status == 303);
        auto const path = std::string(begun.headers.get_or("Location"));
        CHECK(secretarys
                  .post("/reports",
                        {{"office", to_string(desk.office)}, {"year", "2025"}, {"kind", "annual"}})
                  .status
              == 422);
        CHECK(secretarys.post(path + "/chapters/summary", {{"version", "0"}, {"body", "সব ভালো"}})
                  .status
              == 303);
        auto const version = [&] { return hidden_in(secretarys.get(path), "version"); };
        CHECK(secretarys.post(path + "/submit", {{"version", "1"}}).status == 409);
        CHECK(secretarys.post(path + "/submit", {{"version", version()}}).status == 303);
        auto const leaders = site_for(database, leader);
        auto const waiting = leaders.get(path);
        CHECK(leaders.post(path + "/approve", {{"version", hidden_in(waiting, "version")}}).status
              == 303);
        auto const unproved = secretarys.post(
            path + "/send",
            {{"version", version()}, {"on", "২০-০৭-২০২৬"}, {"channel", "email"}, {"memo", "১"}});
        CHECK(unproved.status == 422);
        CHECK(says(unproved, "২০-০৭-২০২৬"));
        CHECK(secretarys.post(path + "/publish", {{"version", version()}}).status == 303);
        CHECK(secretarys.post(path + "/site", {{"version", version()}, {"address", "mole.gov.bd"}})
                  .status
              == 422);
        // Of this machine: not asked, and so no answer.
        CHECK(secretarys
                  .post(path + "/site",
                        {{"version", version()}, {"address", "http://127.0.0.1:9/report"}})
                  .status
              == 303);
        auto const public_page = site_for(database, {}).get(path);
        CHECK(says(public_page, "সব ভালো"));
        CHECK(says(public_page, "সাড়া নেই"));
    });
}
