// The journal: chained in the change's own transaction, guarded, and whatever is done to it found.
#include "host/application.hpp"
#include "host/journal.hpp"
#include "host/records.hpp"
#include "support/databases.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <set>
#include <thread>

namespace udb::embedded {
std::span<EmbeddedFile const> host();
std::span<EmbeddedFile const> store();
} // namespace udb::embedded

using namespace udb;
using namespace std::chrono;
using journal::Problem;

namespace {

Actor const clerk{
    .account = {7}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon = sys_days{2026y / January / 26} + 6h;

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

void fill(Database& database, int entries) {
    for (int i = 1; i <= entries; ++i)
        working(database, [&](Work& w) {
            auto const id =
                add_record(w, {.kind = "thing", .office_path = "/1/", .title = {"ক", "K"}});
            w.record("thing.added", id, "/1/", {{"name", "নাম " + std::to_string(i)}});
        });
}

/// As whoever has the database's password would: past the triggers.
void tamper(Database& database, std::vector<std::string> const& statements) {
    database.write([&](Db& db) {
        if (db.dialect() == Dialect::postgres) {
            db.script("alter table events disable trigger user");
        } else {
            for (auto const* name : {"events_stay_unchanged", "events_stay", "events_are_chained"})
                db.script("drop trigger if exists " + std::string(name));
        }
        for (auto const& statement : statements)
            db.script(statement);
    });
}

std::string said(Problem const& p) {
    static constexpr char const* names[] = {"altered",  "missing",   "inserted", "out of place",
                                            "unsealed", "rewritten", "cut"};
    auto text = std::string(names[static_cast<int>(p.kind)]) + " " + std::to_string(p.number);
    if (p.kind == Problem::Kind::missing) text += "-" + std::to_string(p.last);
    return text;
}

std::string found(Database& database, std::vector<journal::Head> const& exported = {}) {
    auto const verified = database.read([&](Db& db) { return journal::verify(db, exported); });
    CHECK(verified.problem_count == static_cast<std::int64_t>(verified.problems.size()));
    std::string all;
    for (auto const& p : verified.problems)
        all += (all.empty() ? "" : ", ") + said(p);
    return all;
}

std::vector<journal::Head> heads_of(Database& database) {
    return database.read([](Db& db) { return journal::heads(db); });
}

std::string hash_at(Database& database, int number) {
    auto const row = database.read([&](Db& db) {
        return db.one("select hash from events where number = ?", number)->get<Blob>(0);
    });
    return hex_of(row);
}

} // namespace

TEST_CASE("a journal that nobody touched verifies, and its heads are its last entries") {
    on_both([](Database& database) {
        CHECK(found(database).empty());
        CHECK(heads_of(database).empty());
        fill(database, 5);
        auto const verified = database.read([](Db& db) { return journal::verify(db); });
        CHECK(verified.problems.empty());
        CHECK(verified.entries == 5);
        CHECK(verified.heads == heads_of(database));
        REQUIRE(verified.heads.size() == 1);
        CHECK(verified.heads[0].number == 5);
        CHECK(found(database, verified.heads).empty());
    });
}

TEST_CASE("work that is given up leaves no gap") {
    on_both([](Database& database) {
        fill(database, 1);
        for (int i = 0; i < 3; ++i) {
            auto const refused = working(database, [](Work& w) -> Done {
                w.record("thing.lost", {}, "/1/");
                return conflict();
            });
            CHECK_FALSE(refused);
        }
        working(database, [](Work& w) {
            w.record("thing.first", {}, "/1/");
            w.record("thing.second", {}, "/1/");
        });
        CHECK(found(database).empty());
        CHECK(heads_of(database)[0].number == 3);
    });
}

TEST_CASE("any column of an entry that is altered names that entry") {
    on_both([](Database& database) {
        std::vector<std::string> const changes = {"at = at + 1",
                                                  "kind = 'thing.removed'",
                                                  "record_id = null",
                                                  "record_id = 1",
                                                  "office_path = '/2/'",
                                                  "account_id = 8",
                                                  "account_id = null",
                                                  "who_bn = 'অন্য'",
                                                  "who_en = ''",
                                                  "details = '{}'",
                                                  database.dialect() == Dialect::sqlite
                                                      ? "hash = zeroblob(32)"
                                                      : "hash = decode(repeat('00', 32), 'hex')"};
        fill(database, 5);
        for (auto const& change : changes) {
            CAPTURE(change);
            tamper(database, {"create table kept as select id, at, kind, record_id, office_path, "
                              "account_id, who_bn, who_en, details, hash from events",
                              "update events set " + change + " where number = 3"});
            CHECK(found(database) == "altered 3");
            tamper(database,
                   {"update events set (at, kind, record_id, office_path, account_id, who_bn, "
                    "who_en, details, hash) = (select at, kind, record_id, office_path, "
                    "account_id, who_bn, who_en, details, hash from kept where kept.id = "
                    "events.id)",
                    "drop table kept"});
            CHECK(found(database).empty());
        }
    });
}

TEST_CASE("what was removed, moved or slipped in is named") {
    struct {
        char const* what;
        std::vector<std::string> statements;
        std::string found;
    } const cases[] = {
        {"first", {"delete from events where number = 1"}, "missing 1-1"},
        {"middle", {"delete from events where number in (3, 4)"}, "missing 3-4"},
        {"renumbered after removing",
         {"delete from events where number = 3",
          "update events set number = number - 1 where "
          "number = 4",
          "update events set number = number - 1 where number = 5"},
         "altered 3, altered 4"},
        {"ids swapped",
         {"update events set id = 100 where number = 2",
          "update events set id = 2 where number = 4", "update events set id = 4 where id = 100"},
         "altered 2, out of place 3, out of place 4"},
        {"numbers swapped",
         {"update events set number = 100 where number = 2",
          "update events set number = 2 where number = 4",
          "update events set number = 4 where number = 100"},
         "altered 2, out of place 3, out of place 4, altered 5"},
        {"texts swapped",
         {"create table kept as select number, details from events",
          "update events set details = (select details from kept where kept.number = 6 - "
          "events.number) where number in (2, 4)"},
         "altered 2, altered 4"},
        {"inserted in the middle",
         {"drop index events_by_strand",
          "insert into events (id, strand, number, at, kind, office_path, who_bn, who_en, details, "
          "hash) select 99, strand, number, at, 'thing.forged', office_path, who_bn, who_en, "
          "details, hash from events where number = 3"},
         "inserted 3"},
        {"appended without a link",
         {"insert into events (strand, number, at, kind, office_path, who_bn, who_en, details) "
          "values (1, 6, 0, 'thing.forged', '/1/', '', '', '{}')"},
         "unsealed 6"},
    };
    for (auto const& c : cases)
        on_both([&](Database& database) {
            CAPTURE(c.what);
            fill(database, 5);
            tamper(database, c.statements);
            auto const names = found(database);
            CHECK(names == c.found);
        });
}

TEST_CASE("the last entries and a journal written anew are found by a head exported before") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const place(dialect);
        std::vector<journal::Head> exported;
        {
            Database database(place.url());
            REQUIRE(migrate(database, migrations_of({}), noon));
            fill(database, 5);
            exported = heads_of(database);
            fill(database, 2);
            CHECK(found(database, exported).empty());
            tamper(database, {"delete from events where number > 4"});
            CHECK(found(database).empty());
            CHECK(found(database, exported) == "cut 5");
            tamper(database, {"delete from events"});
        }
        // Another story of the same length, chained as it should be.
        Database database(place.url());
        fill(database, 5);
        CHECK(found(database).empty());
        // PostgreSQL may not have ended our session before: then the story is on another strand.
        auto const names = found(database, exported);
        CHECK((names == "rewritten 5" || (dialect == Dialect::postgres && names == "cut 5")));
    }
}

TEST_CASE("the database itself refuses to change, remove or add what is not linked") {
    on_both([](Database& database) {
        fill(database, 2);
        std::vector<std::string> statements = {
            "update events set kind = 'x' where number = 1", "delete from events where number = 2",
            "insert into events (at, kind, office_path, who_bn, who_en, details) values (0, 'x', "
            "'/', '', '', '{}')"};
        if (database.dialect() == Dialect::postgres) statements.emplace_back("truncate events");
        for (auto const& statement : statements) {
            CAPTURE(statement);
            CHECK_THROWS_AS(database.write([&](Db& db) { db.script(statement); }),
                            ConstraintViolation);
        }
        CHECK(found(database).empty());
    });
}

TEST_CASE("writers at the same time leave whole chains, and wait for nobody's strand") {
    on_both([](Database& database) {
        constexpr int threads = 8, each = 25;
        std::atomic<int> failed = 0;
        std::vector<std::thread> all;
        for (int t = 0; t < threads; ++t)
            all.emplace_back([&] {
                try {
                    for (int i = 0; i < each; ++i)
                        working(database, [&](Work& w) {
                            auto const id = add_record(
                                w, {.kind = "thing", .office_path = "/1/", .title = {"ক", "K"}});
                            w.record("thing.added", id, "/1/");
                        });
                } catch (...) {
                    ++failed;
                }
            });
        for (auto& one : all)
            one.join();
        CHECK(failed == 0);
        auto const verified = database.read([](Db& db) { return journal::verify(db); });
        CHECK(verified.problems.empty());
        CHECK(verified.entries == threads * each);
        if (database.dialect() == Dialect::sqlite) CHECK(verified.heads.size() == 1);
    });
}

TEST_CASE("a strand goes on after its connection, in another program too") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const place(dialect);
        for (int i = 0; i < 3; ++i) {
            Database database(place.url());
            REQUIRE(migrate(database, migrations_of({}), noon));
            fill(database, 2);
            Database beside(place.url());
            fill(beside, 2);
            fill(database, 1);
            CHECK(found(database).empty());
        }
    }
}

TEST_CASE("writers behind a pooler, who share a strand, run again where they meet") {
    test::for_each_database(migrations_of({}),
                            [](Database& database) {
                                std::vector<std::thread> all;
                                for (int t = 0; t < 4; ++t)
                                    all.emplace_back([&] { fill(database, 10); });
                                for (auto& one : all)
                                    one.join();
                                CHECK(found(database).empty());
                                CHECK(heads_of(database).size() == 1);
                                CHECK(heads_of(database)[0].number == 40);
                            },
                            {.prepare = false});
}

TEST_CASE(
    "what was written before there was a chain is chained when the schema is brought forward") {
    std::vector<EmbeddedFile> early;
    for (auto const& file : embedded::host())
        if (file.name < std::string_view("migrations/20261123")) early.push_back(file);
    Migrations const before[] = {{"store", embedded::store()}, {"host", early}};
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const place(dialect);
        Database database(place.url());
        REQUIRE(migrate(database, before, noon));
        database.write([](Db& db) {
            for (int i = 0; i < 2500; ++i)
                db.run("insert into events (at, kind, office_path, who_bn, who_en, details) "
                       "values (?, 'thing.added', '/1/', 'ক', 'K', '{}')",
                       noon + std::chrono::milliseconds(i));
        });
        REQUIRE(migrate(database, migrations_of({}), noon));
        CHECK(found(database).empty());
        CHECK(heads_of(database)[0].number == 2500);
        fill(database, 1);
        CHECK(found(database).empty());
        CHECK(hash_at(database, 1).size() == 64);
    }
}

TEST_CASE("an entry's seal changes with every part of it, and with what stands before it") {
    journal::Entry const plain{.strand = 1,
                               .number = 2,
                               .id = 3,
                               .at = noon,
                               .kind = "a",
                               .record = 4,
                               .office_path = "b",
                               .account = 5,
                               .who_bn = "c",
                               .who_en = "d",
                               .details = "e"};
    std::set<Sha256> seals = {journal::sealed({}, plain)};
    auto const with = [&](auto const& change) {
        auto entry = plain;
        change(entry);
        seals.insert(journal::sealed({}, entry));
    };
    with([](auto& e) { e.strand = 2; });
    with([](auto& e) { e.number = 3; });
    with([](auto& e) { e.id = 4; });
    with([](auto& e) { e.at += 1ms; });
    with([](auto& e) {
        e.kind = "ab";
        e.office_path = "";
    });
    with([](auto& e) { e.record.reset(); });
    with([](auto& e) { e.account.reset(); });
    with([](auto& e) {
        e.who_bn = "";
        e.who_en = "cd";
    });
    with([](auto& e) { e.details = ""; });
    seals.insert(journal::sealed(sha256("before"), plain));
    CHECK(seals.size() == 11);
    // Fixed for ever: a journal that exists must verify with every later program.
    CHECK(hex_of(journal::sealed({}, plain))
          == "96f104e3d21d8cea559a078b3974b6225f455279c0883409cbb8a0c5e456f7c5");
}
