// The offices that owe something, as their duties see them.
#pragma once

#include "host/records.hpp"
#include "modules/duties/state/duty.hpp"
#include "modules/offices/offices.hpp"

#include <optional>
#include <vector>

namespace udb::duties {

/// An office as its duties see it.
struct DutyOffice {
    Id<Office> id = {};
    std::string path = {};
    BilingualText name = {};
    std::optional<Tier> tier = {}; ///< empty: no mandate is for its level
    std::string website = {};
    Date entered_on = {}; ///< when it came into this system
    bangla::Days exists = always;
};
std::optional<DutyOffice> find_duty_office(Db& db, Id<Office> id);
/// The office of `path` and those below it that have a tier and exist on `today`, by their place in
/// the tree, at most `most`.
std::vector<DutyOffice> duty_offices_below(Db& db, std::string_view path, Date today, int most);

} // namespace udb::duties
