// What an office owes on both databases, and the pages that say so.
#include "modules/duties/tests/desk.hpp"

#include <algorithm>
#include <set>

using namespace udb;
using namespace udb::duties;
using namespace udb::duties::test_desk;
using namespace std::chrono;

TEST_CASE("a holiday declared late puts off an open day, for its offices and from then on") {
    on_both([](Desk const& desk) {
        // C23 §4(5): the report by 31 July, a Thursday in 2025.
        Date const due = 2025y / July / 31, declared = 2025y / July / 29;
        REQUIRE(desk.as(actor_with({{Role::head_of_office, desk.above.path}}), declared,
                        [&](Work& work) {
                            return holidays::declare(work, {.office = desk.above.id,
                                                            .first_day = due,
                                                            .name_bn = "বিশেষ ছুটি",
                                                            .authority = "জনপ্রশাসন মন্ত্রণালয়",
                                                            .memo = "১২৩",
                                                            .issued_on = declared,
                                                            .reason = "শেষ মুহূর্তের আদেশ"});
                        }));
        auto const open_due = [&](Date known_on) {
            return desk.database.read([&](Db& db) -> std::optional<Date> {
                OfficeYear const year(db, desk.below, of_2024, known_on);
                for (auto const& status : year.statuses())
                    for (auto const& duty : status.duties)
                        for (auto const& part : duty.parts)
                            if (part.due == due) return part.open_due;
                return {};
            });
        };
        CHECK(open_due(declared) == Date{2025y / August / 3}); // after Friday and Saturday
        CHECK(open_due(declared - days{1}) == due);
    });
}

TEST_CASE(
    "what falls due once the year is over stays open until it is done (C23 §4(1), (2), (5))") {
    on_both([](Desk const& desk) {
        // Open on a day: the function, and the fiscal year it is owed in; days late.
        using Open = std::tuple<int, int, std::int64_t>;
        auto const open = [&](Date on) {
            return desk.database.read([&](Db& db) {
                std::set<Open> found;
                OpenOffice const owed(db, desk.below, on);
                for (auto const& o : owed.duties())
                    if (o.what.part->due)
                        found.emplace(o.status->function->no, o.year.start, o.what.days_late);
                return found;
            });
        };
        auto const has = [&](Date on, Open const& one) { return open(on).contains(one); };
        Open const report{5, 2024, 0}, told{2, 2024, 0}, change{1, 2024, 0};
        for (auto const day : {2025y / June / 30, 2025y / July / 1, 2025y / July / 15}) {
            CAPTURE(iso(day));
            CHECK(has(day, report));
            CHECK(has(day, told));
            CHECK(has(day, change));
        }
        CHECK(has(2025y / July / 16, {2, 2024, 1}));
        CHECK(has(2025y / July / 31, report));
        CHECK(has(2025y / July / 31, {2, 2024, 16}));
        CHECK(has(2025y / August / 1, {5, 2024, 1}));
        // A plan that was not approved in its year is missed for good; this year's is asked.
        CHECK(has(2025y / June / 30, {2, 2024, 334}));
        CHECK(has(2025y / July / 1, {2, 2025, 0}));
        CHECK_FALSE(has(2025y / July / 1, {2, 2024, 335}));

        desk.happened("report.drafted", 2025y / July / 20, {{"year", "2024-25"}});
        desk.happened("report.sent", 2025y / July / 30, {{"year", "2024-25"}});
        CHECK(has(2025y / July / 31, report));
        desk.happened("report.published", 2025y / July / 31, {{"year", "2024-25"}});
        CHECK_FALSE(has(2025y / July / 31, report));
        CHECK_FALSE(has(2025y / August / 1, {5, 2024, 1}));
    });
}

TEST_CASE(
    "nothing is asked of a year before the office came here, unless something of it is told") {
    on_both([](Desk const& desk) {
        auto const late = [&] {
            return desk.database.read([&](Db& db) {
                return std::ranges::count_if(
                    OpenOffice(db, desk.below, 2024y / July / 16).duties(), [](OpenDuty const& o) {
                        return o.year.start == 2023 && o.status->function->no == 5;
                    });
            });
        };
        CHECK(late() == 0);
        desk.happened("report.drafted", 2024y / July / 10, {{"year", "2023-24"}});
        CHECK(late() == 2);
    });
}

TEST_CASE("the first page, the agenda and the page of duties speak of last year's report in July") {
    on_both([](Desk const& desk) {
        Date const day = 2025y / July / 20;
        auto actor = desk.leader();
        actor.office = desk.below.id;
        auto const concerns =
            desk.database.read([&](Db& db) { return manifest.concerns(db, actor, day); });
        REQUIRE(concerns.size() == 2);
        CHECK(concerns[1].due == sys_days{2025y / July / 31});
        auto const matters =
            desk.database.read([&](Db& db) { return manifest.matters(db, desk.below.id, day); });
        CHECK(std::ranges::any_of(matters, [](Matter const& m) {
            return m.where.view().find("/cabinet-2023/5?year=2024") != std::string_view::npos;
        }));
        test::Site const site(desk.database, modules, desk.leader(), Instant{day});
        auto const page = site.get("/duties/" + to_string(desk.below.id));
        CHECK(page.body.find("cabinet-2023/5?year=2024") != std::string::npos);
    });
}

TEST_CASE(
    "the pages show the year, a past day, and a function's records; guests and strangers see nothing") {
    on_both([](Desk const& desk) {
        desk.happened("meeting.held", 2024y / July / 20, {{"kind", "team"}});
        Instant const now{sys_days{2024y / August / 10}};
        auto const path = "/duties/" + to_string(desk.below.id);
        test::Site const site(desk.database, modules, desk.leader(), now);
        auto const page = site.get(path);
        CHECK(page.status == 200);
        CHECK(page.body.find("status-waiting") != std::string::npos);
        CHECK(site.get(path, web::Pairs{{"on", "১৯ জুলাই ২০২৪"}}).body.find("status-waiting")
              == std::string::npos);
        CHECK(site.get(path, web::Pairs{{"on", "কাল"}}).body.find("govuk-error-message")
              != std::string::npos);
        CHECK(site.get(path + "/cabinet-2023/3").body.find("শ্রীপুর") != std::string::npos);
        CHECK(site.get(path + "/cabinet-2023/99").status == 404);
        CHECK(site.get(path + "/labour-2026/3").status == 404);
        CHECK(site.get("/duties/" + to_string(desk.above.id)).status == 404);
        CHECK(site.get("/duties/99999").status == 404);

        test::Site const guest(desk.database, modules, {}, now);
        CHECK(guest.get(path).status != 200);
        test::Site const overseer(desk.database, modules, actor_with({{Role::overseer, "/"}}), now);
        CHECK(overseer.get("/duties/matrix").body.find("শ্রীপুর") != std::string::npos);
        CHECK(overseer
                  .get("/duties/matrix", web::Pairs{{"mandate", "cabinet-2023"},
                                                    {"function", "3"},
                                                    {"state", "partly"}})
                  .status
              == 200);
    });
}
