// The Bangla calendar of Bangladesh, by the rule in force since 16 October 2019 and by the one
// before.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"

#include <array>
#include <compare>
#include <optional>
#include <string>

namespace udb::bangla {

/// A day of the Bangla calendar. Month 1 is বৈশাখ, 12 চৈত্র. Not every value is a real day:
/// `gregorian_date` says so.
struct BanglaDate {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;

    auto operator<=>(BanglaDate const&) const = default;
};

/// Both begin the year on 14 April.
enum class BanglaRule {
    before_2019, ///< months 1-5 have 31 days, 6-12 have 30, ফাল্গুন 31 in a Gregorian leap year
    since_2019,  ///< months 1-6 have 31 days, the others 30, ফাল্গুন 29 and 30 in a leap year
};

/// The first day of the rule of 2019: ৩১ আশ্বিন ১৪২৬.
inline constexpr Date bangla_reform{std::chrono::year_month_day{
    std::chrono::year{2019}, std::chrono::October, std::chrono::day{16}}};

/// Conversions are defined from 1900-01-01 to 2100-12-31.
inline constexpr Date calendar_first{std::chrono::year_month_day{
    std::chrono::year{1900}, std::chrono::January, std::chrono::day{1}}};
inline constexpr Date calendar_last{std::chrono::year_month_day{
    std::chrono::year{2100}, std::chrono::December, std::chrono::day{31}}};
constexpr bool in_calendar(Date date) { return date >= calendar_first && date <= calendar_last; }

constexpr BanglaRule rule_of(Date date) {
    return date < bangla_reform ? BanglaRule::before_2019 : BanglaRule::since_2019;
}

/// How many days the month has; 0 if there is no such month.
unsigned days_in_month(int year, unsigned month, BanglaRule rule);

/// The Bangla day by the rule in force on that day, or by the rule given.
BanglaDate bangla_date(Date date);
BanglaDate bangla_date(Date date, BanglaRule rule);

/// By the rule before 2019, whatever the date: what some papers and sites still print.
BanglaDate old_rule(Date date);

/// The Gregorian day by the rule that was in force, or by the rule given; nothing if there is no
/// such day (৩১ কার্তিক) or it is outside 1900-2100.
std::optional<Date> gregorian_date(BanglaDate date);
std::optional<Date> gregorian_date(BanglaDate date, BanglaRule rule);

/// Whether the two dates at the head of a paper name the same day.
enum class Agreement {
    agree,
    old_rule, ///< they do by the rule before 2019, which was no longer in force
    new_rule, ///< they do by the rule of 2019, which was not yet in force
    differ,
};
Agreement agreement(BanglaDate written, Date gregorian);

inline constexpr std::array<Bilingual, 12> bangla_months{{
    {"বৈশাখ", "Boishakh"},
    {"জ্যৈষ্ঠ", "Joishtho"},
    {"আষাঢ়", "Asharh"},
    {"শ্রাবণ", "Srabon"},
    {"ভাদ্র", "Bhadro"},
    {"আশ্বিন", "Ashwin"},
    {"কার্তিক", "Kartik"},
    {"অগ্রহায়ণ", "Ogrohayon"},
    {"পৌষ", "Poush"},
    {"মাঘ", "Magh"},
    {"ফাল্গুন", "Falgun"},
    {"চৈত্র", "Choitro"},
}};

/// By `std::chrono::weekday::c_encoding()`: Sunday first.
inline constexpr std::array<Bilingual, 7> weekdays{{
    {"রবিবার", "Sunday"},
    {"সোমবার", "Monday"},
    {"মঙ্গলবার", "Tuesday"},
    {"বুধবার", "Wednesday"},
    {"বৃহস্পতিবার", "Thursday"},
    {"শুক্রবার", "Friday"},
    {"শনিবার", "Saturday"},
}};
Bilingual weekday_name(Date date);

/// `১২ মাঘ ১৪৩২` or `12 Magh 1432`. The month must be 1 to 12.
std::string long_date(BanglaDate date, Language language);

/// `১২ মাঘ ১৪৩২ বঙ্গাব্দ`; `12 Magh 1432 BS`.
std::string long_date_with_era(BanglaDate date, Language language);

/// `২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ`; `26 January 2026 CE`.
std::string long_date_with_era(Date date, Language language);

/// `১২ মাঘ ১৪৩২ বঙ্গাব্দ / ২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ`: what the head of a paper says on two lines.
std::string both_dates(Date date, Language language);

} // namespace udb::bangla
