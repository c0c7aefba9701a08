// `udbhabon date`: a day in the other calendar.
#pragma once

#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

struct DateCommand {
    std::string text; ///< any form that papers use; a Bangla date is told by its month or year
    bool from_bangla = false; ///< `text` must be a Bangla date
    bool old_rule = false;    ///< by the rule before 16 October 2019, whatever the date
    bool json = false;        ///< `{gregorian, bangla, weekday:{bn,en}, fiscal_year, rule}`
};

/// Prints `১২ মাঘ ১৪৩২` for a Gregorian date and `2026-01-26` for a Bangla one. 0, 1 when there is
/// no such day, 2 when `text` is empty; reasons, and what was mended in reading, on `err` in both
/// languages. `words` holds bangla/calendar.
int run(DateCommand const& command, Catalogue const& words, std::ostream& out, std::ostream& err);

} // namespace udb::app
