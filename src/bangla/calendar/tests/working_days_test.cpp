// Working days with an account of what was skipped, and the lists they stand on.
#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/working_days.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::bangla;
using std::chrono::days;

namespace {

Date day(char const* text) { return *parse_iso_date(text); }

std::string why(WorkingDays const& counted, char const* date) {
    auto const found = std::ranges::find(counted.skipped, day(date), &SkippedDay::date);
    return found == counted.skipped.end() ? "" : found->why.key;
}

WorkingCalendar calendar(std::string area = {}) {
    return {.holidays = &known_holidays(), .area = std::move(area)};
}

} // namespace

TEST_CASE("twenty working days from 12 March 2026 pass over Eid, the 26th and the New Year") {
    auto const counted = add_working_days(day("2026-03-12"), 20, calendar());
    REQUIRE(counted);
    CHECK(iso(counted->date) == "2026-04-19");
    CHECK(counted->skipped.size() == 18);
    CHECK(why(*counted, "2026-03-13") == "calendar.why_weekend");
    CHECK(why(*counted, "2026-03-17") == "calendar.why_holiday");
    CHECK(why(*counted, "2026-03-20") == "calendar.why_both");
    CHECK(why(*counted, "2026-04-14") == "calendar.why_holiday");
    CHECK(why(*counted, "2026-04-13").empty());
    CHECK(why(*counted, "2026-03-12").empty());
    CHECK(counted->findings.at(0).key == "calendar.moon");
}

TEST_CASE("a holiday of the hill districts is skipped there only") {
    auto const counted = add_working_days(day("2026-03-12"), 20, calendar("hill_districts"));
    REQUIRE(counted);
    CHECK(iso(counted->date) == "2026-04-20");
    CHECK(why(*counted, "2026-04-13") == "calendar.why_holiday");
}

TEST_CASE("the day of receipt is day zero and a count ends on a working day") {
    Holidays const none;
    WorkingCalendar const plain{.holidays = &none};
    CHECK(iso(add_working_days(day("2026-03-12"), 0, plain)->date) == "2026-03-12");
    CHECK(add_working_days(day("2026-03-13"), 0, plain)->skipped.empty());
    CHECK(iso(add_working_days(day("2026-03-12"), 1, plain)->date) == "2026-03-15");
    CHECK(iso(add_working_days(day("2026-03-13"), 1, plain)->date) == "2026-03-15");
    CHECK(iso(add_working_days(day("2026-03-15"), 1, plain)->date) == "2026-03-16");
}

TEST_CASE("a year without a list is said to be without one") {
    auto const counted = add_working_days(day("2026-12-27"), 10, calendar());
    REQUIRE(counted);
    REQUIRE(counted->findings.size() == 1);
    CHECK(counted->findings[0]
          == Message{"calendar.no_holiday_list", {{"year", std::int64_t{2027}}}});
    CHECK(add_working_days(day("2026-12-01"), 5, calendar())->findings.empty());
}

TEST_CASE("impossible counts are refused") {
    CHECK(add_working_days(day("2026-03-12"), -1, calendar()).error().message.key
          == "calendar.negative_days");
    CHECK(add_working_days(day("2026-03-12"), working_days_max + 1, calendar()).error().message.key
          == "calendar.too_many_days");
    CHECK(add_working_days(day("2026-03-12"), working_days_max, calendar()));
    CHECK(add_working_days(day("2100-12-30"), 20, calendar()).error().message.key
          == "calendar.out_of_range");
    CHECK(add_working_days(day("1899-12-31"), 1, calendar()).error().message.key
          == "calendar.out_of_range");
}

TEST_CASE("counting up undoes adding, from every day of 2026") {
    for (Date from = day("2026-01-01"); from <= day("2026-10-01"); from += days{1})
        for (std::int64_t n : {1, 7, 30}) {
            auto const to = add_working_days(from, n, calendar())->date;
            CHECK(working_days_between(from, to, calendar()) == n);
            CHECK(is_working_day(to, calendar()));
        }
    CHECK(working_days_between(day("2026-02-02"), day("2026-02-01"), calendar()) == 0);
}

TEST_CASE("optional holidays keep offices open, a declared working day opens a Saturday") {
    Holidays list;
    list.add(2026, {{.date = day("2026-02-02"),
                     .name = {"সরস্বতী পূজা", "Saraswati Puja"},
                     .kind = HolidayKind::optional,
                     .community = "hindu"},
                    {.date = day("2026-02-07"),
                     .name = {"কর্মদিবস", "Working day"},
                     .kind = HolidayKind::working}});
    WorkingCalendar const there{.holidays = &list};
    CHECK(is_working_day(day("2026-02-02"), there));
    CHECK(is_working_day(day("2026-02-07"), there));
    CHECK(!is_working_day(day("2026-02-14"), there));
    CHECK(!is_working_day(day("2026-02-02"),
                          {.holidays = &list, .weekend = {{std::chrono::Monday}}}));
}

TEST_CASE("the list of 2026 has the dates announced, nine of them on weekends") {
    auto const all = known_holidays().all();
    std::set<Date> dates;
    std::set<Date> weekends;
    for (auto const& holiday : all) {
        dates.insert(holiday.date);
        if (Weekend{}.has(holiday.date)) weekends.insert(holiday.date);
        CHECK(!holiday.source.empty());
    }
    CHECK(known_holidays().covers(2026));
    CHECK(!known_holidays().covers(2027));
    CHECK(dates.size() == 26);
    CHECK(weekends.size() == 9);
    CHECK(std::ranges::count(all, HolidayKind::executive_order, &Holiday::kind) == 14);
}

TEST_CASE("a broken list says what is wrong and where") {
    auto const bad = parse_holidays(
        "year = 2026\nsource = \"x\"\n[[holiday]]\ndate = \"2026-02-30\"\nbn = \"ক\"\nkind = \"x\"\n"
        "[[holiday]]\ndate = 2027-01-01\nbn = \"ক\"\nen = \"k\"\nkind = \"general\"\n");
    REQUIRE(!bad);
    std::vector<std::string> fields;
    for (auto const& fault : bad.error().fields)
        fields.push_back(fault.field);
    CHECK(fields
          == std::vector<std::string>{"holiday[0].en", "holiday[0].kind", "holiday[0].date",
                                      "holiday[1].date"});
    CHECK(parse_holidays("year = ").error().message.key == "calendar.not_toml");
    CHECK(!parse_holidays(""));
    CHECK(!parse_holidays("year = 2026\nsource = \"x\"\nholiday = [1]"));
    CHECK(parse_holidays("year = 2026\nsource = \"x\"")->holidays.empty());
    auto const run = parse_holidays(
        "year = 2026\nsource = \"x\"\n[[holiday]]\ndate = \"2026-05-26\"\nuntil = \"2026-05-31\"\n"
        "bn = \"ক\"\nen = \"k\"\nkind = \"general\"\n");
    REQUIRE(run);
    CHECK(run->holidays.size() == 6);
}
