// Backups of either engine, restored into either.
#include "store/backup.hpp"
#include "support/databases.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <thread>
#include <utility>

using namespace udb;
namespace fs = std::filesystem;

namespace {

// Offices lead to their parents, and chiefs back to offices: no order of rows suits every
// reference.
constexpr EmbeddedFile first[] = {
    {"migrations/20260101_create.sql",
     "create table offices (id integer primary key, parent_id integer references offices (id), "
     "title text not null unique, share real, seal blob) strict;\n"
     "create table chiefs (id integer primary key, office_id integer not null references offices "
     "(id)) strict;\n"
     "create table \"an empty one\" (\"order\" integer) strict;\n"
     "insert into offices (id, title) values (1, 'seed');"},
    {"migrations/20260102_guard.sqlite.sql",
     "create trigger no_seed_change before delete on offices begin select raise(abort, 'no'); end;\n"
     "create trigger no_insert before insert on chiefs when new.id > 900 begin select raise(abort, "
     "'no'); end;"},
    {"migrations/20260102_guard.postgres.sql",
     "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; "
     "end $$;\n"
     "create trigger no_seed_change before delete on offices for each row execute function "
     "refuse();\n"
     "create trigger no_insert before insert on chiefs for each row when (new.id > 900) execute "
     "function refuse();"},
};
constexpr EmbeddedFile second[] = {
    first[0],
    first[1],
    first[2],
    {"migrations/20260103_tier.sql",
     "alter table offices add column tier text not null default 'ministry';"}};
constexpr Migrations older[] = {{"offices", first}};
constexpr Migrations newer[] = {{"offices", second}};

void fill(Database& database) {
    database.write([](Db& db) {
        Blob const seal = {std::byte{0}, std::byte{255}};
        db.run("insert into offices (id, parent_id, title, share, seal) values (?, ?, ?, ?, ?)", 7,
               1, "শ্রম ও কর্মসংস্থান 'মন্ত্রণালয়'", 0.1, seal);
        db.run("insert into offices (id, title) values (500, '')");
        // The child before its parent, by number.
        db.run("insert into offices (id, parent_id, title) values (3, 500, 'ক')");
        db.run("insert into chiefs (id, office_id) values (40, 7)");
    });
}

std::string all_offices(Database& database) {
    return database.read([](Db& db) {
        std::string text;
        for (auto const& row :
             db.all("select id, parent_id, title, share, seal from offices order by id")) {
            text += row.get<std::string>(0) + "|"
                    + std::to_string(row.get<std::optional<int>>(1).value_or(-1)) + "|"
                    + row.get<std::string>(2) + "|"
                    + std::to_string(row.get<std::optional<double>>(3).value_or(-1)) + "|";
            if (auto const seal = row.get<std::optional<Blob>>(4))
                for (auto const byte : *seal)
                    text += std::to_string(static_cast<int>(byte)) + ",";
            text += "\n";
        }
        return text;
    });
}

/// A folder for backups, gone with the test.
class Folder {
public:
    Folder() {
        auto name = (fs::temp_directory_path() / "udb-backup-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(Folder const&) = delete;
    ~Folder() { fs::remove_all(path_); }
    fs::path operator/(char const* name) const { return path_ / name; }
    auto files() const { return std::distance(fs::directory_iterator(path_), {}); }

private:
    fs::path path_;
};

template <class T>
std::string key_of(Result<T> const& result) {
    return result ? "" : result.error().message.key;
}

} // namespace

TEST_CASE("a backup of either engine is restored into either") {
    for (auto const from : test::dialects()) {
        Folder const folder;
        test::TemporaryDatabase const source(from);
        Database database(source.url());
        REQUIRE(migrate(database, older, Instant{}));
        fill(database);
        std::vector<std::string> told;
        auto const copied = backup(database, folder / "one.backup", older, Instant{},
                                   [&](CopiedTable const& table) { told.push_back(table.name); });
        REQUIRE(copied);
        CHECK(*copied
              == std::vector<CopiedTable>{{"an empty one", 0}, {"chiefs", 1}, {"offices", 4}});
        CHECK(told.size() == 3);
        CHECK(folder.files() == 1);

        for (auto const to : test::dialects()) {
            for (auto const& program : {older, newer}) {
                test::TemporaryDatabase const target(to);
                Database other(target.url());
                REQUIRE(restore(other, folder / "one.backup", std::span(program, 1), Instant{}));
                CHECK(all_offices(other) == all_offices(database));
                CHECK(pending(other, std::span(program, 1))->empty());
                // References and triggers hold again, and numbers go on.
                CHECK_THROWS_AS(other.write([](Db& db) {
                    db.run("insert into chiefs (id, office_id) values (41, 99)");
                }),
                                ConstraintViolation);
                CHECK_THROWS_AS(other.write([](Db& db) {
                    db.run("insert into chiefs (id, office_id) values (901, 7)");
                }),
                                ConstraintViolation);
                CHECK(other.write([](Db& db) {
                    return db.one("insert into offices (title) values ('নতুন') returning id")
                        ->get<int>(0);
                }) == 501);
            }
        }
        CHECK(folder.files() == 1);
    }
}

TEST_CASE("a backup knows rows written while it reads, or none of them") {
    test::for_each_database(older, [](Database& database) {
        Folder const folder;
        fill(database);
        auto const before = all_offices(database);
        bool written = false;
        REQUIRE(backup(database, folder / "x", older, Instant{}, [&](CopiedTable const&) {
            if (std::exchange(written, true)) return;
            std::thread([&] {
                database.write(
                    [](Db& db) { db.run("insert into offices (id, title) values (600, 'পরে')"); });
            }).join();
        }));
        test::TemporaryDatabase const target(Dialect::sqlite);
        Database other(target.url());
        REQUIRE(restore(other, folder / "x", older, Instant{}));
        CHECK(all_offices(other) == before);
        CHECK(all_offices(database) != before);
    });
}

TEST_CASE("a backup overwrites nothing, and leaves nothing where it fails") {
    test::for_each_database(older, [](Database& database) {
        Folder const folder;
        std::ofstream(folder / "taken") << "mine";
        CHECK(key_of(backup(database, folder / "taken", older, Instant{}))
              == "store.backup_exists");
        CHECK(key_of(backup(database, folder / "no/such/folder/x", older, Instant{}))
              == "store.backup_unwritable");
        database.write([](Db& db) { db.script("create table foreign_one (n integer)"); });
        CHECK(key_of(backup(database, folder / "x", older, Instant{})) == "store.backup_not_ours");
        CHECK(folder.files() == 1);
        CHECK(fs::file_size(folder / "taken") == 4);
    });
    test::for_each_database([](Database& database) {
        Folder const folder;
        CHECK(key_of(backup(database, folder / "x", older, Instant{})) == "store.backup_not_ours");
        CHECK(folder.files() == 0);
    });
}

TEST_CASE("a database older than the program is backed up as it is") {
    test::for_each_database(older, [](Database& database) {
        Folder const folder;
        fill(database);
        REQUIRE(backup(database, folder / "x", newer, Instant{}));
        test::TemporaryDatabase const target(Dialect::sqlite);
        Database other(target.url());
        REQUIRE(restore(other, folder / "x", older, Instant{}));
        CHECK(all_offices(other) == all_offices(database));
    });
}

TEST_CASE("what is not a whole backup of ours is not restored") {
    Folder const folder;
    test::for_each_database(newer, [&](Database& source) {
        auto const file = folder / (source.dialect() == Dialect::sqlite ? "s" : "p");
        fill(source);
        REQUIRE(backup(source, file, newer, Instant{}));
        test::TemporaryDatabase const target(source.dialect());
        Database database(target.url());
        auto const refused = [&](fs::path const& path, std::span<Migrations const> program) {
            return key_of(restore(database, path, program, Instant{}));
        };
        CHECK(refused(folder / "none", newer) == "store.restore_missing");
        CHECK(refused(folder / ".", newer) == "store.restore_missing");
        std::ofstream(folder / "text") << std::string(5000, 'x');
        CHECK(refused(folder / "text", newer) == "store.restore_damaged");
        std::ofstream(folder / "empty");
        CHECK(refused(folder / "empty", newer) == "store.restore_damaged");
        fs::copy_file(file, folder / "cut", fs::copy_options::overwrite_existing);
        fs::resize_file(folder / "cut", fs::file_size(file) / 2);
        CHECK(refused(folder / "cut", newer) == "store.restore_damaged");
        CHECK(refused(file, older) == "store.migration_unknown");
        CHECK(refused(file, newer) == "");
        CHECK(refused(file, newer) == "store.restore_not_empty");
    });
}
