// Headers, listings and events, on both databases.
#include "host/application.hpp"
#include "host/records.hpp"
#include "support/databases.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace std::chrono;

namespace {

Actor const clerk{
    .account = {}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon = sys_days{2026y / January / 26} + 6h;

Header thing(std::string bn, std::string path = "/1/") {
    return {.kind = "thing", .office_path = std::move(path), .title = {std::move(bn), "Thing"}};
}

void on_both(std::function<void(Database&)> const& test) {
    test::for_each_database(migrations_of({}), test);
}

template <class F>
auto working(Database& database, F const& act) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
        return act(work);
    });
}

} // namespace

TEST_CASE("a record is saved by whoever read its present version, and by nobody else") {
    on_both([](Database& database) {
        auto const id = working(database, [](Work& w) { return add_record(w, thing("ক")); });
        auto header = *database.read([&](Db& db) { return find_record(db, "thing", id); });
        CHECK(header.version == 1);
        CHECK(header.title.bn == "ক");
        CHECK_FALSE(database.read([&](Db& db) { return find_record(db, "other", id); }));

        header.title.bn = "খ";
        auto const first = working(database, [&](Work& w) { return save_record(w, header); });
        REQUIRE(static_cast<bool>(first));
        CHECK(*first == 2);
        auto const second = working(database, [&](Work& w) { return save_record(w, header); });
        REQUIRE_FALSE(static_cast<bool>(second));
        CHECK(second.error().kind == Error::Kind::conflict);
    });
}

TEST_CASE("the records of an office are counted as they come, go and move") {
    on_both([](Database& database) {
        auto const id = working(database, [](Work& w) {
            add_record(w, thing("ক", "/1/"));
            add_record(w, thing("খ", "/1/2/"));
            return add_record(w, thing("গ", "/3/"));
        });
        auto const count = [&](std::string_view path) {
            return database.read([&](Db& db) { return count_records(db, "thing", path); });
        };
        CHECK(count("") == 3);
        CHECK(count("/1/") == 2);
        CHECK(count("/1/2/") == 1);
        CHECK(count("/2/") == 0);

        working(database, [&](Work& w) { return move_record(w, id, "/1/2/"), 0; });
        CHECK(count("/3/") == 0);
        CHECK(count("/1/2/") == 2);
        working(database, [](Work& w) { return move_below(w, "/1/2/", "/4/2/"), 0; });
        CHECK(count("/1/") == 1);
        CHECK(count("/4/") == 2);
        auto header = *database.read([&](Db& db) { return find_record(db, "thing", id); });
        CHECK(header.office_path == "/4/2/");
        header.office_path = "/5/";
        REQUIRE(
            static_cast<bool>(working(database, [&](Work& w) { return save_record(w, header); })));
        CHECK(count("/4/") == 1);
        CHECK(count("/5/") == 1);
        CHECK(count("") == 3);
        CHECK(database.read([](Db& db) { return count_records(db, "none"); }) == 0);
    });
}

TEST_CASE("counts that are kept together until the end are the same") {
    on_both([](Database& database) {
        working(database, [](Work& w) {
            CountsTogether counts(w);
            add_record(w, thing("ক", "/1/"));
            auto const moved = add_record(w, thing("খ", "/1/2/"));
            move_below(w, "/1/2/", "/4/2/");
            add_record(w, thing("গ", "/1/2/"));
            move_record(w, moved, "/3/");
            CHECK(count_records(w.db, "thing") == 2);
            counts.write();
            return 0;
        });
        auto const count = [&](std::string_view path) {
            return database.read([&](Db& db) { return count_records(db, "thing", path); });
        };
        CHECK(count("") == 3);
        CHECK(count("/1/") == 2);
        CHECK(count("/1/2/") == 1);
        CHECK(count("/4/") == 0);
        CHECK(count("/3/") == 1);
    });
}

TEST_CASE("records are named in one statement, each once") {
    on_both([](Database& database) {
        auto const id = working(database, [](Work& w) { return add_record(w, thing("ক")); });
        auto const named = database.read([&](Db& db) { return names_of(db, {id, id, {99}}); });
        REQUIRE(named.size() == 1);
        CHECK(named[0].title.bn == "ক");
        CHECK(named[0].kind == "thing");
        CHECK(database.read([](Db& db) { return names_of(db, {}); }).empty());
    });
}

TEST_CASE("what happened in an office is told of it and of all below, the newest first") {
    on_both([](Database& database) {
        auto const id = working(database, [](Work& w) {
            auto const made = add_record(w, thing("ক", "/1/7/"));
            w.record("thing.entered", made, "/1/7/", {{"name_bn", "ক"}, {"name_en", "K"}});
            w.record("thing.moved", made, "/1/7/", {{"from", "2026-02-01"}});
            return made;
        });
        auto const count = [&](std::string_view path) {
            return database.read([&](Db& db) { return events_in(db, path, 10); }).size();
        };
        CHECK(count("/1/") == 2);
        CHECK(count("/1/7/") == 2);
        CHECK(count("/17/") == 0);
        CHECK(count("/1/70/") == 0);

        auto const events = database.read([&](Db& db) { return events_of(db, id); });
        REQUIRE(events.size() == 2);
        CHECK(events[0].kind == "thing.moved");
        CHECK(events[0].who.bn == "করণিক");
        auto const moved = events[0].sentence();
        CHECK(moved.key == "event.thing.moved");
        CHECK(std::get<Date>(moved.args.at(0).second) == sys_days{2026y / February / 1});
        auto const entered = events[1].sentence();
        CHECK(std::get<BilingualText>(entered.args.at(0).second) == BilingualText{"ক", "K"});
        CHECK(entered.args.at(0).first == "name");
    });
}

TEST_CASE("a code in an event gives way to its words in the sentence") {
    Event const event{.at = noon,
                      .kind = "thing.told",
                      .who = {},
                      .details = {{"period", "q3"}, {"period_bn", "তৃতীয়"}, {"period_en", "Third"}}};
    auto const told = event.sentence();
    REQUIRE(told.args.size() == 1);
    CHECK(std::get<BilingualText>(told.args[0].second) == BilingualText{"তৃতীয়", "Third"});
}

TEST_CASE("days, numbers and fiscal years in an event are written as the reader writes them") {
    Event const event{.at = noon,
                      .kind = "thing.told",
                      .who = {},
                      .details = {{"on", "2026-07-01"},
                                  {"count", "12"},
                                  {"year", "2026-27"},
                                  {"phone", "017"},
                                  {"memo", "2026-28"}}};
    auto const told = event.sentence();
    REQUIRE(told.args.size() == 5);
    CHECK(std::get<Date>(told.args[0].second) == sys_days{2026y / July / 1});
    CHECK(std::get<std::int64_t>(told.args[1].second) == 12);
    CHECK(std::get<BilingualText>(told.args[2].second) == BilingualText{"২০২৬-২৭", "2026-27"});
    CHECK(std::get<std::string>(told.args[3].second) == "017");
    CHECK(std::get<std::string>(told.args[4].second) == "2026-28");
}

TEST_CASE("a refusal undoes what its work has written, events too") {
    on_both([](Database& database) {
        auto const refused_work = working(database, [](Work& w) -> Result<Id<Record>> {
            auto const id = add_record(w, thing("ক"));
            w.record("thing.entered", id, "/1/");
            return forbidden();
        });
        CHECK_FALSE(static_cast<bool>(refused_work));
        auto const left = database.read([](Db& db) {
            return db.one("select (select count(*) from records) + (select count(*) from events)")
                ->get<int>(0);
        });
        CHECK(left == 0);
    });
}
