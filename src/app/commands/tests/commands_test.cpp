// The commands on a database, as someone at a shell sees them.
#include "app/commands/backup.hpp"
#include "app/commands/migrate.hpp"
#include "app/commands/restore.hpp"
#include "host/application.hpp"
#include "support/databases.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace udb;
using namespace udb::app;

namespace {

constexpr EmbeddedFile files[] = {{"migrations/20260101_create.sql",
                                   "create table offices (id integer primary key) strict;"
                                   "insert into offices (id) values (1), (2), (3);"}};
std::span<EmbeddedFile const> its_files() { return files; }
Module const offices{.name = "offices", .title = {"দপ্তর", "Offices"}, .files = its_files};
constexpr Module const* modules[] = {&offices};

Catalogue const& catalogue() {
    static auto const all = catalogue_of({});
    return all;
}

struct Said {
    int status;
    std::string out, err;
};

/// Runs one command on the database at `url`.
template <class Options>
Said said(Options const& options, std::string const& url, Language language = Language::en) {
    std::ostringstream out, err;
    Words const words(catalogue(), language);
    auto const migrations = migrations_of(modules);
    Surroundings const s{
        .out = out, .err = err, .words = words, .migrations = migrations, .now = Instant{}};
    auto const status = within(
        s, url, [&] { return std::make_unique<Database>(url); },
        [&](Database& database) { return run(options, database, s); });
    return {status, out.str(), err.str()};
}

} // namespace

TEST_CASE("migrate, back up and restore at the shell") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const one(dialect), other(dialect);
        test::TemporaryDatabase const place(Dialect::sqlite);
        auto const file = place.url().substr(7);

        CHECK(said(MigrateOptions{.check = true}, one.url()).status == 1);
        auto const first = said(MigrateOptions{}, one.url());
        CHECK(first.status == 0);
        CHECK(first.err.find("offices: applied 20260101_create\n") != std::string::npos);
        CHECK(first.out.starts_with("Schema steps applied: "));
        CHECK(said(MigrateOptions{.check = true}, one.url()).status == 0);
        CHECK(said(MigrateOptions{}, one.url(), Language::bn).out
              == "ডেটাবেজের স্কিমা হালনাগাদ আছে।\n");

        auto const made = said(BackupOptions{file}, one.url());
        CHECK(made.status == 0);
        CHECK(made.err.find("offices: 3\n") != std::string::npos);
        CHECK(made.out.find("rows: ") != std::string::npos);
        auto const again = said(BackupOptions{file}, one.url());
        CHECK(again.status == 1);
        CHECK(again.out.empty());
        CHECK(again.err.find("never overwrites") != std::string::npos);

        CHECK(said(RestoreOptions{file}, other.url()).status == 0);
        auto const full = said(RestoreOptions{file}, other.url(), Language::bn);
        CHECK(full.status == 1);
        CHECK(full.err == "ডেটাবেজটিতে আগে থেকেই তথ্য আছে। পুনরুদ্ধার শুধু খালি ডেটাবেজে করা যায়।\n");
    }
}

TEST_CASE("a database that is away is told in plain words, without its password") {
    auto const away = said(MigrateOptions{}, "postgresql://me:hush@127.0.0.1:1/x");
    CHECK(away.status == 1);
    CHECK(away.err.find("The PostgreSQL server cannot be reached") != std::string::npos);
    CHECK(away.err.find("hush") == std::string::npos);
    test::TemporaryDatabase const place(Dialect::sqlite);
    std::ofstream(place.url().substr(7)) << std::string(5000, 'x');
    auto const broken = said(MigrateOptions{}, place.url());
    CHECK(broken.status == 1);
    CHECK(broken.err.find("not a database of Udbhabon") != std::string::npos);
}
