// How often meetings are owed (C23 §4(3), L26 fn 3), which were missed, and the days proposed.
#include "modules/meetings/cadence.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::meetings;
using std::chrono::days, std::chrono::month, std::chrono::year, std::chrono::year_month_day;
using std::chrono::Monday, std::chrono::Thursday, std::chrono::Wednesday;

namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return year{y} / month{m} / std::chrono::day{d};
}

std::vector<Owed> since(Cadence cadence, Date from, std::optional<Date> until = {}) {
    return {{.cadence = cadence, .from = from, .until = until, .mandate = "x"}};
}

bangla::Holidays with(Date date, std::string name) {
    bangla::Holidays list;
    list.add(int{year_month_day{date}.year()}, {{.date = date, .name = {name, name}}});
    return list;
}

} // namespace

TEST_CASE("C23 §4(3) asks for a meeting each month, L26 fn 3 each quarter from its day on") {
    auto const& all = shipped_mandates();
    auto const ministry =
        owed_meetings(all, Tier::ministry, "mole.gov.bd", {day(2025, 7, 1), day(2026, 12, 31)});
    REQUIRE(ministry.size() == 2);
    CHECK(ministry[0].cadence == Cadence::monthly);
    CHECK(ministry[0].mandate == "cabinet-2023");
    CHECK(ministry[0].function == 3);
    CHECK(ministry[0].until == day(2026, 1, 25));
    CHECK(ministry[1].cadence == Cadence::quarterly);
    CHECK(ministry[1].mandate == "labour-2026");
    CHECK(ministry[1].from == day(2026, 1, 26));
    CHECK_FALSE(ministry[1].until);

    auto const district =
        owed_meetings(all, Tier::district, "", {day(2025, 7, 1), day(2026, 12, 31)});
    REQUIRE(district.size() == 1);
    CHECK(district[0].cadence == Cadence::monthly);
}

TEST_CASE("a slot is missed on the day after its last, and stays so") {
    struct Row {
        Cadence cadence;
        Date from;
        std::vector<Date> held;
        Date today;
        std::vector<Date> missed; ///< first days, the newest first
    };
    Row const rows[] = {
        {Cadence::monthly, day(2026, 7, 1), {}, day(2026, 7, 31), {}},
        {Cadence::monthly, day(2026, 7, 1), {}, day(2026, 8, 1), {day(2026, 7, 1)}},
        {Cadence::monthly, day(2026, 7, 1), {day(2026, 7, 31)}, day(2026, 8, 1), {}},
        {Cadence::monthly, day(2026, 7, 1), {day(2026, 8, 1)}, day(2026, 8, 2), {day(2026, 7, 1)}},
        {Cadence::monthly, day(2026, 7, 2), {}, day(2026, 8, 1), {}}, // July not wholly
        {Cadence::quarterly, day(2026, 1, 26), {}, day(2026, 6, 30), {}},
        {Cadence::quarterly, day(2026, 1, 26), {}, day(2026, 7, 1), {day(2026, 4, 1)}},
        {Cadence::quarterly,
         day(2026, 1, 26),
         {day(2026, 9, 30)},
         day(2027, 1, 1),
         {day(2026, 10, 1), day(2026, 4, 1)}},
        {Cadence::quarterly, day(2026, 4, 1), {day(2026, 4, 1)}, day(2026, 7, 1), {}},
    };
    for (auto const& row : rows) {
        CAPTURE(iso(row.today));
        std::vector<Date> firsts;
        for (auto const& slot : missed_slots(since(row.cadence, row.from), row.held, row.today)) {
            firsts.push_back(slot.days.first);
            CHECK(slot.missed_since() == slot.days.last + days{1});
            CHECK(slot.missed_since() <= row.today);
        }
        CHECK(firsts == row.missed);
    }
}

TEST_CASE("a year shows months before a quarterly duty begins, and its quarters after") {
    auto owed = since(Cadence::monthly, day(2024, 1, 1), day(2026, 1, 25));
    owed.push_back({.cadence = Cadence::quarterly, .from = day(2026, 1, 26), .mandate = "y"});
    std::vector const held{day(2025, 7, 9), day(2026, 3, 12)};
    auto const slots = slots_of({2025}, owed, held, day(2026, 5, 5));
    using State = Slot::State;
    std::vector<std::pair<Date, State>> told;
    for (auto const& slot : slots)
        told.emplace_back(slot.days.first, slot.state);
    std::vector<std::pair<Date, State>> const expected{
        {day(2025, 7, 1), State::met},      {day(2025, 8, 1), State::missed},
        {day(2025, 9, 1), State::missed},   {day(2025, 10, 1), State::missed},
        {day(2025, 11, 1), State::missed},  {day(2025, 12, 1), State::missed},
        {day(2026, 1, 1), State::not_owed}, {day(2026, 2, 1), State::not_owed},
        {day(2026, 3, 1), State::met},      {day(2026, 4, 1), State::running},
    };
    CHECK(told == expected);
    CHECK(slots.back().cadence == Cadence::quarterly);
    CHECK(slots.back().days.last == day(2026, 6, 30));
}

TEST_CASE("a day of the pattern that is no working day is told why, and the next one proposed") {
    bangla::Holidays const lists = with(day(2026, 12, 16), "বিজয় দিবস");
    bangla::WorkingCalendar const calendar{.holidays = &lists};
    struct Row {
        Pattern pattern;
        unsigned month; ///< of 2026
        Date wanted, date;
        std::size_t skipped;
    };
    using By = Pattern::By;
    Row const rows[] = {
        {{.by = By::weekday, .weekday = Thursday, .nth = 2},
         11,
         day(2026, 11, 12),
         day(2026, 11, 12),
         0},
        {{.by = By::weekday, .weekday = Wednesday, .nth = 3},
         12,
         day(2026, 12, 16),
         day(2026, 12, 17),
         1},
        {{.by = By::day_of_month, .day = 20},
         11,
         day(2026, 11, 20),
         day(2026, 11, 22),
         2}, // Fri, Sat
        {{.by = By::day_of_month, .day = 31}, 11, day(2026, 11, 30), day(2026, 11, 30), 0},
        // 31 October is a Saturday: what follows is another month.
        {{.by = By::day_of_month, .day = 31}, 10, day(2026, 10, 31), day(2026, 10, 29), 1},
        {{.by = By::weekday, .weekday = Monday, .nth = 5},
         8,
         day(2026, 8, 31),
         day(2026, 8, 31),
         0},
    };
    for (auto const& row : rows) {
        auto const all = proposed({2026}, Cadence::monthly, row.pattern, calendar);
        REQUIRE(all.size() == 12);
        auto const& one = all.at(row.month - 7);
        CHECK(iso(one.wanted) == iso(row.wanted));
        CHECK(iso(one.date) == iso(row.date));
        CHECK(one.skipped.size() == row.skipped);
        CHECK(one.slot.contains(one.date));
    }
    auto const quarters =
        proposed({2026}, Cadence::quarterly,
                 {.by = By::day_of_month, .day = 16, .month_of_quarter = 3}, calendar);
    REQUIRE(quarters.size() == 4);
    CHECK(quarters[1].wanted == day(2026, 12, 16));
    CHECK(quarters[1].date == day(2026, 12, 17));
    REQUIRE(quarters[1].skipped.size() == 1);
    CHECK(quarters[1].skipped[0].why.key == "calendar.why_holiday");
}

TEST_CASE("a holiday declared late overtakes what was called for that day, and nothing else") {
    std::vector const called{day(2026, 11, 26), day(2026, 12, 3), day(2026, 11, 19)};
    auto const none = with(day(2026, 12, 16), "বিজয় দিবস");
    CHECK(overtaken(called, Cadence::monthly, day(2026, 11, 23), {.holidays = &none}).empty());
    auto const late = with(day(2026, 11, 26), "নির্বাহী আদেশে ছুটি");
    auto const found = overtaken(called, Cadence::monthly, day(2026, 11, 23), {.holidays = &late});
    REQUIRE(found.size() == 1);
    CHECK(found[0].index == 0);
    CHECK(found[0].instead.date == day(2026, 11, 29)); // 27 and 28 are the weekend
    CHECK(found[0].instead.skipped.size() == 3);
    // A day that is past is not re-proposed.
    CHECK(overtaken(called, Cadence::monthly, day(2026, 11, 27), {.holidays = &late}).empty());
}
