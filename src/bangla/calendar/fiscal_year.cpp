#include "bangla/calendar/fiscal_year.hpp"

#include "bangla/text/digits.hpp"
#include "base/ensure.hpp"

#include <cstdio>

namespace udb::bangla {
namespace {

using namespace std::chrono;

std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (char const c : digits) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

FiscalYear fiscal_year(Date date) {
    year_month_day const ymd{date};
    return {static_cast<int>(ymd.year()) - (ymd.month() < July ? 1 : 0)};
}

Days days_of(FiscalYear fiscal) {
    return {sys_days{year{fiscal.start} / July / 1}, sys_days{year{fiscal.start + 1} / June / 30}};
}

unsigned fiscal_quarter(Date date) {
    auto const month = static_cast<unsigned>(year_month_day{date}.month());
    return (month + 5) % 12 / 3 + 1;
}

Days days_of(FiscalYear fiscal, unsigned quarter) {
    ENSURE(quarter >= 1 && quarter <= 4, "a fiscal quarter is 1 to 4");
    auto const first = year{fiscal.start} / July / 1 + months{3 * (quarter - 1)};
    return {sys_days{first}, sys_days{first + months{3}} - days{1}};
}

std::string name(FiscalYear fiscal, Language language) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d", fiscal.start, (fiscal.start + 1) % 100);
    return language == Language::bn ? bangla_digits(text) : text;
}

std::optional<FiscalYear> parse_fiscal_year(std::string_view text) {
    std::string plain;
    auto const ascii = ascii_digits(text);
    for (std::size_t i = 0; i < ascii.size(); ++i) {
        std::string_view const here = std::string_view(ascii).substr(i);
        if (here.starts_with("–") || here.starts_with("—")) {
            plain += '-';
            i += 2;
        } else if (ascii[i] != ' ') {
            plain += ascii[i];
        }
    }
    auto const dash = plain.find_first_of("-/");
    if (dash != 4 || (plain.size() != 7 && plain.size() != 9)) return {};
    auto const first = number(std::string_view(plain).substr(0, 4));
    auto const second = number(std::string_view(plain).substr(5));
    if (!first || !second) return {};
    auto const next = plain.size() == 7 ? (*first + 1) % 100 : *first + 1;
    if (*second != next) return {};
    return FiscalYear{*first};
}

} // namespace udb::bangla
