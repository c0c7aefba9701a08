// Four shapes are tried where a number or an English month begins: day-month-year in words, in
// digits, year first, and the English month first.
#include "bangla/calendar/written_date.hpp"

#include "bangla/calendar/date_tokens.hpp"
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

using Kind = DateToken::Kind;

/// What stands in a text, before it is known to be a day.
struct Shape {
    std::size_t begin = 0; ///< tokens
    std::size_t end = 0;
    unsigned day = 0;
    unsigned month = 0;
    std::optional<int> year = {};
    bool short_year = false;
    std::optional<CalendarKind> calendar = {}; ///< from the month's name
    std::optional<CalendarKind> era = {};
    std::string_view era_word = {};
    std::string_view month_word = {};
    bool guessed = false;
};

/// In a text at large a shape must be surer to be a date than where a date is expected.
enum class Where { alone, in_text };

bool bangla_year(int year) { return year >= 1300 && year < 1600; }
bool gregorian_year(int year) { return year >= 1900 && year < 2200; }

class Reader {
public:
    Reader(std::string_view text, Where where)
        : text_(text), tokens_(date_tokens(text)), where_(where) {}

    std::vector<DateToken> const& tokens() const { return tokens_; }

    std::optional<Shape> shape_at(std::size_t i) const {
        if (is(i, Kind::number)) {
            if (auto found = year_first(i)) return found;
            if (auto found = all_digits(i)) return found;
            return month_in_words(i);
        }
        if (is(i, Kind::word)) return english_month_first(i);
        return {};
    }

    std::string_view slice(std::size_t first, std::size_t last) const {
        return text_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin);
    }
    std::string_view word(std::size_t i) const { return slice(i, i + 1); }

    bool is(std::size_t i, Kind kind) const {
        return i < tokens_.size() && tokens_[i].kind == kind;
    }
    bool is_sign(std::size_t i, char sign) const {
        return is(i, Kind::sign) && tokens_[i].sign == sign;
    }

private:
    bool is_number(std::size_t i, unsigned least, unsigned most) const {
        return is(i, Kind::number) && tokens_[i].digits >= least && tokens_[i].digits <= most;
    }
    std::size_t after_space(std::size_t i) const { return is(i, Kind::space) ? i + 1 : i; }

    /// `2026-01-26`, `২০২৬/০১/২৬`.
    std::optional<Shape> year_first(std::size_t i) const {
        if (!is_number(i, 4, 4) || !is_number(i + 2, 1, 2) || !is_number(i + 4, 1, 2)) return {};
        if (!is(i + 1, Kind::sign) || !separates(tokens_[i + 1].sign)) return {};
        if (!is_sign(i + 3, tokens_[i + 1].sign) || continues(i, i + 5, tokens_[i + 1].sign))
            return {};
        Shape shape{.begin = i, .end = i + 5};
        shape.year = tokens_[i].value;
        shape.month = static_cast<unsigned>(tokens_[i + 2].value);
        shape.day = static_cast<unsigned>(tokens_[i + 4].value);
        return with_era(shape);
    }

    /// `১৬-১১-২০২৩`, `০৬.১১. ২০২৫`, `২৬/০১/২০২৬`.
    std::optional<Shape> all_digits(std::size_t i) const {
        if (!is_number(i, 1, 2) || !is(i + 1, Kind::sign)) return {};
        char const sign = tokens_[i + 1].sign;
        auto const second = after_space(i + 2);
        if (!separates(sign) || !is_number(second, 1, 2) || !is_sign(second + 1, sign)) return {};
        auto const third = after_space(second + 2);
        if (!is_number(third, 2, 4) || tokens_[third].digits == 3) return {};
        if (continues(i, third + 1, sign)) return {};
        Shape shape{.begin = i, .end = third + 1};
        shape.day = static_cast<unsigned>(tokens_[i].value);
        shape.month = static_cast<unsigned>(tokens_[second].value);
        shape.year = tokens_[third].value;
        shape.short_year = tokens_[third].digits == 2;
        bool const tight = third == i + 4 && sign != '.' && tokens_[i].digits == 2
                           && tokens_[second].digits == 2 && shape.month <= 12 && shape.day <= 31;
        if (shape.short_year && where_ == Where::in_text && !tight) return {};
        return with_era(shape);
    }

    /// `১৬ নভেম্বর ২০২৩`, `১লা বৈশাখ, ১৪৩১`, `৩১ জুলাই`, `26th January 2026`, `26-Jan-2026`.
    std::optional<Shape> month_in_words(std::size_t i) const {
        if (!is_number(i, 1, 2)) return {};
        Shape shape{.begin = i};
        shape.day = static_cast<unsigned>(tokens_[i].value);
        auto next = i + 1;
        if (is(next, Kind::word) && is_day_ending(word(next))) ++next;
        if (is_sign(next, ',') || is_sign(next, '-')) ++next;
        next = after_space(next);
        if (!is(next, Kind::word)) return {};
        auto const at = next++;
        if (is_sign(next, '.') && !is_number(next + 1, 1, 2)) ++next;
        auto const named_end = next;
        if (is_sign(next, ',') || is_sign(next, '-')) ++next;
        next = after_space(next);
        if (is_number(next, 4, 4) || (is_number(next, 2, 2) && where_ == Where::alone)) {
            shape.year = tokens_[next].value;
            shape.short_year = tokens_[next].digits == 2;
            shape.end = next + 1;
        } else {
            shape.end = is_sign(named_end - 1, '.') ? named_end - 1 : named_end;
        }
        if (!name_month(shape, at)) return {};
        return with_era(shape);
    }

    /// `January 26, 2026`; the year may be missing only where nothing else stands.
    std::optional<Shape> english_month_first(std::size_t i) const {
        auto const first = word(i).front();
        if (first < 'A' || first > 'Z') return {};
        auto next = i + 1;
        if (is_sign(next, '.')) ++next;
        next = after_space(next);
        if (!is_number(next, 1, 2)) return {};
        Shape shape{.begin = i, .end = next + 1};
        shape.day = static_cast<unsigned>(tokens_[next++].value);
        if (is(next, Kind::word) && is_day_ending(word(next))) shape.end = ++next;
        if (is_sign(next, ',')) ++next;
        next = after_space(next);
        if (is_number(next, 4, 4)) {
            shape.year = tokens_[next].value;
            shape.end = next + 1;
        } else if (where_ == Where::in_text) {
            return {};
        }
        if (!name_month(shape, i)) return {};
        return with_era(shape);
    }

    bool name_month(Shape& shape, std::size_t at) const {
        shape.month_word = word(at);
        auto named = month_named(shape.month_word);
        bool const english = shape.month_word.front() >= 'A' && shape.month_word.front() <= 'z';
        if (named && english && !shape.year && shape.month_word.front() > 'Z') return false;
        if (!named && !english) named = guess(shape);
        if (!named) return false;
        shape.calendar = named->calendar;
        shape.month = named->month;
        shape.guessed = named->guessed;
        return true;
    }

    std::optional<MonthName> guess(Shape const& shape) const {
        if (where_ == Where::in_text) {
            if (!shape.year || shape.short_year) return {};
            if (bangla_year(*shape.year))
                return month_guessed(shape.month_word, CalendarKind::bangla, 0.6);
            if (gregorian_year(*shape.year))
                return month_guessed(shape.month_word, CalendarKind::gregorian, 0.6);
            return {};
        }
        if (shape.year && bangla_year(*shape.year))
            return month_guessed(shape.month_word, CalendarKind::bangla, 0.5);
        if (auto found = month_guessed(shape.month_word, CalendarKind::gregorian, 0.5))
            return found;
        return month_guessed(shape.month_word, CalendarKind::bangla, 0.5);
    }

    Shape with_era(Shape shape) const {
        if (!shape.year) return shape;
        auto at = after_space(shape.end);
        if (is_sign(at, '(')) ++at;
        if (!is(at, Kind::word)) return shape;
        auto const key = folded(word(at));
        constexpr std::array<std::string_view, 8> gregorian{"খ্রিস্টাব্দ", "খ্রি",   "খ্রিঃ", "ইং",
                                                            "ইংরেজি",   "ইসাযি", "ce",   "ad"};
        constexpr std::array<std::string_view, 6> bangla{"বঙ্গাব্দ", "বাংলা", "বাং",
                                                         "সন",     "bs",    "বংগাব্দ"};
        if (std::ranges::find(gregorian, key) != gregorian.end())
            shape.era = CalendarKind::gregorian;
        else if (std::ranges::find(bangla, key) != bangla.end())
            shape.era = CalendarKind::bangla;
        else
            return shape;
        shape.era_word = word(at);
        shape.end = at + 1;
        return shape;
    }

    static bool separates(char sign) { return sign == '-' || sign == '.' || sign == '/'; }

    static bool is_day_ending(std::string_view word) {
        constexpr std::array<std::string_view, 10> endings{"লা", "রা", "ঠা", "ই",  "শে",
                                                           "ম",  "st", "nd", "rd", "th"};
        return std::ranges::find(endings, word) != endings.end();
    }

    /// Part of a longer chain of digits, such as a memo number.
    bool continues(std::size_t begin, std::size_t end, char sign) const {
        auto const chains = [&](std::size_t i) { return is_sign(i, sign) || is_sign(i, '.'); };
        if (begin >= 2 && chains(begin - 1) && is(begin - 2, Kind::number)) return true;
        return chains(end) && is(end + 1, Kind::number);
    }

    std::string_view text_;
    std::vector<DateToken> tokens_;
    Where where_;
};

BilingualText era_name(CalendarKind calendar) {
    return calendar == CalendarKind::bangla ? BilingualText{"বঙ্গাব্দ", "Bangla era"}
                                            : BilingualText{"খ্রিস্টাব্দ", "CE"};
}

/// The calendar by the month's name, or else by the year, or else by the era.
CalendarKind calendar_of(Shape const& shape) {
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

void note_mending(Shape const& shape, WrittenDate& written) {
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

Result<WrittenDate> value_of(Shape const& shape, std::string_view text) {
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
    Reader const reader(said, Where::alone);
    std::optional<Shape> shape;
    for (std::size_t i = 0; i < reader.tokens().size();) {
        auto const found = shape ? std::nullopt : reader.shape_at(i);
        if (found) {
            shape = found;
            i = found->end;
            continue;
        }
        if (reader.is(i, Kind::number)) return not_a_date;
        if (reader.is(i, Kind::word) && !accompanies(reader.word(i))) return not_a_date;
        ++i;
    }
    if (!shape) return not_a_date;
    return value_of(*shape, reader.slice(shape->begin, shape->end));
}

std::vector<FoundDate> find_dates(std::string_view text) {
    Reader const reader(text, Where::in_text);
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
