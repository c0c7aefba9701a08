// The statements of those who answer for an office, about what no record tells of.
#pragma once

#include "host/records.hpp"
#include "modules/duties/state/duty.hpp"
#include "modules/offices/offices.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace udb::duties {

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
