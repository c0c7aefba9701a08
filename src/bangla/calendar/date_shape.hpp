// The shape of a date in a text: which numbers and words stand for day, month and year, before it
// is known whether there is such a day.
#pragma once

#include "bangla/calendar/date_tokens.hpp"
#include "bangla/calendar/written_date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace udb::bangla {

/// What stands in a text, before it is known to be a day.
struct DateShape {
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
enum class DatePlace { alone, in_text };

/// Years by which a date in digits tells its calendar.
constexpr bool bangla_year(int year) { return year >= 1300 && year < 1600; }
constexpr bool gregorian_year(int year) { return year >= 1900 && year < 2200; }

/// Four shapes are tried where a number or an English month begins: day-month-year in words, in
/// digits, year first, and the English month first.
class DateReader {
public:
    DateReader(std::string_view text, DatePlace place)
        : text_(text), tokens_(date_tokens(text)), place_(place) {}

    std::vector<DateToken> const& tokens() const { return tokens_; }

    /// The date that begins at token `i`.
    std::optional<DateShape> shape_at(std::size_t i) const;

    /// The text of tokens `first` up to, not with, `last`.
    std::string_view slice(std::size_t first, std::size_t last) const;
    std::string_view word(std::size_t i) const { return slice(i, i + 1); }

    bool is(std::size_t i, DateToken::Kind kind) const {
        return i < tokens_.size() && tokens_[i].kind == kind;
    }

private:
    bool is_sign(std::size_t i, char sign) const;
    bool is_number(std::size_t i, unsigned least, unsigned most) const;
    std::size_t after_space(std::size_t i) const;
    std::optional<DateShape> year_first(std::size_t i) const;
    std::optional<DateShape> all_digits(std::size_t i) const;
    std::optional<DateShape> month_in_words(std::size_t i) const;
    std::optional<DateShape> english_month_first(std::size_t i) const;
    bool name_month(DateShape& shape, std::size_t at) const;
    DateShape with_era(DateShape shape) const;
    bool continues(std::size_t begin, std::size_t end, char sign) const;

    std::string_view text_;
    std::vector<DateToken> tokens_;
    DatePlace place_;
};

} // namespace udb::bangla
