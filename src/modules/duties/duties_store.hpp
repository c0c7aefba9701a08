// The marks of the journal, the statements of those who answer, and the offices they belong to.
#pragma once

#include "host/records.hpp"
#include "modules/duties/duty.hpp"
#include "modules/offices/offices.hpp"

#include <unordered_map>
#include <vector>

namespace udb::duties {

/// Hears every event, and keeps the marks that it leaves.
void keep_marks(Work& work, std::string_view event, Id<Record> record, std::string_view office_path,
                Details const& details);

/// Takes the marks anew from the journal where they are missing, or were taken by other signals;
/// gives how many. Nobody else writes meanwhile: the program is starting.
std::int64_t take_marks_anew(Database& database);

/// An office as its duties see it.
struct DutyOffice {
    Id<Office> id = {};
    std::string path = {};
    BilingualText name = {};
    std::optional<Tier> tier = {}; ///< empty: no mandate is for its level
    std::string website = {};
    Date entered_on = {}; ///< when it came into this system
};
std::optional<DutyOffice> find_duty_office(Db& db, Id<Office> id);
/// The office of `path` and those below it that have a tier and exist on `today`, by their place in
/// the tree, at most `most`.
std::vector<DutyOffice> duty_offices_below(Db& db, std::string_view path, Date today, int most);

/// Of one year, known by `known_by`; in order of signal, then day: what `Facts::marks` wants.
std::vector<Mark> marks_of(Db& db, Id<Office> office, bangla::FiscalYear year, Date known_by);
/// The same of every office of `path` and below that has any, by its id; one statement. These marks
/// tell of a thing only that it counts and when: neither its record, nor when it was done or
/// recorded.
std::unordered_map<std::int64_t, std::vector<Mark>>
marks_below(Db& db, std::string_view path, bangla::FiscalYear year, Date known_by);

/// A statement as it stands.
struct AttestationRow {
    Header header = {};
    Id<Office> office = {};
    Attested attested = {};
    std::string statement = {};
    Id<Record> evidence = {};
    std::optional<Date> withdrawn_on = {};
    std::string withdrawn_why = {};
};
/// Those that stood on `known_by`, the newest last.
std::vector<AttestationRow> attestations_of(Db& db, Id<Office> office, bangla::FiscalYear year,
                                            Date known_by);
std::vector<std::pair<Id<Office>, Attested>> attested_below(Db& db, std::string_view path,
                                                            bangla::FiscalYear year, Date known_by);
std::optional<AttestationRow> find_attestation(Db& db, Id<Attestation> id);

} // namespace udb::duties
