// A holiday declared late: meetings give way to it, decisions are in time until offices are open,
// and each change says why.
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/tests/desk.hpp"
#include "support/kind_of.hpp"

#include <algorithm>

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
        CHECK(desk.events(moved.header.id).back() == "meeting.gave_way");
        CHECK(moved.reason.empty());

        test::Site const site(desk.database, modules, desk.clerk, today);
        auto const page = site.get("/meetings/" + to_string(meeting));
        CHECK(test::says(page, "১০ ডিসেম্বর ২০২৬"));
        CHECK(test::says(page, "১৪ ডিসেম্বর ২০২৬"));
        CHECK(test::says(page, "জনপ্রশাসন মন্ত্রণালয়-এর ২৩ নভেম্বর ২০২৬ তারিখের ১২৩ নম্বর আদেশ, করণিক "
                               "কর্তৃক ২৩ নভেম্বর ২০২৬ তারিখে লিপিবদ্ধ"));
        CHECK_FALSE(test::says(site.get("/meetings/" + to_string(other)), "করণিক কর্তৃক"));
        // What happened is stored; each reader is told in the own language.
        auto const english = site.get("/meetings/" + to_string(meeting), {}, "en");
        CHECK(test::says(english, "as the day was declared a holiday: Special holiday, order 123"));
        CHECK(test::says(page, "ছুটি ঘোষিত হওয়ায় সভা ১০ ডিসেম্বর ২০২৬"));
    });
}

TEST_CASE("a holiday that is called off gives its meetings a way back, and says so") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(12, 10));
        declare(desk, order(desk, on(12, 10)));
        auto const back = [&] {
            return desk.as(desk.clerk,
                           [&](Work& work) { return move_back(work, desk.meeting(id).header); });
        };
        auto const path = "/meetings/" + to_string(id);
        auto const offered = [&] {
            test::Site const site(desk.database, modules, desk.clerk, today);
            return test::says(site.get(path), "action=\"" + path + "/move-back\"");
        };
        CHECK(desk.meeting(id).when.day == on(12, 13));
        CHECK(test::kind_of(back()) == "meetings.no_way_back");
        CHECK_FALSE(offered());
        auto off = order(desk, on(12, 10));
        off.kind = bangla::HolidayKind::working;
        off.memo = "১২৪";
        declare(desk, off);
        CHECK(desk.meeting(id).when.day == on(12, 13)); // nobody is moved twice unasked
        CHECK(offered());
        auto const said = desk.database.read([&](Db& db) {
            return std::ranges::any_of(manifest.concerns(db, desk.clerk, today), [](auto const& c) {
                return c.what.key == "meetings.can_go_back";
            });
        });
        CHECK(said);
        auto const other = desk.called(on(12, 10));
        CHECK(test::kind_of(back()) == "meetings.called_already");
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return call_off(work, desk.meeting(other).header, "প্রয়োজন নেই");
        }));
        REQUIRE(back());
        auto const m = desk.meeting(id);
        CHECK(m.when.day == on(12, 10));
        CHECK(m.sequence == 2);
        CHECK_FALSE(m.moved_from);
        CHECK(desk.events(m.header.id).back() == "meeting.went_back");
        CHECK_FALSE(offered());
        CHECK(test::kind_of(back()) == "meetings.no_way_back");
    });
}

TEST_CASE("a meeting that somebody moved on since has no way back to a holiday") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(12, 10));
        declare(desk, order(desk, on(12, 10)));
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            auto when = desk.meeting(id).when;
            when.day = on(12, 15);
            return move_meeting(work, desk.meeting(id).header, when, "সচিব মহোদয়ের সময় নেই");
        }));
        auto off = order(desk, on(12, 10));
        off.kind = bangla::HolidayKind::working;
        declare(desk, off);
        CHECK(test::kind_of(desk.as(
                  desk.clerk, [&](Work& work) { return move_back(work, desk.meeting(id).header); }))
              == "meetings.no_way_back");
        CHECK(desk.meeting(id).reason == "সচিব মহোদয়ের সময় নেই");
    });
}

TEST_CASE("the last day of a month gives way to an earlier one; what was held stays") {
    for_each_desk([](Desk& desk) {
        auto const held = desk.called(today);
        REQUIRE(desk.held(held, desk.clerk));
        auto const off = desk.called(on(12, 31));
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return call_off(work, desk.meeting(off).header, "প্রয়োজন নেই");
        }));
        auto const last = desk.called(on(12, 31));
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
