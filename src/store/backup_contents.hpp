// The bytes of files inside a backup: a table that only backups have.
#pragma once

#include "base/result.hpp"
#include "store/database.hpp"

namespace udb::store {

inline constexpr std::string_view contents_table = "file_contents";

/// Puts into `copy` the bytes of every row of its `files`, taken from `from`, reads each back and
/// hashes it; gives how many. Refused: `store.backup_file_missing` with `{sha256}` where the bytes
/// are gone or are no longer what was kept.
Result<std::int64_t> add_contents(Database& copy, Database& from);

/// Keeps the bytes that `backup` holds in the folder of `to`, before any row names them. Refused:
/// `store.restore_file_missing` with `{sha256}`, `store.restore_no_folder`.
Result<std::int64_t> restore_contents(Database& backup, Database& to);

} // namespace udb::store
