// Which reports an office owes about now: for the first page and for meetings. Pure.
#pragma once

#include "modules/reports/report_book.hpp"

#include <vector>

namespace udb::reports {

struct Owed {
    Kind kind = Kind::annual;
    int fiscal_year = 0;
    Date due = {};
};

/// Those whose time is over and whose day is at most `ahead` away, or was at most a quarter ago;
/// the earliest first. What is older stays late on the report's page, and is asked for no more.
std::vector<Owed> owed_about(Book const& book, Date today, std::chrono::days ahead);

} // namespace udb::reports
