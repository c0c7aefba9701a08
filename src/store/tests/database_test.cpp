// Statements and transactions, the same on both databases.
#include "support/databases.hpp"
#include "teams.hpp"

#include <chrono>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::test;

TEST_CASE("every kind of value comes back as it went in") {
    with_teams([](Database& database) {
        Date const day = std::chrono::year(2026) / 1 / 26;
        Blob const seal = {std::byte{0}, std::byte{0xFF}, std::byte{'\''}};
        std::string const title = "উদ্ভাবন টিম — ক্ষ ড়/ড় ০১২ 'উদ্ধৃতি' ? $1 😀";
        auto const id = database.write([&](Db& db) {
            return db
                .one("insert into teams (title, size, share, formed_on, seal) values "
                     "(?, ?, ?, ?, ?) returning id",
                     title, std::int64_t{1} << 60U, 0.1, day, seal)
                ->get<Id<Team>>(0);
        });
        database.read([&](Db& db) {
            auto const row =
                db.one("select title, size, share, formed_on, seal, id, size = ?, null "
                       "from teams where id = ?",
                       std::int64_t{1} << 60U, id);
            REQUIRE(row);
            CHECK(row->get<std::string>(0) == title);
            CHECK(row->get<std::string_view>(0) == title);
            CHECK(row->get<std::int64_t>(1) == std::int64_t{1} << 60U);
            CHECK(row->get<double>(2) == 0.1);
            CHECK(row->get<Date>(3) == day);
            CHECK(row->get<Blob>(4) == seal);
            CHECK(row->get<Id<Team>>(5) == id);
            CHECK(row->get<bool>(6));
            CHECK(row->get<std::optional<Date>>(3) == day);
            CHECK(row->get<std::optional<std::string>>(7) == std::nullopt);
            CHECK_THROWS_AS(row->get<int>(1), Bug);
            CHECK_THROWS_AS(row->get<int>(7), Bug);
            CHECK_THROWS_AS(row->get<int>(0), Bug);
            CHECK_THROWS_AS(row->get<int>(8), Bug);
            CHECK(!db.one("select id from teams where id = ?", id.value + 1));
        });
    });
}

TEST_CASE("empty and absent are two things") {
    with_teams([](Database& database) {
        database.write([](Db& db) {
            add(db, "");
            db.run("update teams set formed_on = ?, seal = ?", std::optional<Date>(), Blob());
        });
        database.read([](Db& db) {
            auto const row = db.one("select title, formed_on, seal from teams");
            CHECK(row->get<std::string_view>(0).empty());
            CHECK(!row->is_null(0));
            CHECK(row->is_null(1));
            CHECK(row->get<Blob>(2).empty());
            CHECK(!row->is_null(2));
        });
    });
}

TEST_CASE("text is ordered by its bytes on both databases") {
    with_teams([](Database& database) {
        database.write([](Db& db) {
            for (auto const* title : {"b", "A", "a", "B", "খ", "ক"})
                add(db, title);
        });
        auto const titles = database.read([](Db& db) {
            std::string all;
            for (auto const& row : db.all("select title from teams order by title"))
                all += row.get<std::string_view>(0);
            return all;
        });
        CHECK(titles == "ABabকখ");
    });
}

TEST_CASE("answers may be read inside each other, and counted") {
    with_teams([](Database& database) {
        database.write([](Db& db) {
            for (int i = 0; i < 3; ++i)
                add(db, std::to_string(i), i);
        });
        database.read([](Db& db) {
            int pairs = 0;
            constexpr auto sql = "select size from teams where size >= ? order by size";
            for (auto const& outer : db.all(sql, 0))
                for (auto const& inner : db.all(sql, outer.get<int>(0)))
                    pairs += inner.get<int>(0) >= outer.get<int>(0) ? 1 : 0;
            CHECK(pairs == 6);
            CHECK(db.statements() == 4);
            for (auto const& row : db.all(sql, 0)) {
                CHECK(row.get<int>(0) == 0);
                break; // The rest is not read, and holds nothing up.
            }
        });
        CHECK(database.write([](Db& db) { return db.run("update teams set size = 9"); }) == 3);
    });
}

TEST_CASE("what returns an error or throws leaves nothing, what returns a value stays") {
    with_teams([](Database& database) {
        auto const kept = [&](bool fine) {
            return database.write([&](Db& db) -> Result<Id<Team>> {
                auto const id = add(db, "ক");
                if (!fine) return refused({"teams.no"});
                return id;
            });
        };
        CHECK(kept(false).error().message.key == "teams.no");
        CHECK(count(database) == 0);
        CHECK_THROWS_AS(database.write([](Db& db) {
            add(db, "ক");
            throw std::runtime_error("no");
        }),
                        std::runtime_error);
        CHECK(count(database) == 0);
        CHECK(kept(true));
        CHECK(count(database) == 1);
    });
}

TEST_CASE("a second one of what must be unique is a conflict, and leaves nothing") {
    with_teams([](Database& database) {
        auto const twice = [&](char const* second) -> Done {
            return database.write([&](Db& db) -> Done {
                add(db, "ক");
                add(db, second);
                return {};
            });
        };
        CHECK(twice("ক").error().kind == Error::Kind::conflict);
        CHECK(count(database) == 0);
        CHECK_THROWS_AS(database.write([](Db& db) {
            add(db, "ক");
            add(db, "ক");
        }),
                        ConstraintViolation);
        CHECK(twice("খ"));
        CHECK(count(database) == 2);
        // Swallowed, it would keep half the work on one engine and none on the other.
        CHECK_THROWS_AS(database.write([](Db& db) {
            try {
                add(db, "ক");
            } catch (ConstraintViolation const&) {
            }
        }),
                        Bug);
        CHECK(count(database) == 2);
    });
}

TEST_CASE("each broken constraint says which kind it is") {
    constexpr std::string_view sql =
        "create table a (id integer primary key, n integer not null check (n > 0)) strict;"
        "create table b (a_id integer not null references a (id)) strict;";
    EmbeddedFile const file[] = {{"migrations/20260101_a.sql", sql}};
    Migrations const made[] = {{"a", file}};
    using Kind = ConstraintViolation::Kind;
    struct {
        char const* sql;
        Kind kind;
    } const cases[] = {
        {"insert into a (id, n) values (1, null)", Kind::not_null},
        {"insert into a (id, n) values (1, 0)", Kind::check},
        {"insert into b (a_id) values (7)", Kind::foreign_key},
        {"insert into a (id, n) values (1, 1), (1, 1)", Kind::unique},
    };
    for_each_database(made, [&](Database& database) {
        for (auto const& one : cases) {
            CAPTURE(one.sql);
            try {
                database.write([&](Db& db) { db.run(one.sql); });
                FAIL("nothing was refused");
            } catch (ConstraintViolation const& violation) {
                CHECK(violation.kind() == one.kind);
            }
        }
        database.write([](Db& db) { db.run("insert into a (id, n) values (1, 1)"); });
    });
}

TEST_CASE("text that one engine cannot keep is refused by both") {
    using namespace std::string_literals;
    with_teams([](Database& database) {
        for (auto const& text : {"ক\0খ"s, "\xE0\xA6"s, "\xC0\x80"s, "\xED\xA0\x80"s, "\xFF"s,
                                 "\xF4\x90\x80\x80"s, "a\x80"s}) {
            auto const done = database.write([&](Db& db) -> Done {
                add(db, text);
                return {};
            });
            REQUIRE(!done);
            CHECK(done.error().kind == Error::Kind::invalid);
            CHECK(done.error().message.key == "store.unstorable_text");
        }
        CHECK(count(database) == 0);
        database.write([](Db& db) { add(db, "\xF4\x8F\xBF\xBF ক"); });
        CHECK(count(database) == 1);
    });
}

TEST_CASE("a text of twenty megabytes is kept whole") {
    with_teams([](Database& database) {
        std::string huge;
        while (huge.size() < 20'000'000)
            huge += "উদ্ভাবন ";
        database.write([&](Db& db) {
            add(db, "ক");
            db.run("update teams set formed_on = ?", huge);
        });
        auto const back = database.read(
            [](Db& db) { return db.one("select formed_on from teams")->get<std::string>(0); });
        CHECK(back == huge);
    });
}

TEST_CASE("wrong statements are bugs, not failures") {
    with_teams([](Database& database) {
        CHECK_THROWS_AS(database.read([](Db& db) { db.one("select nothing from teams"); }), Bug);
        CHECK_THROWS_AS(database.read([](Db& db) { db.one("select 1 where 1 = ?"); }), Bug);
        CHECK_THROWS_AS(database.read([](Db& db) { db.one("select 1; select 2"); }), Bug);
        CHECK_THROWS_AS(database.read([](Db& db) { db.run("delete from teams"); }), Bug);
        CHECK_THROWS_AS(database.read([](Db& db) { db.one("delete from teams returning id"); }),
                        Bug);
        CHECK_THROWS_AS(database.write([](Db& db) {
            db.run("update teams set size = 'many' where 1 = 1");
            add(db, "x");
            db.run("update teams set size = 'many'");
        }),
                        Bug);
        CHECK_THROWS_AS(database.write([&](Db&) { count(database); }), Bug);
        CHECK_THROWS_AS(database.read([&](Db&) { count(database); }), Bug);
        CHECK(count(database) == 0);
    });
}

TEST_CASE("question marks in quotes and comments are no parameters") {
    with_teams([](Database& database) {
        auto const row = database.read([](Db& db) {
            return db.one("select '?''?' as \"?\", /* ? */ cast(? as text) -- ?\n", "ক");
        });
        CHECK(row->get<std::string>(0) == "?'?");
        CHECK(row->get<std::string>(1) == "ক");
    });
}
