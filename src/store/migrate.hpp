// The schema, brought forward by SQL files that the modules own. Forward only; a file that has been
// applied anywhere is never edited.
//
// A module's `migrations/20260701_create_teams.sql` is written once, in SQLite's words, and fits
// both engines: on PostgreSQL its type words are replaced outside quotes and comments —
// `integer primary key` (also `autoincrement`) by an identity column, `integer` by `bigint`, `real`
// by `double precision`, `blob` by `bytea`, `text` by `text collate "C"` — and `strict` and
// `without rowid` after a table go. Every table ends in `) strict;`. Where the engines must differ,
// `….sqlite.sql` and `….postgres.sql` stand side by side and are run as they are.
#pragma once

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "store/database.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

/// What a migration cannot say in SQL: run after the file of that version, in its transaction. Like
/// the file it is never changed once it has been applied anywhere, and it is run on whatever the
/// rows were then.
struct MigrationStep {
    std::string_view version;
    void (*run)(Db& db);
};

/// One module's embedded files; those that are not `migrations/*.sql` are passed over.
struct Migrations {
    std::string_view module;
    std::span<EmbeddedFile const> files;
    std::span<MigrationStep const> steps = {};
};

/// `version` is the file's name without its endings: `20260701_create_teams`.
struct Migration {
    std::string version;
    std::string module;

    bool operator==(Migration const&) const = default;
};

/// Applies what is missing, in order of date, then name, then module, each file in one transaction
/// with its line in `schema_migrations`; several programs may do so at once. Gives what it applied;
/// `tell` hears of each as it is done. `leave_out` is for a copy of a database that lacks them,
/// too. Refused: `store.migration_edited` (an applied file has changed) and
/// `store.migration_unknown` (the database is newer than this program), both with `{version}` and
/// `{module}`. A file that does not run is a Bug naming it; nothing of it remains.
Result<std::vector<Migration>> migrate(Database& database, std::span<Migrations const> all,
                                       Instant now,
                                       std::function<void(Migration const&)> const& tell = {},
                                       std::span<Migration const> leave_out = {});

/// What `migrate` would apply; the same refusals.
Result<std::vector<Migration>> pending(Database& database, std::span<Migrations const> all);

/// The tables, columns, indexes, constraints and triggers as normalised text, for the approved
/// snapshot of each dialect.
std::string schema(Db& db);

/// The portable file in PostgreSQL's words (shown for tests and for reading).
std::string postgres_words(std::string_view sql);

} // namespace udb
