// The files of a record: a signed scan, a page of evidence. Their bytes are kept in a folder under
// their SHA-256 (`store/content_files.hpp`), and what is said of them in the database.
//
//     auto const scan = TRY(file_in(call, "signed_copy"));         // before the transaction
//     auto const kept = keep_file(work, as_record(paper), *scan);  // in it
//     work.record("paper.signed_copy", id, path, {{"file", kept.name}, {"sha256", kept.sha256}});
//
// The event is the module's own; nothing is recorded here.
#pragma once

#include "host/work.hpp"
#include "store/content_files.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Attachment {
    Id<Attachment> id = {};
    Id<Record> record = {};
    std::string name = {};       ///< as it was called where it came from, without folders
    std::string media_type = {}; ///< what the bytes are, not what was claimed
    std::string sha256 = {};     ///< 64 lower-case hexadecimal digits
    std::int64_t size = 0;
    BilingualText who = {};
    Instant at = {};
};

inline constexpr std::size_t attachment_bytes_max = std::size_t{25} * 1024 * 1024;

/// What an `accept` attribute of a form says: PDF, PNG, JPEG, DOCX, XLSX, CSV, plain text.
std::string_view attachment_accept();

/// A file as somebody brought it: `name` and `media_type` are what the browser said.
struct BroughtFile {
    std::string_view name = {};
    std::string_view media_type = {};
    std::string_view bytes = {};
    std::size_t bytes_max = attachment_bytes_max;
};

/// A file that may be kept, and whose bytes are: no transaction waits for clamd or for a large
/// file's disk.
struct CheckedFile {
    std::string name = {};
    std::string media_type = {};
    std::string sha256 = {};
    std::int64_t size = 0;
    bool scanned = true; ///< false: clamd did not answer, and need not
};

/// Looks at what the bytes really are, which must be one of the kinds above, has them looked
/// through, and keeps them; they are swept after a day where no record takes them. To be called
/// outside of any transaction, by whoever was asked for the permission. Invalid at `file`:
/// `host.file_empty`, `host.file_too_large` with `{limit}` (MiB), `host.file_kind` (none of the
/// kinds, or a document with macros), `host.file_other` with `{name}` (says one kind, is another),
/// and those of `looked_through` (host/scanning.hpp). Throws StoreFailure where the bytes cannot be
/// kept.
Result<CheckedFile> check_file(ContentFiles const& contents, BroughtFile const& file);

class Call;
/// The file of that field of a form, checked; nothing where none came. Invalid at the field.
Result<std::optional<CheckedFile>> file_in(Call const& call, std::string_view field);

/// Keeps the file with the record.
Attachment keep_file(Work& work, Id<Record> record, CheckedFile const& file);

/// Keeps bytes that another row than an attachment names, and gives their SHA-256: they are not
/// swept away.
std::string keep_bytes(Work& work, std::string_view bytes);

/// The newest first.
std::vector<Attachment> attachments_of(Db& db, Id<Record> record);

/// The caller asks whether the reader may see its record.
std::optional<Attachment> find_attachment(Db& db, Id<Attachment> id);

/// The bytes, hashed again. Throws StoreFailure (damaged) where they are gone or changed.
std::string file_bytes(Db& db, Attachment const& attachment);

/// Removes the bytes that no row names and that are older than a day; gives how many.
int sweep_files(Database& database);

} // namespace udb
