// A backup is the whole: every row, the journal that verifies, and the files, from either engine
// into either and back.
#include "host/application.hpp"
#include "host/attachments.hpp"
#include "host/journal.hpp"
#include "host/records.hpp"
#include "store/backup.hpp"
#include "store/content_files.hpp"
#include "support/databases.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>

using namespace udb;
namespace fs = std::filesystem;

namespace {

Actor const clerk{
    .account = {7}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon{std::chrono::milliseconds(1'769'400'000'000)};

/// A database with a folder for its files.
struct Place {
    test::TemporaryDatabase rows;
    test::TemporaryDatabase beside{Dialect::sqlite};
    fs::path folder = fs::path(beside.url().substr(7)).parent_path();
    Database database{rows.url(), {.files = folder / "files"}};

    explicit Place(Dialect dialect) : rows(dialect) {}
};

void fill(Database& database) {
    REQUIRE(migrate(database, migrations_of({}), noon));
    for (int i = 0; i < 30; ++i)
        REQUIRE(database.write([&](Db& db) -> Done {
            Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
            auto const id = add_record(
                work, {.kind = "thing", .office_path = "/1/", .title = {"শ্রম 'ক'", "Labour"}});
            keep_file(work, id,
                      TRY(check_file(db.contents(), {.name = "টীকা.txt",
                                                     .media_type = "text/plain",
                                                     .bytes = "লেখা " + std::to_string(i % 7)})));
            work.record("thing.added", id, "/1/", {{"n", std::to_string(i)}});
            db.run("insert into installation (name, value) values (?, ?)", "x" + std::to_string(i),
                   Blob{std::byte{0}, std::byte{255}});
            return {};
        }));
}

std::string written(Cell const& cell) {
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (auto const* real = std::get_if<double>(&cell)) return std::to_string(*real);
    if (auto const* text = std::get_if<std::string_view>(&cell)) return "'" + std::string(*text);
    if (auto const* bytes = std::get_if<std::span<std::byte const>>(&cell)) return hex_of(*bytes);
    return "null";
}

/// Every row of every table that the backup names, column by column.
std::map<std::string, std::vector<std::string>> rows_of(Database& database,
                                                        std::vector<CopiedTable> const& tables) {
    std::map<std::string, std::vector<std::string>> all;
    for (auto const& table : tables) {
        if (table.name == "file_contents") continue;
        auto& lines = all[table.name];
        database.read([&](Db& db) {
            std::string columns;
            auto const* const names =
                db.dialect() == Dialect::sqlite
                    ? "select name from pragma_table_info(?) order by name"
                    : "select attname::text from pg_attribute where attrelid = "
                      "cast(? as text)::regclass and attnum > 0 and not attisdropped order by 1";
            for (auto const& row : db.all(names, table.name))
                columns += (columns.empty() ? "" : ", ") + row.get<std::string>(0);
            for (auto const& row : db.all("select " + columns + " from " + table.name)) {
                std::string line;
                for (int i = 0; i < row.size(); ++i)
                    line += written(row.cell(i)) + "|";
                lines.push_back(std::move(line));
            }
        });
        std::ranges::sort(lines);
        CHECK(static_cast<std::int64_t>(lines.size()) == table.rows);
    }
    return all;
}

} // namespace

TEST_CASE("from either engine into either and back, nothing is lost") {
    for (auto const from : test::dialects())
        for (auto const to : test::dialects()) {
            Place first(from), second(to), third(from);
            fill(first.database);
            auto const one = first.folder / "one.backup";
            auto const two = first.folder / "two.backup";
            auto const saved = backup(first.database, one, migrations_of({}), noon);
            REQUIRE(saved);
            REQUIRE(restore(second.database, one, migrations_of({}), noon));
            REQUIRE(backup(second.database, two, migrations_of({}), noon));
            REQUIRE(restore(third.database, two, migrations_of({}), noon));

            auto const before = rows_of(first.database, *saved);
            CHECK(before.at("records").size() == 30);
            CHECK(before.at("attachments").size() == 30);
            CHECK(before.at("files").size() == 7);
            for (auto* const place : {&second, &third}) {
                CHECK(rows_of(place->database, *saved) == before);
                place->database.read([](Db& db) {
                    auto const verified = journal::verify(db);
                    CHECK(verified.entries == 30);
                    CHECK(verified.problem_count == 0);
                    for (auto const& attachment : attachments_of(db, {3}))
                        CHECK(file_bytes(db, attachment) == "লেখা 2");
                });
                // It lives on: the chain goes on where it stood.
                place->database.write([](Db& db) {
                    Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
                    work.record("thing.seen", {1}, "/1/");
                });
                CHECK(place->database.read([](Db& db) { return journal::verify(db); }).problem_count
                      == 0);
            }
        }
}

TEST_CASE("a file that is gone or changed stops the backup, and a damaged backup the restore") {
    Place place(Dialect::sqlite);
    fill(place.database);
    auto const key = place.database.contents()->keep("লেখা 3");
    auto const path = place.folder / "files" / key.substr(0, 2) / key;
    auto const file = place.folder / "x.backup";
    auto const saved = [&] { return backup(place.database, file, migrations_of({}), noon); };
    for (bool const gone : {true, false}) {
        if (gone)
            fs::remove(path);
        else
            std::ofstream(path) << "other";
        auto const refused = saved();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.key == "store.backup_file_missing");
        CHECK_FALSE(fs::exists(file));
    }
    place.database.contents()->keep("লেখা 3");
    REQUIRE(saved());
    {
        Database inside("sqlite:" + file.string());
        inside.write([&](Db& db) {
            db.run("update file_contents set bytes = ? where sha256 = ?", Blob{}, key);
        });
    }
    for (auto const to : test::dialects()) {
        Place other(to);
        auto const refused = restore(other.database, file, migrations_of({}), noon);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.key == "store.restore_file_missing");
    }
    if (test::dialects().size() == 2) {
        test::TemporaryDatabase const bare(Dialect::postgres);
        Database database(bare.url());
        auto const refused = restore(database, file, migrations_of({}), noon);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.key == "store.restore_no_folder");
    }
}
