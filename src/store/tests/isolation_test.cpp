// Many at once, and what happens when the database is away, busy or full.
#include "support/databases.hpp"
#include "teams.hpp"

#include <atomic>
#include <chrono>
#include <doctest/doctest.h>
#include <fstream>
#include <thread>

using namespace udb;
using namespace udb::test;
using namespace std::chrono_literals;

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
    CHECK_THROWS_AS(Database(file, {.create = false}), StoreFailure);
    CHECK(!std::ifstream(file).good());
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
