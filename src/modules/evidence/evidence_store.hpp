// Statements of evidence that the module keeps to itself.
#pragma once

#include "host/attachments.hpp"
#include "modules/evidence/evidence.hpp"

#include <optional>

namespace udb::evidence {

/// A piece with all that its page shows.
struct EvidenceRecord {
    Header header = {};
    Stage stage = Stage::open;
    Id<Office> office = {};
    Piece piece = {};
    Id<Record> points_at = {}; ///< of a record of this system
    std::optional<Attachment> file = {};
    bool scanned = true; ///< false: clamd did not answer when it came
    std::optional<Date> locked_on = {};
    Id<Evidence> replaces = {};    ///< the version before
    Id<Evidence> replaced_by = {}; ///< the version after
    std::string why = {};          ///< why it replaces that
    std::vector<Id<Record>> records = {};
    std::vector<FunctionLink> functions = {};

    Id<Evidence> id() const { return as<Evidence>(header.id); }
};
std::optional<EvidenceRecord> find_evidence(Db& db, Id<Evidence> id);

/// Text by which a piece is found besides its title.
std::string search_text(Piece const& piece);
std::string search_text(Db& db, Id<Record> id);

/// The row and its links; the header is there.
void insert_evidence(Db& db, EvidenceRecord const& record);
/// What can be corrected: date, period, what it proves, source, link, statement, attestation.
void save_piece(Db& db, Id<Record> id, Piece const& piece);
void save_locked(Db& db, Id<Record> id, Date day);
/// That these quarters of the records were submitted; and whether that of the piece was, of one of
/// the records that it is linked to.
void save_submission(Db& db, std::span<Id<Record> const> records, Quarters const& quarters);
bool was_submitted(Db& db, Id<Record> piece);

/// False where it was linked already.
bool insert_link(Db& db, Id<Evidence> id, Id<Record> record);
bool insert_link(Db& db, Id<Evidence> id, FunctionLink const& function);
/// False where it was not linked.
bool remove_link(Db& db, Id<Evidence> id, Id<Record> record);
bool remove_link(Db& db, Id<Evidence> id, FunctionLink const& function);
/// Writes anew whether anything is linked.
void save_linked(Db& db, Id<Evidence> id);

/// The newest piece with these bytes in the office of `office_path`, not replaced.
std::optional<EvidenceFacts> same_file(Db& db, std::string_view sha256,
                                       std::string_view office_path);

/// Open pieces that are linked to one of `records` and count in one of `quarters`.
std::vector<Id<Evidence>> open_in(Db& db, std::span<Id<Record> const> records,
                                  Quarters const& quarters);

/// What a gallery or a printed register shows.
struct Showing {
    Scope scope = {};                     ///< that the reader may read
    std::vector<Id<Record>> records = {}; ///< linked to one of these; none: whatever
    Id<Office> office = {};               ///< of this office alone; zero: any
    std::string year = {};
    std::string quarter = {};
    bool pictures = false; ///< only what is a picture
    int most = 500;
};
/// The latest event first, without what was replaced.
std::vector<EvidenceFacts> shown_evidence(Db& db, Showing const& showing);

} // namespace udb::evidence
