// A holiday declared late: meetings give way to it, decisions are in time until offices are open,
// and each change says why.
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/tests/desk.hpp"

using namespace udb;
using namespace udb::meetings;
using namespace udb::meetings::test_desk;

namespace {

/// Over the Thursday and the Sunday around a weekend.
HolidayOrder order(Desk const& desk, Date first, std::optional<Date> last = {}) {
    return {.office = desk.office,
            .first_day = first,
            .last_day = last,
            .name_bn = "বিশেষ ছুটি",
            .name_en = "Special holiday",
            .authority = "জনপ্রশাসন মন্ত্রণালয়",
            .memo = "১২৩",
            .issued_on = today,
            .reason = "শেষ মুহূর্তের আদেশ"};
}

void declare(Desk const& desk, HolidayOrder const& what) {
    auto const done =
        desk.as(desk.clerk, [&](Work& work) { return holidays::declare(work, what); });
    REQUIRE_MESSAGE(done, done.error().message.key);
}

} // namespace

TEST_CASE("a meeting of that day goes to the next open day, and says whose order it is") {
    for_each_desk([](Desk& desk) {
        auto const meeting = desk.called(on(12, 10)), other = desk.called(on(12, 9));
        auto const friday = desk.called(on(12, 11)); // somebody chose the weekend
        declare(desk, order(desk, on(12, 10), on(12, 13)));
        auto const moved = desk.meeting(meeting);
        CHECK(moved.when.day == on(12, 14));
        CHECK(moved.moved_from == on(12, 10));
        CHECK(moved.sequence == 1);
        CHECK(desk.meeting(other).when.day == on(12, 9));
        CHECK(desk.meeting(other).sequence == 0);
        CHECK(desk.meeting(friday).when.day == on(12, 11));
        CHECK(desk.events(moved.header.id).back() == "meeting.moved");

        test::Site const site(desk.database, modules, desk.clerk, today);
        auto const page = site.get("/meetings/" + to_string(meeting));
        CHECK(test::says(page, "১০ ডিসেম্বর ২০২৬"));
        CHECK(test::says(page, "১৪ ডিসেম্বর ২০২৬"));
        CHECK(test::says(page, "জনপ্রশাসন মন্ত্রণালয়-এর ২৩ নভেম্বর ২০২৬ তারিখের ১২৩ নম্বর আদেশ, করণিক "
                               "কর্তৃক ২৩ নভেম্বর ২০২৬ তারিখে লিপিবদ্ধ"));
        CHECK_FALSE(test::says(site.get("/meetings/" + to_string(other)), "করণিক কর্তৃক"));
    });
}

TEST_CASE("the last day of a month gives way to an earlier one; what was held stays") {
    for_each_desk([](Desk& desk) {
        auto const held = desk.called(today);
        REQUIRE(desk.held(held, desk.clerk));
        auto const last = desk.called(on(12, 31));
        auto const off = desk.called(on(12, 31));
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return call_off(work, desk.meeting(off).header, "প্রয়োজন নেই");
        }));
        declare(desk, order(desk, on(12, 31)));
        declare(desk, order(desk, today));
        CHECK(desk.meeting(last).when.day == on(12, 30));
        CHECK(desk.meeting(off).when.day == on(12, 31));
        CHECK(desk.meeting(held).when.day == today);
    });
}

TEST_CASE("a decision due on such a day is late only once offices have been open again") {
    for_each_desk([](Desk& desk) {
        auto const meeting = desk.called(on(11, 22));
        REQUIRE(desk.held(meeting, desk.clerk));
        auto const decision = desk.decided(meeting, "প্রতিবেদন দিতে হবে।", on(12, 10), desk.clerk);
        CHECK(desk.decision(decision).open_due == on(12, 10));
        declare(desk, order(desk, on(12, 10)));
        auto const d = desk.decision(decision);
        CHECK(d.due == on(12, 10));
        CHECK(d.open_due == on(12, 13));
        CHECK(days_late({d.due, d.open_due}, d.state, on(12, 13)) == 0);
        CHECK(days_late({d.due, d.open_due}, d.state, on(12, 14)) == 4);
        test::Site const site(desk.database, modules, desk.clerk, today);
        for (auto const& page : {"/decisions/" + to_string(decision), std::string("/decisions")})
            CHECK(test::says(site.get(page), "১৩ ডিসেম্বর ২০২৬ পর্যন্ত"));
    });
}
