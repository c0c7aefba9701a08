// A backup is one SQLite file with every row and the bytes of every kept file, whichever engine it
// came from; it may be restored into either. It is made from one snapshot while others go on
// working.
#pragma once

#include "store/migrate.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace udb {

struct CopiedTable {
    std::string name;
    std::int64_t rows = 0;

    bool operator==(CopiedTable const&) const = default;
};

/// Hears of each table when its rows are copied.
using TellCopied = std::function<void(CopiedTable const&)>;

/// Writes `file`, reads it back (its structure, its references, the count of each table) and only
/// then gives it its name. Refused: `store.backup_exists`, `store.backup_unwritable` with `{path}`,
/// `store.backup_file_missing` with `{sha256}`, `store.backup_not_ours` with `{table}` (a table
/// that no migration made, or no schema at all: table is empty), and the refusals of `pending`.
Result<std::vector<CopiedTable>> backup(Database& from, std::filesystem::path const& file,
                                        std::span<Migrations const> all, Instant now,
                                        TellCopied const& tell = {});

/// Fills an empty database from a backup; one of an older program is brought forward first.
/// All or nothing as to rows; kept files come before them, and without them are swept. Refused:
/// `store.restore_file_missing` with `{sha256}`, `store.restore_no_folder`,
/// `store.restore_not_empty`, `store.restore_missing` and `store.restore_damaged` with `{path}`,
/// and the refusals of `migrate`.
Result<std::vector<CopiedTable>> restore(Database& to, std::filesystem::path const& file,
                                         std::span<Migrations const> all, Instant now,
                                         TellCopied const& tell = {});

} // namespace udb
