// The heads of the journal as a file to keep elsewhere, signed: a database that was written anew
// from its first entry to its last is found out by it, as is one whose last entries were cut off.
#pragma once

#include "base/result.hpp"
#include "host/journal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::journal {

struct HeadFile {
    std::string installation = {}; ///< 32 hexadecimal digits
    Instant at = {};               ///< when it was exported
    std::vector<Head> heads = {};
    std::string signature = {}; ///< empty: not signed
};

/// The number of this installation: made when first asked for, the same ever after, also in its
/// backups.
std::string installation_of(Database& database);

/// What is signed: the same words for the same heads, whatever the JSON looks like.
std::string signed_text(HeadFile const& file);

std::string to_json(HeadFile const& file);

/// Refused: `host.journal_head_bad`.
Result<HeadFile> parse_head_file(std::string_view json);

} // namespace udb::journal
