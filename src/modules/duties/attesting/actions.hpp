// Attesting what no record tells of, and taking it back.
#pragma once

#include "modules/duties/attesting/attestation_store.hpp"

namespace udb::duties {

struct Attesting {
    Id<Office> office = {};
    std::string mandate = {};
    int function = 0;
    int year = 0;
    std::string statement = {}; ///< what was done, in the words of whoever answers for it
    Id<Record> evidence = {};   ///< a piece of evidence that is kept here
};

/// Invalid at `statement` where it is empty, at `evidence` where the office and those
/// below it have no such piece; refused
/// where records tell of the function (`duties.counted_by_records`), where the mandate is none of
/// the office's in that year, or where it is attested already. Event `duty.attested`.
Result<Id<Attestation>> attest(Work& work, Attesting const& attesting);

/// From today on it does not stand; what was shown for earlier days stays. Invalid at `reason`
/// where it is empty. Event `duty.withdrawn`.
Done withdraw(Work& work, Header const& read, std::string const& reason);

} // namespace udb::duties
