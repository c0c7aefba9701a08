// The public face of evidence: what proves that something was done, entered once, linked to any
// records and functions.
//
//     auto const facts = evidence::evidence_of(db, as_record(indicator));
//     TRY(evidence::lock(work, indicators, evidence::period_text(year, "q1")));
//
// On a page: `evidence::listed(call, record)` of modules/evidence/pages.hpp.
#pragma once

#include "host/records.hpp"
#include "modules/evidence/piece.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {
struct Evidence; ///< `Id<Evidence>` is a record's; its page is `/evidence/{id}`
}

namespace udb::evidence {

inline constexpr std::string_view evidence_kind = "evidence";

/// A piece as others show it.
struct EvidenceFacts {
    Id<Evidence> id = {};
    Kind kind = Kind::file;
    Stage stage = Stage::open;
    std::string office_path = {};
    BilingualText title = {};
    Date on = {};       ///< when what it proves happened
    Period period = {}; ///< in which it counts
    std::string proves = {};
    std::string sha256 = {};     ///< of its file; empty where it has none
    std::string media_type = {}; ///< the same
    std::string link = {};       ///< of a web link
    std::string attested_by = {};
    Instant kept_at = {}; ///< when it was brought
};

/// What is linked to a record (an indicator, a decision, a meeting): the newest versions, the
/// latest event first. One statement.
std::vector<EvidenceFacts> evidence_of(Db& db, Id<Record> record);
/// The same of many records; a record without evidence is not in it. A statement for 500 records.
std::map<Id<Record>, std::vector<EvidenceFacts>>
evidence_of_all(Db& db, std::span<Id<Record> const> records);
/// What is linked to a function of a mandate in an office (its path) and those below it.
std::vector<EvidenceFacts> evidence_of_function(Db& db, FunctionLink const& function,
                                                std::string_view office_path);

/// When a period was submitted: the evidence linked to these records that counts in it is locked.
/// `period` as `period_text` writes it (`2026-27/half`); any other text is a bug. Asks no
/// permission: it follows from the submission. Locking twice changes nothing. What is linked to
/// them later and counts in it is locked as it comes.
Done lock(Work& work, std::span<Id<Record> const> records, std::string_view period);

/// Removes uploads that waited for days, and bytes of uploads that are gone; gives how many.
int sweep_parts(Database& database, Instant now);

} // namespace udb::evidence
