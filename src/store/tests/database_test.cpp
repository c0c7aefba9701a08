// Statements, transactions and failures, the same on both databases.
#include "support/databases.hpp"

#include <atomic>
#include <chrono>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace udb;
using namespace std::chrono_literals;
using test::for_each_database;

namespace {

struct Team {};

constexpr std::string_view teams_sql = "create table teams (id integer primary key, title text not "
                                       "null unique, size integer not null default 0, share real, "
                                       "formed_on text, seal blob) strict;";
EmbeddedFile const files[] = {{"migrations/20260101_create_teams.sql", teams_sql},
                              {"words.bn.toml", "[teams]"}};
Migrations const migrations[] = {{"teams", files}};

void with_teams(std::function<void(Database&)> const& test, DatabaseOptions options = {}) {
    for_each_database(migrations, test, options);
}

Id<Team> add(Db& db, std::string_view title, int size = 0) {
    return db.one("insert into teams (title, size) values (?, ?) returning id", title, size)
        ->get<Id<Team>>(0);
}

int count(Database& database) {
    return database.read([](Db& db) { return db.one("select count(*) from teams")->get<int>(0); });
}

int size_of(Database& database) {
    return database.read([](Db& db) { return db.one("select size from teams")->get<int>(0); });
}

} // namespace

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

TEST_CASE("a reader keeps its snapshot while others write") {
    with_teams([](Database& database) {
        database.write([](Db& db) { add(db, "ক"); });
        database.read([&](Db& db) {
            CHECK(db.one("select count(*) from teams")->get<int>(0) == 1);
            std::thread([&] { database.write([](Db& other) { add(other, "খ"); }); }).join();
            CHECK(db.one("select count(*) from teams")->get<int>(0) == 1);
        });
        CHECK(count(database) == 2);
    });
}

TEST_CASE("eight threads counting in one row lose nothing") {
    with_teams(
        [](Database& database) {
            database.write([](Db& db) { add(db, "ক"); });
            constexpr int each = 25;
            std::atomic<int> failed = 0;
            std::vector<std::thread> threads;
            for (int thread = 0; thread < 8; ++thread)
                threads.emplace_back([&] {
                    for (int i = 0; i < each; ++i)
                        try {
                            database.write([](Db& db) {
                                // Read and written apart: only isolation saves the sum.
                                auto const size = db.one("select size from teams")->get<int>(0);
                                db.run("update teams set size = ?", size + 1);
                            });
                        } catch (std::exception const&) {
                            ++failed;
                        }
                });
            for (auto& thread : threads)
                thread.join();
            CHECK(failed == 0);
            CHECK(size_of(database) == 8 * each);
        },
        {.connections = 8, .wait = 20s});
}

TEST_CASE("rules over several rows hold when two look at the same time") {
    // Write skew: each sees the other's seat filled and leaves; one of them must stay.
    with_teams([](Database& database) {
        database.write([](Db& db) {
            add(db, "ক", 1);
            add(db, "খ", 1);
        });
        std::atomic<int> looked = 0;
        auto const leave = [&](char const* who) {
            database.write([&](Db& db) {
                auto const filled =
                    db.one("select count(*) from teams where size = 1")->get<int>(0);
                ++looked;
                for (int i = 0; i < 100 && looked < 2; ++i)
                    std::this_thread::sleep_for(1ms);
                if (filled > 1) db.run("update teams set size = 0 where title = ?", who);
            });
        };
        std::thread other([&] { leave("ক"); });
        leave("খ");
        other.join();
        CHECK(database.read([](Db& db) {
            return db.one("select count(*) from teams where size = 1")->get<int>(0);
        }) == 1);
    });
}

TEST_CASE("who waits too long for a lock is told that it is busy") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const temporary(dialect);
        Database one(temporary.url()), other(temporary.url(), {.wait = 100ms});
        REQUIRE(migrate(one, migrations, Instant{}));
        one.write([](Db& db) { add(db, "ক"); });
        auto const change = [](Db& db) { db.run("update teams set size = size + 1"); };
        one.write([&](Db& db) {
            change(db);
            try {
                other.write(change);
                FAIL("nobody waited");
            } catch (StoreFailure const& failure) {
                CHECK(failure.category() == StoreFailure::Category::busy);
                CHECK(failure.passes());
            }
        });
        other.write(change);
        CHECK(size_of(one) == 2);
    }
}

TEST_CASE("no free connection in time is busy, too") {
    with_teams(
        [](Database& database) {
            database.read([&](Db&) {
                std::thread([&] { CHECK_THROWS_AS(count(database), StoreFailure); }).join();
            });
            CHECK(count(database) == 0);
        },
        {.connections = 1, .wait = 50ms});
}

TEST_CASE("a killed connection fails once and is replaced") {
    for (auto const dialect : test::dialects()) {
        if (dialect == Dialect::sqlite) continue;
        test::TemporaryDatabase const temporary(dialect);
        Database database(temporary.url(), {.connections = 1}), killer(temporary.url());
        auto const pid = [](Db& db) { return db.one("select pg_backend_pid()")->get<int>(0); };
        auto const kill = [&](int which) {
            killer.read([&](Db& db) { db.one("select pg_terminate_backend(?, 5000)", which); });
        };
        auto const first = database.read(pid);
        kill(first); // While it is idle, nobody notices.
        auto const second = database.read(pid);
        CHECK(second != first);
        try {
            database.write([&](Db& db) {
                kill(pid(db));
                db.one("select 1");
            });
            FAIL("the connection survived");
        } catch (StoreFailure const& failure) {
            CHECK(failure.category() == StoreFailure::Category::unavailable);
        }
        CHECK(database.read(pid) != second);
    }
}

TEST_CASE("a plan from before a migration is made anew") {
    with_teams([](Database& database) {
        constexpr auto sql = "select * from teams";
        auto const columns = [&] {
            return database.read([&](Db& db) {
                auto const row = db.one(sql);
                return row ? row->size() : 0;
            });
        };
        database.write([](Db& db) { add(db, "ক"); });
        CHECK(columns() == 6);
        database.write([](Db& db) { db.script("alter table teams add column note text"); });
        CHECK(columns() == 7);
    });
}

TEST_CASE("everything works without prepared statements") {
    with_teams(
        [](Database& database) {
            database.write([](Db& db) { add(db, "ক", 3); });
            CHECK(size_of(database) == 3);
        },
        {.prepare = false});
}

TEST_CASE("what cannot be opened says so, and why in kind") {
    auto const category = [](std::string const& url) {
        try {
            Database database(url, {.wait = 50ms});
            database.write([](Db& db) { db.script("create table t (n integer)"); });
        } catch (StoreFailure const& failure) {
            return failure.category();
        }
        FAIL("opened: " << url);
        return StoreFailure::Category::full;
    };
    using Category = StoreFailure::Category;
    test::TemporaryDatabase const temporary(Dialect::sqlite);
    auto const file = temporary.url().substr(7);
    CHECK(category("sqlite:/no/such/folder/x.db") == Category::unavailable);
    CHECK(category("sqlite:/") == Category::unavailable);
    CHECK(category("mysql://secret@host/x") == Category::unavailable);
    CHECK(category("") == Category::unavailable);
    CHECK(category("postgresql://nobody:secret@127.0.0.1:1/x") == Category::unavailable);
    std::ofstream(file) << std::string(5000, 'x');
    CHECK(category(file) == Category::damaged);
}

TEST_CASE("a full disk is a failure that leaves nothing, and passes") {
    test::TemporaryDatabase const temporary(Dialect::sqlite);
    Database database(temporary.url());
    database.write([](Db& db) {
        db.script("create table t (x text) strict");
        db.one("pragma max_page_count = 20");
    });
    auto const fill = [&](std::size_t size) {
        database.write(
            [&](Db& db) { db.run("insert into t (x) values (?)", std::string(size, 'x')); });
    };
    try {
        fill(1'000'000);
        FAIL("there was room");
    } catch (StoreFailure const& failure) {
        CHECK(failure.category() == StoreFailure::Category::full);
    }
    fill(10);
    CHECK(database.read([](Db& db) { return db.one("select count(*) from t")->get<int>(0); }) == 1);
}

TEST_CASE("the name of a database tells no password") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const temporary(dialect);
        if (dialect == Dialect::sqlite) {
            CHECK(Database(temporary.url()).name() == temporary.url());
            continue;
        }
        Database const database(temporary.url() + "&password=hush");
        CHECK(database.name().find("hush") == std::string::npos);
        CHECK(database.name().starts_with("postgresql://"));
    }
}

TEST_CASE("a database in memory is one, for readers and writers") {
    Database database("sqlite::memory:");
    REQUIRE(migrate(database, migrations, Instant{}));
    database.write([](Db& db) { add(db, "ক"); });
    CHECK(count(database) == 1);
    CHECK_THROWS_AS(database.read([](Db& db) { db.one("delete from teams returning id"); }), Bug);
    CHECK(count(database) == 1);
}
