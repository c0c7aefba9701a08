// Runs a test on every database there is: SQLite in a file of its own, and PostgreSQL in a fresh
// database of a private cluster (own port and folder, started once, stopped at the end).
//
//     TEST_CASE("a team keeps its title") {
//         for_each_database(all_migrations(), [](Database& database) { … });
//     }
//
// In a module: `udb_folder(modules/teams … TEST_LINKS test_databases)`.
#pragma once

#include "store/database.hpp"
#include "store/migrate.hpp"

#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace udb::test {

/// Calls `test` with an empty database of each dialect, brought forward by `migrations` (none:
/// truly empty), with a folder of its own for kept files. Where PostgreSQL's programs are not
/// installed it says so on stderr and runs SQLite only.
void for_each_database(std::span<Migrations const> migrations,
                       std::function<void(Database&)> const& test, DatabaseOptions options = {});
void for_each_database(std::function<void(Database&)> const& test);

/// A fresh database of one dialect, removed with this object; `url()` opens it (again).
class TemporaryDatabase {
public:
    explicit TemporaryDatabase(Dialect dialect);
    TemporaryDatabase(TemporaryDatabase const&) = delete;
    ~TemporaryDatabase();

    std::string const& url() const { return url_; }
    /// A folder for kept files, gone with this object.
    std::filesystem::path files() const;

private:
    std::string url_;
    std::string folder_;
    std::string name_;
};

/// Kills every process of PostgreSQL (SIGKILL) and starts it again on what is on its disk; returns
/// when it answers. Only from the thread that used it first.
void crash_postgres();

/// Both, or SQLite alone where PostgreSQL is not installed.
std::span<Dialect const> dialects();

} // namespace udb::test
