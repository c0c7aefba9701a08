// A file between being brought and being confirmed: in the database, since the confirming request
// may reach another process.
#pragma once

#include "host/work.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace udb {

struct Upload {
    Id<Upload> id = {};
    std::string name = {}; ///< as it was called where it came from
    std::string bytes = {};
};

/// How long it waits.
inline constexpr std::chrono::hours upload_waits{2};

/// Keeps the file for the account that acts, in place of an earlier one of the same purpose; what
/// waited too long, of anyone, goes.
Id<Upload> keep_upload(Work& work, std::string_view purpose, std::string_view name,
                       std::string_view bytes);

/// What this account brought for that purpose; nothing of others, and nothing that waited too long.
std::optional<Upload> find_upload(Db& db, Id<Upload> id, Actor const& actor,
                                  std::string_view purpose, Instant now);

void drop_upload(Db& db, Id<Upload> id);

} // namespace udb
