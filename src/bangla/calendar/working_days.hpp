// Counting working days, with an account of every day that was not counted.
#pragma once

#include "bangla/calendar/holidays.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace udb::bangla {

/// Where and by which lists days are counted. `holidays` must outlive it.
struct WorkingCalendar {
    Holidays const* holidays = nullptr;
    std::string area = {};
    Weekend weekend = {};
};

struct SkippedDay {
    Date date;
    /// `calendar.why_weekend`, `calendar.why_holiday`, `calendar.why_both`, or
    /// `calendar.why_declared`, where nothing but a later order closes the day.
    Message why;
};

struct WorkingDays {
    Date date; ///< the day the count ends on
    std::vector<SkippedDay> skipped = {};
    /// `calendar.no_holiday_list` {year} for each year passed through that has no list: there only
    /// weekends were skipped. `calendar.moon` when a holiday skipped may still move.
    std::vector<Message> findings = {};
};

inline constexpr std::int64_t working_days_max = 5'000;

/// Secretariat practice: the day of receipt is day zero, the next working day is one; zero days end
/// on the day itself. Refused: `calendar.negative_days`, `calendar.too_many_days`,
/// `calendar.out_of_range`.
Result<WorkingDays> add_working_days(Date from, std::int64_t days, WorkingCalendar const& calendar);

/// The working days after `from` up to and with `to`; what add_working_days adds. Zero when `to` is
/// not later.
std::int64_t working_days_between(Date from, Date to, WorkingCalendar const& calendar);

/// The day by which something is due: `date` itself, or the next on which offices are open (General
/// Clauses Act 1897, s. 10); looked for within sixty days.
WorkingDays first_open_day(Date date, WorkingCalendar const& calendar);

/// Offices are open on `date`.
bool is_working_day(Date date, WorkingCalendar const& calendar);

} // namespace udb::bangla
