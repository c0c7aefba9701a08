// Which month a word names: in either calendar, spelt in any accepted way, or nearly so.
#pragma once

#include "bangla/calendar/written_date.hpp"

#include <optional>
#include <string_view>

namespace udb::bangla {

struct MonthName {
    CalendarKind calendar = CalendarKind::gregorian;
    unsigned month = 0;
    bool guessed = false; ///< the word is no accepted spelling, only like one

    /// As orders spell it.
    Bilingual name() const;
};

/// An accepted spelling: জানুয়ারি, জানুয়ারী, জানু, January, Jan; কার্তিক, কার্ত্তিক; with a case ending
/// (জুলাইয়ের) too.
std::optional<MonthName> month_named(std::string_view word);

/// The month of `calendar` that the Bangla word is most like, when it is at least `similarity_min`
/// like it and plainly less like any other.
std::optional<MonthName> month_guessed(std::string_view word, CalendarKind calendar,
                                       double similarity_min);

} // namespace udb::bangla
