// Holidays declared beside the yearly lists: where they hold, since when they are known, and that
// the last word of a day counts; on both databases.
#include "host/application.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/offices/offices.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::holidays;
using bangla::HolidayKind;
using std::chrono::year;

namespace {

constexpr Module const* modules[] = {&offices::manifest, &holidays::manifest};

constexpr Date on(unsigned month, unsigned day) {
    return year{2026} / std::chrono::month{month} / std::chrono::day{day};
}
constexpr Date today = on(11, 23);

Declared declared(std::int64_t id, HolidayKind kind, Date first, std::optional<Date> last = {}) {
    return {.id = {id},
            .order = {.first_day = first,
                      .last_day = last,
                      .kind = kind,
                      .name_bn = "বিশেষ ছুটি",
                      .name_en = "Special holiday",
                      .authority = "জনপ্রশাসন মন্ত্রণালয়",
                      .memo = "১২৩",
                      .issued_on = on(11, 22)},
            .declared_on = today,
            .by = {"করণিক", "Clerk"}};
}

HolidayOrder order(Id<Office> office, Date day) {
    auto made = declared(0, HolidayKind::executive_order, day).order;
    made.office = office;
    made.reason = "শেষ মুহূর্তের আদেশ";
    return made;
}

struct Desk {
    Database& database;
    Id<Office> ministry = {}, agency = {}, other = {};
    std::string path = {}, below_path = {}, other_path = {};
    Actor overseer = {}, head = {}, agency_secretary = {}, guest = {};

    template <class Act>
    auto as(Actor const& actor, Act const& act, Date day = today) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = day, .now = Instant{day}};
            return act(work);
        });
    }
    static Actor actor(std::int64_t id, Role role, std::string const& place) {
        return {.account = {id},
                .officer = {},
                .office = {},
                .name = {"করণিক", "Clerk"},
                .assignments = {{role, place}}};
    }
    explicit Desk(Database& at) : database(at) {
        auto const all = actor(1, Role::administrator, "/");
        REQUIRE(as(all, [&](Work& work) -> Done {
            ministry = TRY(offices::add_office(work, {.name_bn = "মন্ত্রণালয়"}));
            agency = TRY(offices::add_office(work, {.name_bn = "অধিদপ্তর", .parent = ministry}));
            other = TRY(offices::add_office(work, {.name_bn = "অন্য মন্ত্রণালয়"}));
            path = offices::find_office(work.db, ministry)->path();
            below_path = offices::find_office(work.db, agency)->path();
            other_path = offices::find_office(work.db, other)->path();
            return {};
        }));
        overseer = actor(2, Role::overseer, "/");
        head = actor(3, Role::head_of_office, path);
        agency_secretary = actor(4, Role::member_secretary, below_path);
    }
    Result<Id<HolidayOrder>> declare(Actor const& who, HolidayOrder const& what,
                                     Date day = today) const {
        return as(who, [&](Work& work) { return holidays::declare(work, what); }, day);
    }
    bool open(std::string const& place, Date day, Date known_on = Date::max()) const {
        return database.read([&](Db& db) {
            Calendars const calendars(db, known_on);
            return bangla::is_working_day(day, calendars.of(place));
        });
    }
};

void for_each_desk(std::function<void(Desk&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        Desk desk(database);
        test(desk);
    });
}

} // namespace

TEST_CASE("of one day the last word counts, and says whose it is") {
    auto const thursday = on(12, 10);
    auto const shut = declared(1, HolidayKind::executive_order, thursday, on(12, 13));
    auto const opened = declared(2, HolidayKind::working, thursday);
    std::vector<Declared const*> const once{&shut}, twice{&shut, &opened};
    auto const first = with_declared(bangla::known_holidays(), once);
    auto const due = bangla::first_open_day(thursday, {.holidays = &first});
    CHECK(iso(due.date) == "2026-12-14"); // Thursday to Sunday
    REQUIRE(due.skipped.size() == 4);
    CHECK(due.skipped[0].why.key == "calendar.why_declared");
    CHECK(due.skipped[1].why.key == "calendar.why_both"); // Friday
    CHECK(due.skipped[3].why.key == "calendar.why_declared");
    auto const then = with_declared(bangla::known_holidays(), twice);
    CHECK(bangla::is_working_day(thursday, {.holidays = &then}));
    CHECK_FALSE(bangla::is_working_day(on(12, 13), {.holidays = &then}));
    // A Saturday becomes a working day, and 16 December with it, which is on the yearly list.
    auto const saturday = declared(3, HolidayKind::working, on(12, 12));
    auto const victory = declared(4, HolidayKind::working, on(12, 16));
    std::vector<Declared const*> const both{&saturday, &victory};
    auto const worked = with_declared(bangla::known_holidays(), both);
    CHECK(bangla::is_working_day(on(12, 12), {.holidays = &worked}));
    CHECK(bangla::is_working_day(on(12, 16), {.holidays = &worked}));
    CHECK_FALSE(bangla::is_working_day(on(12, 16), {.holidays = &bangla::known_holidays()}));
}

TEST_CASE("an order holds for its office and all below it, from the day it was written down") {
    for_each_desk([](Desk& desk) {
        auto const day = on(12, 10);
        REQUIRE(desk.declare(desk.head, order(desk.ministry, day)));
        CHECK_FALSE(desk.open(desk.path, day));
        CHECK_FALSE(desk.open(desk.below_path, day));
        CHECK(desk.open(desk.other_path, day));
        // What was declared later was not known before.
        CHECK(desk.open(desk.path, day, today - std::chrono::days{1}));
        CHECK_FALSE(desk.open(desk.path, day, today));
        REQUIRE(desk.declare(desk.overseer, order({}, on(12, 14))));
        CHECK_FALSE(desk.open(desk.other_path, on(12, 14)));
        // Two orders of different reach beside one another.
        CHECK_FALSE(desk.open(desk.below_path, on(12, 14)));
        CHECK_FALSE(desk.open(desk.below_path, day));
        auto const read = desk.database.read([&](Db& db) { return Calendars(db); });
        REQUIRE(read.declared().size() == 2);
        CHECK(read.declared()[0].by.bn == "করণিক");
        CHECK(read.declared()[0].declared_on == today);
    });
}

TEST_CASE("who may declare, and what is refused") {
    for_each_desk([](Desk& desk) {
        auto const day = on(12, 10);
        auto const kind_of = [](Result<Id<HolidayOrder>> const& done) { return done.error().kind; };
        CHECK(kind_of(desk.declare(desk.head, order(desk.other, day))) == Error::Kind::forbidden);
        CHECK(kind_of(desk.declare(desk.head, order({}, day))) == Error::Kind::forbidden);
        CHECK(kind_of(desk.declare(desk.agency_secretary, order(desk.ministry, day)))
              == Error::Kind::forbidden);
        CHECK(kind_of(desk.declare(desk.guest, order(desk.agency, day))) == Error::Kind::forbidden);
        REQUIRE(desk.declare(desk.agency_secretary, order(desk.agency, day)));
        CHECK(kind_of(desk.declare(desk.agency_secretary, order(desk.agency, day)))
              == Error::Kind::refused);
        auto ahead = order(desk.agency, on(12, 14));
        ahead.issued_on = today + std::chrono::days{1};
        CHECK(kind_of(desk.declare(desk.agency_secretary, ahead)) == Error::Kind::invalid);
    });
}

TEST_CASE("an order has its days in order and not too many, its number and its reason") {
    auto const parsed = [](FormValues const& more) {
        FormValues form{{"first_day", "10-12-2026"},
                        {"kind", "executive_order"},
                        {"name_bn", "বিশেষ ছুটি"},
                        {"authority", "মন্ত্রণালয়"},
                        {"memo", "১২৩"},
                        {"issued_on", "২২ নভেম্বর ২০২৬"},
                        {"reason", "কারণ"}};
        for (auto const& [name, value] : more) {
            form.erase(name);
            form.emplace(name, value);
        }
        return parse(holiday_register, form);
    };
    CHECK(parsed({}));
    CHECK(parsed({{"last_day", "2026-12-10"}}));
    struct Case {
        char const* field;
        char const* value;
    };
    for (auto const& wrong :
         {Case{"last_day", "2026-12-09"}, Case{"last_day", "2027-01-10"},
          Case{"first_day", "৩১-০২-২০২৬"}, Case{"memo", ""}, Case{"reason", " "},
          Case{"kind", "optional"}, Case{"issued_on", ""}}) {
        CAPTURE(wrong.field);
        auto const result = parsed({{wrong.field, wrong.value}});
        REQUIRE_FALSE(result);
        CHECK(result.error().fields.front().field == wrong.field);
    }
}
