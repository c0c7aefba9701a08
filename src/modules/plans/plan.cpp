#include "modules/plans/plan.hpp"

#include "bangla/calendar/written_date.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/numerals.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

using namespace std::chrono;

/// Days outside are no days of a plan; chrono's years end not far beyond.
constexpr Date first_day = sys_days{year{1900} / 1 / 1};
constexpr Date last_day = sys_days{year{2200} / 12 / 31};

std::string in_language(std::string ascii, Language language) {
    return language == Language::bn ? bangla::bangla_digits(ascii) : ascii;
}

} // namespace

Value value_of(Date day) { return Value::whole(day.time_since_epoch().count()); }

bool is_day(Value value) {
    return value.units % Value::one == 0 && value >= value_of(first_day)
           && value <= value_of(last_day);
}

Date day_of(Value value) {
    auto const kept = std::clamp(value, value_of(first_day), value_of(last_day));
    return Date{days{static_cast<int>(kept.units / Value::one)}};
}

std::optional<Value> parse_value(std::string_view text, Unit unit) {
    auto const plain = bangla::normalised(bangla::trimmed(text));
    if (unit == Unit::date) {
        auto const read = bangla::parse_date(plain);
        if (!read || !read->date) return {};
        return value_of(*read->date);
    }
    std::string_view number = plain;
    if (unit == Unit::percent && number.ends_with('%'))
        number = bangla::trimmed(number.substr(0, number.size() - 1));
    return parse_decimal(number);
}

std::string written(Value value, Unit unit, Language language) {
    if (unit == Unit::date && is_day(value)) {
        auto const text = iso(day_of(value)); // yyyy-mm-dd
        return in_language(text.substr(8) + "-" + text.substr(5, 2) + "-" + text.substr(0, 4),
                           language);
    }
    auto const plain = to_string(value);
    auto const point = std::min(plain.find('.'), plain.size());
    bool const negative = plain.front() == '-';
    auto const whole = bangla::grouped(std::abs(value.units / Value::one), Language::en);
    return in_language((negative ? "-" : "") + whole + plain.substr(point), language);
}

std::string numbered(int area, int activity, int indicator, Language language) {
    auto out = std::to_string(area);
    if (activity > 0) out += "." + std::to_string(activity);
    if (activity > 0 && indicator > 0) out += "." + std::to_string(indicator);
    return in_language(std::move(out), language);
}

} // namespace udb::plans
