// Migrations: in order, once, never edited, the same schema from any start.
#include "support/databases.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <thread>

using namespace udb;
using test::for_each_database;

namespace {

constexpr EmbeddedFile posts[] = {
    {"migrations/20260102_create_posts.sql",
     "create table posts (id integer primary key autoincrement, office_id integer not null "
     "references offices (id), text text not null) strict;"},
    {"words.en.toml", ""},
};
constexpr EmbeddedFile offices[] = {
    {"migrations/20260103_add_tier.sql",
     "alter table offices add column tier text not null default 'ministry';"},
    {"migrations/20260101_create_offices.sql",
     "create table offices (id integer primary key, title text not null) strict;\n"
     "insert into offices (id, title) values (7, 'text integer; strict');"},
    {"migrations/20260104_search.sqlite.sql", "create table for_sqlite (n integer) strict;"},
    {"migrations/20260104_search.postgres.sql", "create table for_postgres (n bigint);"},
};
// Posts stand first, but their offices are older.
constexpr Migrations all[] = {{"posts", posts}, {"offices", offices}};

std::string key_of(Result<std::vector<Migration>> const& result) {
    return result ? "" : result.error().message.key;
}

} // namespace

TEST_CASE("migrations run once, by date, across modules") {
    for_each_database([](Database& database) {
        CHECK(pending(database, all)->size() == 4);
        std::vector<std::string> told;
        auto const done = migrate(database, all, Instant(std::chrono::milliseconds(5)),
                                  [&](Migration const& one) { told.push_back(one.version); });
        REQUIRE(done);
        CHECK(told
              == std::vector<std::string>{"20260101_create_offices", "20260102_create_posts",
                                          "20260103_add_tier", "20260104_search"});
        CHECK((*done)[1] == Migration{"20260102_create_posts", "posts"});
        CHECK(pending(database, all)->empty());
        CHECK(migrate(database, all, Instant{})->empty());
        database.read([](Db& db) {
            auto const row = db.one("select title, tier, id from offices");
            CHECK(row->get<std::string>(0) == "text integer; strict");
            CHECK(row->get<std::string>(1) == "ministry");
            CHECK(row->get<int>(2) == 7);
            CHECK(db.one("select applied_at from schema_migrations")->get<Instant>(0)
                  == Instant(std::chrono::milliseconds(5)));
            CHECK(db.one("select count(*) from "
                         + std::string(db.dialect() == Dialect::sqlite ? "for_sqlite"
                                                                       : "for_postgres"))
                      ->get<int>(0)
                  == 0);
        });
    });
}

TEST_CASE("numbers go on after those that a migration gave") {
    test::for_each_database(all, [](Database& database) {
        auto const next = database.write([](Db& db) {
            return db.one("insert into offices (title) values ('x') returning id")->get<int>(0);
        });
        CHECK(next == 8);
    });
}

TEST_CASE("an edited migration, and one from a newer program, are refused") {
    for_each_database([](Database& database) {
        REQUIRE(migrate(database, all, Instant{}));
        EmbeddedFile edited[] = {posts[0]};
        edited[0].bytes = "create table posts (id integer primary key) strict;";
        Migrations const changed[] = {{"posts", edited}, {"offices", offices}};
        CHECK(key_of(migrate(database, changed, Instant{})) == "store.migration_edited");
        CHECK(key_of(pending(database, changed)) == "store.migration_edited");

        Migrations const older[] = {{"offices", offices}};
        auto const refused = migrate(database, older, Instant{});
        CHECK(key_of(refused) == "store.migration_unknown");
        CHECK(refused.error().message.args[0].second == Arg("20260102_create_posts"));
        CHECK(migrate(database, all, Instant{}));
    });
}

TEST_CASE("of a migration that fails nothing stays, and it is named") {
    constexpr EmbeddedFile broken[] = {
        {"migrations/20260201_broken.sql", "create table half (n integer) strict; select wrong;"}};
    Migrations const with_broken[] = {{"offices", offices}, {"bad", broken}};
    Migrations const without[] = {{"offices", offices}};
    for_each_database([&](Database& database) {
        try {
            (void)migrate(database, with_broken, Instant{});
            FAIL("it ran");
        } catch (Bug const& bug) {
            CHECK(std::string(bug.what()).find("bad/20260201_broken") != std::string::npos);
        }
        CHECK(pending(database, without)->empty());
        CHECK(database.read([](Db& db) { return schema(db); }).find("half") == std::string::npos);
    });
}

TEST_CASE("a wrongly named file and a name used twice are bugs") {
    for (auto const* name : {"migrations/create.sql", "migrations/2026_x.sql",
                             "migrations/20260101-x.sql", "migrations/20260101_X.sql"}) {
        EmbeddedFile const file[] = {{name, "select 1;"}};
        Migrations const one[] = {{"bad", file}};
        Database database("sqlite::memory:");
        CHECK_THROWS_AS((void)migrate(database, one, Instant{}), Bug);
    }
    EmbeddedFile const twice[] = {offices[1], offices[1]};
    Migrations const two[] = {{"bad", twice}};
    Database database("sqlite::memory:");
    CHECK_THROWS_AS((void)migrate(database, two, Instant{}), Bug);
}

TEST_CASE("four programs may migrate at the same time") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const temporary(dialect);
        std::atomic<std::size_t> applied = 0;
        std::atomic<int> failed = 0;
        std::vector<std::thread> programs;
        for (int i = 0; i < 4; ++i)
            programs.emplace_back([&] {
                try {
                    Database database(temporary.url());
                    applied += migrate(database, all, Instant{})->size();
                } catch (std::exception const& wrong) {
                    ++failed;
                    MESSAGE(wrong.what());
                }
            });
        for (auto& program : programs)
            program.join();
        CHECK(failed == 0);
        CHECK(applied == 4);
    }
}

TEST_CASE("the portable file in PostgreSQL's words") {
    struct {
        std::string_view sqlite, postgres;
    } const cases[] = {
        {"create table t (id integer primary key, n integer not null) strict;",
         "create table t (id bigint generated by default as identity primary key, n bigint not "
         "null) ;"},
        {"CREATE TABLE t (a BLOB, b Real, c INT) STRICT, WITHOUT ROWID;",
         "CREATE TABLE t (a bytea, b double precision, c bigint)   ;"},
        {"create table t (text text, \"integer\" integer, primary key (text, \"integer\"));",
         "create table t (text text collate \"C\", \"integer\" bigint, primary key (text, "
         "\"integer\"));"},
        {"create table t (n integer check (n in (1, 2)), x text default 'real, text') strict",
         "create table t (n bigint check (n in (1, 2)), x text collate \"C\" default 'real, "
         "text') "},
        {"alter table t add column n integer; -- integer\nalter table t add x text;",
         "alter table t add column n bigint; -- integer\nalter table t add x text collate "
         "\"C\";"},
        {"create index i on t (text, x); update t set text = 'a'",
         "create index i on t (text, x); update t set text = 'a'"},
        {"create table if not exists t (n integer)", "create table if not exists t (n bigint)"},
        {"create table t (id integer primary key references records (id), r integer references r (id))",
         "create table t (id bigint generated by default as identity primary key   , r bigint "
         "references r (id))"},
        {"create table t (id integer primary key references records",
         "create table t (id bigint generated by default as identity primary key references records"},
        {"create table t (n integer", "create table t (n bigint"},
        {"", ""},
    };
    for (auto const& one : cases)
        CHECK(postgres_words(one.sqlite) == one.postgres);
}

TEST_CASE("the schema reads the same whatever order it came in") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const one(dialect), other(dialect);
        Database first(one.url()), second(other.url());
        Migrations const turned[] = {all[1], all[0]};
        REQUIRE(migrate(first, all, Instant{}));
        REQUIRE(migrate(second, turned, Instant{}));
        auto const text = first.read([](Db& db) { return schema(db); });
        CHECK(text == second.read([](Db& db) { return schema(db); }));
        CHECK(text.find("tier") != std::string::npos);
        CHECK(text.find("schema_migrations") != std::string::npos);
        second.write([](Db& db) { db.script("create index i on posts (office_id)"); });
        CHECK(text != second.read([](Db& db) { return schema(db); }));
    }
}

TEST_CASE("a step in C++ runs after its file, in its transaction, once") {
    constexpr EmbeddedFile files[] = {
        {"migrations/20260101_create.sql",
         "create table notes (id integer primary key, body text not null unique) strict;"},
        {"migrations/20260102_more.sql", "insert into notes (body) values ('by file');"}};
    constexpr auto more = [](Db& db) {
        db.run("insert into notes (body) select body || ' and by step' from notes");
    };
    constexpr auto failing = [](Db& db) {
        db.run("insert into notes (body) select body from notes");
    };
    constexpr MigrationStep good[] = {{"20260102_more", more}};
    constexpr MigrationStep bad[] = {{"20260102_more", failing}};
    Migrations const with_good[] = {{"notes", files, good}};
    Migrations const with_bad[] = {{"notes", files, bad}};
    test::for_each_database([&](Database& database) {
        auto const count = [&] {
            return database.read(
                [](Db& db) { return db.one("select count(*) from notes")->get<int>(0); });
        };
        CHECK_THROWS_AS(migrate(database, with_bad, Instant{}), Bug);
        CHECK(count() == 0);
        REQUIRE(migrate(database, with_good, Instant{}));
        CHECK(count() == 2);
        REQUIRE(migrate(database, with_good, Instant{}));
        CHECK(count() == 2);
    });
}
