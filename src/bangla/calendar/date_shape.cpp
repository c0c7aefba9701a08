#include "bangla/calendar/date_shape.hpp"

#include "bangla/calendar/month_names.hpp"
#include "bangla/text/search_key.hpp"

#include <algorithm>
#include <array>

namespace udb::bangla {
namespace {

using Kind = DateToken::Kind;

bool separates(char sign) { return sign == '-' || sign == '.' || sign == '/'; }

bool is_day_ending(std::string_view word) {
    constexpr std::array<std::string_view, 10> endings{"লা", "রা", "ঠা", "ই",  "শে",
                                                       "ম",  "st", "nd", "rd", "th"};
    return std::ranges::find(endings, word) != endings.end();
}

/// The month a misspelt word is meant to be.
std::optional<MonthName> guess(DateShape const& shape, DatePlace place) {
    if (place == DatePlace::in_text) {
        if (!shape.year || shape.short_year) return {};
        if (bangla_year(*shape.year))
            return month_guessed(shape.month_word, CalendarKind::bangla, 0.6);
        if (gregorian_year(*shape.year))
            return month_guessed(shape.month_word, CalendarKind::gregorian, 0.6);
        return {};
    }
    if (shape.year && bangla_year(*shape.year))
        return month_guessed(shape.month_word, CalendarKind::bangla, 0.5);
    if (auto found = month_guessed(shape.month_word, CalendarKind::gregorian, 0.5)) return found;
    return month_guessed(shape.month_word, CalendarKind::bangla, 0.5);
}

} // namespace

std::optional<DateShape> DateReader::shape_at(std::size_t i) const {
    if (is(i, Kind::number)) {
        if (auto found = year_first(i)) return found;
        if (auto found = all_digits(i)) return found;
        return month_in_words(i);
    }
    if (is(i, Kind::word)) return english_month_first(i);
    return {};
}

std::string_view DateReader::slice(std::size_t first, std::size_t last) const {
    return text_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin);
}

bool DateReader::is_sign(std::size_t i, char sign) const {
    return is(i, Kind::sign) && tokens_[i].sign == sign;
}

bool DateReader::is_number(std::size_t i, unsigned least, unsigned most) const {
    return is(i, Kind::number) && tokens_[i].digits >= least && tokens_[i].digits <= most;
}

std::size_t DateReader::after_space(std::size_t i) const { return is(i, Kind::space) ? i + 1 : i; }

/// `2026-01-26`, `২০২৬/০১/২৬`.
std::optional<DateShape> DateReader::year_first(std::size_t i) const {
    if (!is_number(i, 4, 4) || !is_number(i + 2, 1, 2) || !is_number(i + 4, 1, 2)) return {};
    if (!is(i + 1, Kind::sign) || !separates(tokens_[i + 1].sign)) return {};
    if (!is_sign(i + 3, tokens_[i + 1].sign) || continues(i, i + 5, tokens_[i + 1].sign)) return {};
    DateShape shape{.begin = i, .end = i + 5};
    shape.year = tokens_[i].value;
    shape.month = static_cast<unsigned>(tokens_[i + 2].value);
    shape.day = static_cast<unsigned>(tokens_[i + 4].value);
    return with_era(shape);
}

/// `১৬-১১-২০২৩`, `০৬.১১. ২০২৫`, `২৬/০১/২০২৬`.
std::optional<DateShape> DateReader::all_digits(std::size_t i) const {
    if (!is_number(i, 1, 2) || !is(i + 1, Kind::sign)) return {};
    char const sign = tokens_[i + 1].sign;
    auto const second = after_space(i + 2);
    if (!separates(sign) || !is_number(second, 1, 2) || !is_sign(second + 1, sign)) return {};
    auto const third = after_space(second + 2);
    if (!is_number(third, 2, 4) || tokens_[third].digits == 3) return {};
    if (continues(i, third + 1, sign)) return {};
    DateShape shape{.begin = i, .end = third + 1};
    shape.day = static_cast<unsigned>(tokens_[i].value);
    shape.month = static_cast<unsigned>(tokens_[second].value);
    shape.year = tokens_[third].value;
    shape.short_year = tokens_[third].digits == 2;
    bool const tight = third == i + 4 && sign != '.' && tokens_[i].digits == 2
                       && tokens_[second].digits == 2 && shape.month <= 12 && shape.day <= 31;
    if (shape.short_year && place_ == DatePlace::in_text && !tight) return {};
    return with_era(shape);
}

/// `১৬ নভেম্বর ২০২৩`, `১লা বৈশাখ, ১৪৩১`, `৩১ জুলাই`, `26th January 2026`, `26-Jan-2026`.
std::optional<DateShape> DateReader::month_in_words(std::size_t i) const {
    if (!is_number(i, 1, 2)) return {};
    DateShape shape{.begin = i};
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
    if (is_number(next, 4, 4) || (is_number(next, 2, 2) && place_ == DatePlace::alone)) {
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
std::optional<DateShape> DateReader::english_month_first(std::size_t i) const {
    auto const first = word(i).front();
    if (first < 'A' || first > 'Z') return {};
    auto next = i + 1;
    if (is_sign(next, '.')) ++next;
    next = after_space(next);
    if (!is_number(next, 1, 2)) return {};
    DateShape shape{.begin = i, .end = next + 1};
    shape.day = static_cast<unsigned>(tokens_[next++].value);
    if (is(next, Kind::word) && is_day_ending(word(next))) shape.end = ++next;
    if (is_sign(next, ',')) ++next;
    next = after_space(next);
    if (is_number(next, 4, 4)) {
        shape.year = tokens_[next].value;
        shape.end = next + 1;
    } else if (place_ == DatePlace::in_text) {
        return {};
    }
    if (!name_month(shape, i)) return {};
    return with_era(shape);
}

/// Whether the word at token `at` names a month, which the shape then has.
bool DateReader::name_month(DateShape& shape, std::size_t at) const {
    shape.month_word = word(at);
    auto named = month_named(shape.month_word);
    char const first = shape.month_word.front();
    bool const english = first >= 'A' && first <= 'z';
    // `5 may apply` names no month, `5 May` does.
    if (named && english && !shape.year && first > 'Z') return false;
    if (!named && !english) named = guess(shape, place_);
    if (!named) return false;
    shape.calendar = named->calendar;
    shape.month = named->month;
    shape.guessed = named->guessed;
    return true;
}

DateShape DateReader::with_era(DateShape shape) const {
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

/// Part of a longer chain of digits, such as a memo number.
bool DateReader::continues(std::size_t begin, std::size_t end, char sign) const {
    auto const chains = [&](std::size_t i) { return is_sign(i, sign) || is_sign(i, '.'); };
    if (begin >= 2 && chains(begin - 1) && is(begin - 2, Kind::number)) return true;
    return chains(end) && is(end + 1, Kind::number);
}

} // namespace udb::bangla
