// Gregorian dates as papers and screens write them, in both languages.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"

#include <array>
#include <string>

namespace udb::bangla {

/// As orders spell them: জানুয়ারি, not CLDR's জানুয়ারী.
inline constexpr std::array<Bilingual, 12> gregorian_months{{
    {"জানুয়ারি", "January"},
    {"ফেব্রুয়ারি", "February"},
    {"মার্চ", "March"},
    {"এপ্রিল", "April"},
    {"মে", "May"},
    {"জুন", "June"},
    {"জুলাই", "July"},
    {"আগস্ট", "August"},
    {"সেপ্টেম্বর", "September"},
    {"অক্টোবর", "October"},
    {"নভেম্বর", "November"},
    {"ডিসেম্বর", "December"},
}};

/// `২৬ জানুয়ারি ২০২৬` or `26 January 2026`.
std::string long_date(Date date, Language language);

} // namespace udb::bangla
