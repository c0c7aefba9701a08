#include "bangla/calendar/written_date.hpp"

#include "bangla/calendar/date_shape.hpp"
#include "bangla/calendar/gregorian.hpp"
#include "bangla/calendar/month_names.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace udb::bangla {
namespace {

BilingualText era_name(CalendarKind calendar) {
    return calendar == CalendarKind::bangla ? BilingualText{"বঙ্গাব্দ", "Bangla era"}
                                            : BilingualText{"খ্রিস্টাব্দ", "CE"};
}

/// The calendar by the month's name, or else by the year, or else by the era.
CalendarKind calendar_of(DateShape const& shape) {
    if (shape.calendar) return *shape.calendar;
    if (shape.year && !shape.short_year)
        return bangla_year(*shape.year) ? CalendarKind::bangla : CalendarKind::gregorian;
    return shape.era.value_or(CalendarKind::gregorian);
}

int full_year(int year, CalendarKind calendar) {
    if (calendar == CalendarKind::bangla) return 1400 + year;
    return year < 50 ? 2000 + year : 1900 + year;
}

unsigned longest_month(CalendarKind calendar, unsigned month) {
    if (calendar == CalendarKind::bangla)
        return std::max(days_in_month(1426, month, BanglaRule::before_2019),
                        days_in_month(1426, month, BanglaRule::since_2019));
    return month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Date> gregorian_day(WrittenDate const& written) {
    using namespace std::chrono;
    year_month_day const ymd{std::chrono::year{*written.year}, month{written.month},
                             day{written.day}};
    if (!ymd.ok()) return {};
    return sys_days{ymd};
}

unsigned length_of(WrittenDate const& written) {
    using namespace std::chrono;
    if (!written.year) return longest_month(written.calendar, written.month);
    if (written.calendar == CalendarKind::gregorian) {
        year_month_day_last const last{std::chrono::year{*written.year},
                                       month_day_last{month{written.month}}};
        return static_cast<unsigned>(last.day());
    }
    // The month in which the rule changed was counted by the new one.
    bool const since = written.year > 1426 || (written.year == 1426 && written.month >= 6);
    return days_in_month(*written.year, written.month,
                         since ? BanglaRule::since_2019 : BanglaRule::before_2019);
}

/// Some papers still follow the rule before 2019: ৩০ ফাল্গুন ১৪৩১ was no day by the rule in force,
/// but says plainly which one is meant.
std::optional<Date> only_by_old_rule(WrittenDate const& written) {
    auto const date = written.bangla();
    if (!date || gregorian_date(*date)) return {};
    return gregorian_date(*date, BanglaRule::before_2019);
}

void note_mending(DateShape const& shape, WrittenDate& written) {
    auto const name = MonthName{written.calendar, written.month, false}.name();
    if (shape.guessed)
        written.mended.push_back(
            {"calendar.mended_month",
             {{"written", std::string(shape.month_word)}, {"read", BilingualText(name)}}});
    if (shape.short_year)
        written.mended.push_back(
            {"calendar.mended_year",
             {{"written", BilingualText(bangla_number(*shape.year), std::to_string(*shape.year))},
              {"read", static_cast<std::int64_t>(*written.year)}}});
    if (shape.era && *shape.era != written.calendar)
        written.mended.push_back(
            {"calendar.mended_era",
             {{"written", std::string(shape.era_word)}, {"read", era_name(written.calendar)}}});
}

Result<WrittenDate> value_of(DateShape const& shape, std::string_view text) {
    WrittenDate written{
        .calendar = calendar_of(shape), .year = shape.year, .month = shape.month, .day = shape.day};
    if (shape.short_year) written.year = full_year(*shape.year, written.calendar);
    std::string const said(text);
    if (written.month < 1 || written.month > 12)
        return refused({"calendar.not_a_date", {{"text", said}}});
    if (written.year) {
        bool const known = written.calendar == CalendarKind::bangla
                               ? *written.year >= 1306 && *written.year <= 1507
                               : *written.year >= 1900 && *written.year <= 2100;
        if (!known) return refused({"calendar.out_of_range", {{"text", said}}});
    }
    auto const days = length_of(written);
    if (auto const old = only_by_old_rule(written)) {
        written.date = old;
        written.mended.push_back({"calendar.by_old_rule", {{"text", said}}});
    } else if (written.day < 1 || written.day > days) {
        auto const name = MonthName{written.calendar, written.month, false}.name();
        return refused({"calendar.no_such_day",
                        {{"text", said},
                         {"month", BilingualText(name)},
                         {"days", static_cast<std::int64_t>(days)}}});
    }
    if (written.year && !written.date) {
        written.date = written.calendar == CalendarKind::bangla
                           ? gregorian_date({*written.year, written.month, written.day})
                           : gregorian_day(written);
        if (!written.date) return refused({"calendar.out_of_range", {{"text", said}}});
    }
    note_mending(shape, written);
    return written;
}

/// Words that may stand before or after a date without being part of it.
bool accompanies(std::string_view word) {
    // In their folded spelling.
    constexpr std::string_view words[] = {
        "তারিখ", "তারিখে", "তারিখের", "তাং", "রোজ", "গত", "আগামি", "এর",    "সাল", "সালের", "সালে",
        "সনের",  "সন",     "এ",       "তে",  "খ্রি", "ইং", "date",  "dated", "on",  "of"};
    auto const key = folded(word);
    if (std::ranges::find(words, key) != std::end(words)) return true;
    return std::ranges::any_of(weekdays, [&](Bilingual const& day) {
        return key == folded(day.bn) || key == folded(day.en);
    });
}

} // namespace

std::optional<BanglaDate> WrittenDate::bangla() const {
    if (calendar != CalendarKind::bangla || !year) return {};
    return BanglaDate{*year, month, day};
}

Result<WrittenDate> parse_date(std::string_view text) {
    constexpr std::size_t bytes_max = 300;
    auto const said = trimmed(text);
    Error const not_a_date =
        refused({"calendar.not_a_date", {{"text", nfc(said.substr(0, bytes_max))}}});
    if (said.empty() || said.size() > bytes_max) return not_a_date;
    DateReader const reader(said, DatePlace::alone);
    std::optional<DateShape> shape;
    for (std::size_t i = 0; i < reader.tokens().size();) {
        auto const found = shape ? std::nullopt : reader.shape_at(i);
        if (found) {
            shape = found;
            i = found->end;
            continue;
        }
        if (reader.is(i, DateToken::Kind::number)) return not_a_date;
        if (reader.is(i, DateToken::Kind::word) && !accompanies(reader.word(i))) return not_a_date;
        ++i;
    }
    if (!shape) return not_a_date;
    return value_of(*shape, reader.slice(shape->begin, shape->end));
}

std::vector<FoundDate> find_dates(std::string_view text) {
    DateReader const reader(text, DatePlace::in_text);
    std::vector<FoundDate> out;
    for (std::size_t i = 0; i < reader.tokens().size();) {
        auto const shape = reader.shape_at(i);
        bool const plausible = shape
                               && (!shape->year || shape->short_year || bangla_year(*shape->year)
                                   || gregorian_year(*shape->year));
        if (!plausible) {
            ++i;
            continue;
        }
        auto value = value_of(*shape, reader.slice(shape->begin, shape->end));
        // ৪৫.৬৭.২০২৬ is some other number, ৩১.০২.২০২৬ an impossible date.
        bool const other =
            !shape->calendar && (shape->month < 1 || shape->month > 12 || shape->day > 31);
        if (!other)
            out.push_back({reader.tokens()[shape->begin].begin, reader.tokens()[shape->end - 1].end,
                           std::move(value)});
        i = shape->end;
    }
    return out;
}

} // namespace udb::bangla
