#include "bangla/calendar/gregorian.hpp"

#include "bangla/text/digits.hpp"

namespace udb::bangla {

std::string long_date(Date date, Language language) {
    std::chrono::year_month_day const ymd{date};
    auto const& month = gregorian_months.at(static_cast<unsigned>(ymd.month()) - 1);
    auto const text = std::to_string(static_cast<unsigned>(ymd.day())) + ' '
                      + std::string(month.in(language)) + ' '
                      + std::to_string(static_cast<int>(ymd.year()));
    return language == Language::bn ? bangla_digits(text) : text;
}

} // namespace udb::bangla
