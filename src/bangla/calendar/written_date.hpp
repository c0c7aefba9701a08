// Dates as papers write them, in either calendar, script and language, read into values.
#pragma once

#include "bangla/calendar/bangla_date.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace udb::bangla {

enum class CalendarKind { gregorian, bangla };

/// What was read. Without a year (`৩১ জুলাই`) the day exists in some year and there is no `date`.
struct WrittenDate {
    CalendarKind calendar = CalendarKind::gregorian;
    std::optional<int> year = {};
    unsigned month = 0; ///< 1 to 12 in `calendar`
    unsigned day = 0;
    /// The Gregorian day: a Bangla date by the rule that was in force on it, or by the one before
    /// where only that has such a day.
    std::optional<Date> date = {};
    /// What was understood although it was not written so (`calendar.mended_month` with `written`
    /// and `read`, `calendar.mended_year`); empty for a clean date.
    std::vector<Message> mended = {};

    /// Only when `calendar` is bangla and the year is known.
    std::optional<BanglaDate> bangla() const;
};

/// Reads one date and nothing else (a label `তারিখ:`, a weekday, an era, `-এর` may stand around
/// it): `১৬ নভেম্বর ২০২৩`, `১৬-১১-২০২৩`, `০৬.১১. ২০২৫`, `২৬/০১/২০২৬`, `2026-01-26`, `১২ মাঘ ১৪৩২
/// বঙ্গাব্দ`, `১লা বৈশাখ ১৪৩১`, `৩১ জুলাই`, `26th January 2026`, `January 26, 2026`. All-digit dates
/// are day first unless the year is. A month that is misspelt but recognisable is read and `mended`
/// says so. Refusals: `calendar.not_a_date` {text}, `calendar.no_such_day` {text, month, days},
/// `calendar.out_of_range` {text}.
Result<WrittenDate> parse_date(std::string_view text);

/// A place in a text that is written as a date, be it possible or not (`৩১ ফেব্রুয়ারি ২০২৬`).
struct FoundDate {
    std::size_t begin = 0; ///< bytes from the start of the text
    std::size_t end = 0;   ///< one past the last byte
    Result<WrittenDate> date;
};

/// All of them in order; parts of memo numbers are not dates. Linear. A day and a month without a
/// year count only when the month is spelt right.
std::vector<FoundDate> find_dates(std::string_view text);

} // namespace udb::bangla
