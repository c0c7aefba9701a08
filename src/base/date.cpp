#include "base/date.hpp"

#include <cstdio>

namespace udb {
namespace {

using namespace std::chrono;

constexpr auto bangladesh = hours{6};

std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

} // namespace

std::string iso(Date date) {
    year_month_day const ymd{date};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return text;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    auto const y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)),
               d = digits(text.substr(8, 2));
    if (!y || !m || !d) return {};
    year_month_day const ymd{year{static_cast<int>(*y)}, month{*m}, day{*d}};
    if (!ymd.ok()) return {};
    return sys_days{ymd};
}

std::string iso(Instant instant) {
    auto const local = instant + bangladesh;
    auto const date = floor<days>(local);
    hh_mm_ss const time{local - date};
    char text[48];
    std::snprintf(text, sizeof text, "%sT%02d:%02d:%02d.%03d+06:00", iso(date).c_str(),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return text;
}

Date day_of(Instant instant) { return floor<days>(instant + bangladesh); }

} // namespace udb
