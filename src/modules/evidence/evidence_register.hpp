// Evidence as its register lists it: what stands in its table and in the header.
#pragma once

#include "modules/evidence/piece.hpp"

namespace udb::evidence {

struct EvidenceRow {
    Id<Office> office = {};
    Kind kind = Kind::file;
    Stage stage = Stage::open;
    std::optional<Date> happened_on = {};
    YearChoice year = {};
    Quarter quarter = Quarter::q1;
    bool linked = false;
    std::string proves = {};
    std::string source = {};
    std::string link = {};
    std::string statement = {};
    std::string attested_by = {};
    std::optional<Date> attested_on = {};
    std::string sha256 = {};
    std::string media_type = {};
    std::optional<Date> locked_on = {};
};

extern Register<EvidenceRow> const evidence_register;

} // namespace udb::evidence
