// Values of a plan: numbers and days, read and written.
#include "modules/plans/plan.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::plans;
using namespace std::chrono;

namespace {

constexpr Date july31 = sys_days{2026y / 7 / 31};

} // namespace

TEST_CASE("A value is read by its unit, in either script and any form of day") {
    struct Case {
        char const* text;
        Unit unit;
        std::optional<Value> value;
    };
    for (auto const& c : {
             Case{"২৯.৯৫", Unit::amount, Value{299'500}},
             Case{" 1,20,000 ", Unit::number, Value::whole(120'000)},
             Case{"৮০%", Unit::percent, Value::whole(80)},
             Case{"80 %", Unit::percent, Value::whole(80)},
             Case{"80%", Unit::number, {}},
             Case{"৩১-০৭-২০২৬", Unit::date, value_of(july31)},
             Case{"৩১ জুলাই ২০২৬", Unit::date, value_of(july31)},
             Case{"2026-07-31", Unit::date, value_of(july31)},
             Case{"১৬ শ্রাবণ ১৪৩৩", Unit::date, value_of(july31)},
             Case{"৩১ জুলাই", Unit::date, {}},
             Case{"৩১-০৬-২০২৬", Unit::date, {}},
             Case{"৫", Unit::date, {}},
             Case{"৩১-০৭-২০২৬", Unit::number, {}},
             Case{"", Unit::number, {}},
             Case{"--", Unit::number, {}},
         }) {
        CAPTURE(c.text);
        CHECK(parse_value(c.text, c.unit) == c.value);
    }
}

TEST_CASE("A value is written as papers write it, and reads back") {
    CHECK(written(Value{299'500}, Unit::number, Language::bn) == "২৯.৯৫");
    CHECK(written(Value::whole(-1'234'567), Unit::amount, Language::en) == "-12,34,567");
    CHECK(written(Value{-5'000}, Unit::number, Language::en) == "-0.5");
    CHECK(written(value_of(july31), Unit::date, Language::bn) == "৩১-০৭-২০২৬");
    CHECK(written(value_of(july31), Unit::date, Language::en) == "31-07-2026");
    for (auto const value : {Value{1}, Value{-123'456'789'012}, Value{Value::most}, Value{}})
        CHECK(parse_value(written(value, Unit::number, Language::bn), Unit::number) == value);
}

TEST_CASE("What cannot be a day is written as a number, and stays within the calendar") {
    CHECK(written(Value{Value::most}, Unit::date, Language::en) == "10,00,00,00,00,000");
    CHECK(written(Value{5'000}, Unit::date, Language::en) == "0.5");
    CHECK(iso(day_of(Value{Value::most})) == "2200-12-31");
    CHECK(iso(day_of(Value{-Value::most})) == "1900-01-01");
    CHECK(day_of(value_of(july31)) == july31);
}

TEST_CASE("Areas, activities and indicators are numbered by their places") {
    CHECK(numbered(1, 0, 0, Language::bn) == "১");
    CHECK(numbered(1, 12, 0, Language::bn) == "১.১২");
    CHECK(numbered(1, 12, 3, Language::en) == "1.12.3");
}
