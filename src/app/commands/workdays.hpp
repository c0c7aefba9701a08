// `udbhabon workdays add`: the day on which a number of working days is over.
#pragma once

#include "bangla/calendar/holidays.hpp"
#include "kernel/words.hpp"

#include <cstdint>
#include <iosfwd>
#include <string>

namespace udb::app {

struct WorkdaysAdd {
    std::string from; ///< the day of receipt, which is day zero
    std::int64_t days = 0;
    std::string area = {}; ///< `hill_districts`: holidays of that area count too
    bool json = false;
    Language language = Language::bn; ///< of what is printed without `json`
};

/// 0, or 1 when refused (in both languages on `err`). JSON: `{date, skipped:[{date,
/// why:{bn,en}}]}`; what is doubtful (a year without a list, days that hang on the moon) then goes
/// to `err`. Without `holidays` of one's own, give `bangla::known_holidays()`. `words` holds
/// bangla/calendar.
int run(WorkdaysAdd const& command, bangla::Holidays const& holidays, Catalogue const& words,
        std::ostream& out, std::ostream& err);

} // namespace udb::app
