// Files that are still on their way: how much of each is here, in the database; their bytes beside
// the kept files, in `parts/`. A part is written and synced before its offset is told.
#pragma once

#include "host/work.hpp"
#include "web/http/body_file.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace udb::evidence {

struct PartUpload {
    std::string key = {}; ///< random; names it in addresses
    std::string name = {};
    std::string media_type = {};
    std::int64_t size = 0;     ///< of the whole
    std::int64_t received = 0; ///< so much is here
    Instant at = {};           ///< of the last piece

    bool complete() const { return received == size; }
};

/// How long an unfinished one waits for its next piece.
inline constexpr std::chrono::hours part_waits{72};
/// How many one account may have at once; the oldest goes.
inline constexpr int parts_most = 10;

/// Begins one for the account that acts.
PartUpload begin_part(Work& work, PartUpload const& about);

/// What this account brings under that key; nothing where it waited too long, or its bytes are
/// gone.
std::optional<PartUpload> find_part(Db& db, std::string_view key, Id<Account> account, Instant now);

enum class Taken {
    taken,
    elsewhere, ///< it goes on at another offset, or another piece is just being taken
    too_much,  ///< more than the whole
    gone,
};
struct UploadPiece {
    std::string_view key = {};
    std::int64_t offset = 0;
    std::string_view bytes = {};
};
/// Takes the next piece. Throws StoreFailure where the disk does not.
Taken take_piece(Database& database, Id<Account> account, UploadPiece const& piece, Instant now);

/// The bytes of a complete one.
std::shared_ptr<web::BodyFile const> part_file(Db& db, PartUpload const& part);

/// Row and bytes.
void drop_part(Database& database, std::string_view key, Id<Account> account);

/// Removes those that waited too long, and bytes without a row; gives how many.
int sweep_parts(Database& database, Instant now);

} // namespace udb::evidence
