// What reports are made of and when they are due, as data with its source (`data/reports.toml`).
#pragma once

#include "bangla/calendar/working_days.hpp"
#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "modules/reports/report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::reports {

struct DueRule {
    Kind kind = Kind::annual;
    int from = 0; ///< the first fiscal year, by its 1 July, for which it holds
    unsigned month = 1, day = 1;
    int year = 0; ///< calendar years after the one in which the fiscal year begins
    BilingualText source = {};
};

struct Chapter {
    std::string id;
    BilingualText title = {};
    std::vector<Kind> kinds = {};
    std::vector<std::string> themes = {};
    BilingualText hint = {}; ///< what an author would write there; may be empty

    bool is_of(Kind kind) const;
};

struct Book {
    std::vector<DueRule> dues = {};
    std::vector<Chapter> chapters = {}; ///< in their order

    std::vector<Chapter const*> chapters_of(Kind kind) const;
    /// Null where no report of that kind has it.
    Chapter const* find(Kind kind, std::string_view id) const;
};

/// Every problem at once, with its path.
Result<Book> read_book(std::string_view toml);
/// The one that the program carries.
Book const& book();

struct Due {
    Date on = {};
    BilingualText source = {};
};
/// Nothing where no rule tells.
std::optional<Due> due_of(Book const& book, Kind kind, int fiscal_year);
inline std::optional<Due> due_of(Kind kind, int fiscal_year) {
    return due_of(book(), kind, fiscal_year);
}

/// Days between the due day and the day on which it was done (or today): positive is late. Where a
/// calendar is given it is in time until the next day on which offices are open (General Clauses
/// Act 1897, s. 10).
int days_after(Date due, std::optional<Date> done, Date today,
               bangla::WorkingCalendar const& calendar = {});

} // namespace udb::reports
