// The public face of holidays: on which days the offices of a place work, as was known on a day.
#pragma once

#include "bangla/calendar/working_days.hpp"
#include "host/records.hpp"
#include "kernel/words.hpp"
#include "modules/holidays/holiday_order.hpp"
#include "web/html/html.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace udb::holidays {

/// The lists that come with the program, and the orders written down by that day: what came later
/// was not known. One statement.
class Calendars {
public:
    explicit Calendars(Db& db, Date known_on = Date::max());
    Calendars(Calendars&&) = default;
    Calendars(Calendars const&) = delete;

    /// Of the office of this path; lives no longer than this. Offices under the same orders share
    /// one.
    bangla::WorkingCalendar of(std::string_view office_path) const;

    /// In order of their declaration.
    std::vector<Declared> const& declared() const { return declared_; }

private:
    std::vector<Declared> declared_;
    mutable std::map<std::vector<Id<HolidayOrder>>, bangla::Holidays> composed_ = {};
};

/// The order of that id.
std::optional<Declared> find_declared(Db& db, Id<HolidayOrder> id);

/// Refused where the same is there already; invalid at `issued_on` (ahead), `office`.
Result<Id<HolidayOrder>> declare(Work& work, HolidayOrder const& order);
/// Its days, its place and its kind stay; a later order takes its place.
Done correct_order(Work& work, Header const& read, HolidayOrder const& after);

/// Of a day by which something is due, where offices are closed on it: until when it is in time,
/// and why: each closed day, by whose order and since when that is known. Else nothing.
Html open_said(Words const& words, Date due, bangla::WorkingCalendar const& calendar);
/// The day, and the same.
Html due_said(Words const& words, Date due, bangla::WorkingCalendar const& calendar);
/// Why offices are closed on each of these days, a line each.
Html why_closed(Words const& words, std::span<bangla::SkippedDay const> days);

} // namespace udb::holidays
