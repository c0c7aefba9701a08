#include "bangla/calendar/bangla_date.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/digits.hpp"
#include "base/ensure.hpp"

namespace udb::bangla {
namespace {

using namespace std::chrono;

/// ১ বৈশাখ is 14 April, in the Bangla year that is 593 behind, by both rules.
constexpr int years_behind = 593;

Date new_year(int bangla_year) { return sys_days{year{bangla_year + years_behind} / April / 14}; }

std::string in_script(std::string const& text, Language language) {
    return language == Language::bn ? bangla_digits(text) : text;
}

} // namespace

unsigned days_in_month(int bangla_year, unsigned month, BanglaRule rule) {
    if (month < 1 || month > 12) return 0;
    // ফাল্গুন falls in the February of the Gregorian year after the one the Bangla year began in.
    bool const leap = year{bangla_year + years_behind + 1}.is_leap();
    if (rule == BanglaRule::before_2019) {
        if (month <= 5) return 31;
        return month == 11 && leap ? 31 : 30;
    }
    if (month <= 6) return 31;
    if (month == 11) return leap ? 30 : 29;
    return 30;
}

BanglaDate bangla_date(Date date) { return bangla_date(date, rule_of(date)); }

BanglaDate bangla_date(Date date, BanglaRule rule) {
    int bangla_year = static_cast<int>(year_month_day{date}.year()) - years_behind;
    if (date < new_year(bangla_year)) --bangla_year;
    auto left = static_cast<unsigned>((date - new_year(bangla_year)).count());
    unsigned month = 1;
    for (auto length = days_in_month(bangla_year, month, rule); left >= length;
         length = days_in_month(bangla_year, month, rule)) {
        left -= length;
        ++month;
    }
    return {bangla_year, month, left + 1};
}

BanglaDate old_rule(Date date) { return bangla_date(date, BanglaRule::before_2019); }

std::optional<Date> gregorian_date(BanglaDate date) {
    // The two rules count alike up to ৩০ আশ্বিন ১৪২৬, the day before the reform, so that no Bangla
    // day names two days.
    constexpr BanglaDate first_of_new{1426, 6, 31};
    return gregorian_date(date,
                          date < first_of_new ? BanglaRule::before_2019 : BanglaRule::since_2019);
}

std::optional<Date> gregorian_date(BanglaDate date, BanglaRule rule) {
    constexpr int first_year = 1306;
    constexpr int last_year = 1507;
    if (date.year < first_year || date.year > last_year) return {};
    if (date.day < 1 || date.day > days_in_month(date.year, date.month, rule)) return {};
    Date day = new_year(date.year);
    for (unsigned month = 1; month < date.month; ++month)
        day += days{days_in_month(date.year, month, rule)};
    day += days{date.day - 1};
    if (!in_calendar(day)) return {};
    return day;
}

Agreement agreement(BanglaDate written, Date gregorian) {
    auto const rule = rule_of(gregorian);
    if (bangla_date(gregorian, rule) == written) return Agreement::agree;
    if (rule == BanglaRule::since_2019 && old_rule(gregorian) == written)
        return Agreement::old_rule;
    if (rule == BanglaRule::before_2019
        && bangla_date(gregorian, BanglaRule::since_2019) == written)
        return Agreement::new_rule;
    return Agreement::differ;
}

Bilingual weekday_name(Date date) { return weekdays.at(weekday{date}.c_encoding()); }

std::string long_date(BanglaDate date, Language language) {
    ENSURE(date.month >= 1 && date.month <= 12, "a Bangla month is 1 to 12");
    return in_script(std::to_string(date.day), language) + ' '
           + std::string(bangla_months.at(date.month - 1).in(language)) + ' '
           + in_script(std::to_string(date.year), language);
}

std::string long_date_with_era(BanglaDate date, Language language) {
    return long_date(date, language) + (language == Language::bn ? " বঙ্গাব্দ" : " BS");
}

std::string long_date_with_era(Date date, Language language) {
    return long_date(date, language) + (language == Language::bn ? " খ্রিস্টাব্দ" : " CE");
}

std::string both_dates(Date date, Language language) {
    return long_date_with_era(bangla_date(date), language) + " / "
           + long_date_with_era(date, language);
}

} // namespace udb::bangla
