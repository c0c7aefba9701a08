// The journal: every event is a link of a chain, so that an entry which was altered, removed,
// inserted or moved is found.
//
// An entry's hash is the SHA-256 of the hash of the entry before it (32 zero bytes before the
// first) and of all it says, written unmistakably (`sealed`). There is a chain for each strand of
// the store (`Db::strand`): one on SQLite, one for each connection that writes on PostgreSQL, so
// that writers never wait for one another; docs/decisions/0013-journal-in-strands.md has the
// measurements. Whoever can rewrite the database can rewrite the chain to its end: against that
// stand the heads, exported and signed (`host/journal_head.hpp`).
#pragma once

#include "platform/digest.hpp"
#include "store/database.hpp"
#include "store/migrate.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace udb::journal {

struct Entry {
    std::int64_t strand = 0;
    std::int64_t number = 0; ///< within its strand, from 1
    std::int64_t id = 0;     ///< among all
    Instant at = {};
    std::string kind = {};
    std::optional<std::int64_t> record = {};
    std::string office_path = {};
    std::optional<std::int64_t> account = {};
    std::string who_bn = {};
    std::string who_en = {};
    std::string details = {};
};

/// The link: the hash of an entry that follows `before`.
Sha256 sealed(Sha256 const& before, Entry const& entry);

/// Gives the entry its strand, number and id, and appends it, in this transaction.
void append(Db& db, Entry entry);

/// The last entry of a strand.
struct Head {
    std::int64_t strand = 0;
    std::int64_t number = 0;
    Sha256 hash = {};
    Instant at = {};

    bool operator==(Head const&) const = default;
};
std::vector<Head> heads(Db& db);

struct Problem {
    enum class Kind {
        altered,      ///< the entry does not say what was sealed
        missing,      ///< entries `number` to `last` of the strand are not there
        inserted,     ///< a second entry of this number
        out_of_place, ///< an entry that came later stands before this one
        unsealed,     ///< without a hash
        rewritten,    ///< not the entry that the exported head names
        cut,          ///< the exported head, and what follows, is not there
    };
    Kind kind;
    std::int64_t strand = 0;
    std::int64_t number = 0;
    std::int64_t last = 0;  ///< of `missing`
    std::int64_t id = 0;    ///< 0 where there is no entry
    Instant at = {};        ///< as it stands there now
    std::string event = {}; ///< its kind, as it stands there now
};

struct Verified {
    std::int64_t entries = 0;
    std::vector<Head> heads = {};
    std::vector<Problem> problems = {}; ///< the first `named_max`
    std::int64_t problem_count = 0;
    static constexpr std::size_t named_max = 1000;
};

/// Hears how many entries have been read, now and then.
using TellRead = std::function<void(std::int64_t)>;

/// Reads the whole journal on one snapshot, in constant memory. `exported`: heads that must be in
/// it.
Verified verify(Db& db, std::span<Head const> exported = {}, TellRead const& tell = {});

/// For the migrations of the host: chains what was written before there was a chain.
std::span<MigrationStep const> migration_steps();

} // namespace udb::journal
