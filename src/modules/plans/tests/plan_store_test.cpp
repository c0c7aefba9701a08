// Plans on both databases: drafted, decided on, amended, called otherwise, told in two places.
#include "host/application.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/people/people.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/difference.hpp"
#include "modules/plans/portions.hpp"
#include "modules/plans/tests/desk.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::plans;
using namespace udb::plans::test;
using namespace std::chrono;

TEST_CASE("a plan is one of its office, year and form") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        CHECK(desk.plan().stage == Stage::draft);
        CHECK(kind_of(desk.as(secretary,
                              [&](Work& work) -> Done {
                                  TRY(begin(work, {.office = desk.office,
                                                   .form = std::string(form),
                                                   .tree = tree(2)}));
                                  return {};
                              }))
              == "form:plans.is_there");
        CHECK(kind_of(desk.as(member,
                              [&](Work& work) -> Done {
                                  auto next = tree(2);
                                  next.fiscal_year = 2027;
                                  TRY(begin(work, {.office = desk.office,
                                                   .form = std::string(form),
                                                   .tree = next}));
                                  return {};
                              }))
              == "forbidden");
    });
}

TEST_CASE("what a plan holds is read by four statements, however long it is") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        for (std::size_t const count : {std::size_t{3}, std::size_t{1000}}) {
            Desk desk{database, count, count == 3 ? 2026 : 2027};
            auto const plan = desk.plan();
            database.read([&](Db& db) {
                auto const before = db.statements();
                auto const facts = facts_of(db, plan, working_copy);
                CHECK(db.statements() - before == 4);
                CHECK(placed(facts).size() == count);
                CHECK(facts.areas[0].activities[0].indicators[0].name == "সূচক ১");
                CHECK(facts.areas[0].activities[0].indicators[2].bands[0] == Value::whole(4));
            });
        }
    });
}

TEST_CASE("the working copy is changed part by part, and a version that is old is a conflict") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const read = desk.plan().header;
        REQUIRE(desk.as(secretary, [&](Work& work) {
            return save_area(work, read, {.name = "নতুন ক্ষেত্র", .weight = Value::whole(5)});
        }));
        CHECK(kind_of(desk.as(
                  secretary, [&](Work& work) { return save_area(work, read, {.name = "আরেকটি"}); }))
              == "conflict");
        auto facts = desk.facts(working_copy);
        REQUIRE(facts.areas.size() == 2);
        CHECK(facts.areas[1].name == "নতুন ক্ষেত্র");
        auto const area = facts.areas[1].line;
        REQUIRE(desk.now(save_activity, area, ActivityFacts{.name = "কার্যক্রম ২"}));
        auto const activity = desk.facts(working_copy).areas[1].activities[0].line;
        auto const added =
            desk.now(save_indicator, activity, IndicatorFacts{.name = "ক", .weight = {5000}});
        REQUIRE(added);
        REQUIRE(desk.now(save_indicator, activity, IndicatorFacts{.name = "খ"}));
        REQUIRE(desk.now(move, Part::indicator, added->value, false));
        REQUIRE(desk.now(move, Part::area, std::int64_t{area}, true));
        facts = desk.facts(working_copy);
        CHECK(facts.areas[0].line == area);
        CHECK(facts.areas[0].activities[0].indicators[0].name == "খ");
        CHECK(facts.areas[0].activities[0].indicators[1].weight == Value{5000});
        REQUIRE(desk.now(take_out, Part::area, std::int64_t{area}));
        facts = desk.facts(working_copy);
        CHECK(facts.areas.size() == 1);
        CHECK(placed(facts).size() == 3);
        auto const gone = database.read([&](Db& db) { return find_indicator(db, *added); });
        REQUIRE(gone);
        CHECK(gone->header.stage == id_of(IndicatorStage::discarded));
        CHECK(kind_of(desk.now(take_out, Part::area, std::int64_t{area})) == "not_found");
    });
}

TEST_CASE("C23 §4(2), L26 §2(2): a plan is approved only by a decision of a coordination meeting") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const team = desk.decided(meetings::MeetingKind::team);
        auto const coordination = desk.decided(meetings::MeetingKind::coordination);
        auto const approving = [&](Actor const& actor, Id<Decision> decision) {
            auto const header = desk.plan().header;
            return kind_of(
                desk.as(actor, [&](Work& work) { return approve(work, header, decision); }));
        };
        CHECK(approving(head, coordination) == "plans.not_submitted");
        REQUIRE(desk.now(submit));
        CHECK(desk.plan().stage == Stage::submitted);
        CHECK(approving(secretary, coordination) == "forbidden");
        CHECK(approving(head, {}) == "decision:plans.decision_needed");
        CHECK(approving(head, team) == "decision:plans.decision_not_of_meeting");
        CHECK(approving(head, coordination).empty());
        auto const plan = desk.plan();
        CHECK(plan.stage == Stage::approved);
        CHECK(plan.approved_version == 1);
        auto const indicator = desk.facts(1).areas[0].activities[0].indicators[0].id;
        database.read([&](Db& db) {
            auto const event = events_of(db, plan.header.id).front();
            CHECK(event.kind == "plan.approved");
            CHECK(event.detail("decision") == to_string(coordination));
            CHECK(event.detail("version") == "1");
            CHECK(event.detail("on") == iso(Date{2026y / July / 12}));
            auto const version = versions_of(db, plan.id()).front();
            CHECK(version.decision == as_record(coordination));
            CHECK(find_indicator(db, indicator)->header.stage == "approved");
        });
    });
}

TEST_CASE("an amendment leaves the approved version whole, and is approved by a decision again") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const first = desk.facts(1);
        auto i = first.areas[0].activities[0].indicators[0];
        REQUIRE(desk.now(begin_amendment));
        i.weight = Value::whole(9);
        REQUIRE(desk.now(save_indicator, 0, i));
        auto const second = first.areas[0].activities[0].indicators[1].id;
        REQUIRE(desk.now(take_out, Part::indicator, second.value));
        CHECK(desk.plan().stage == Stage::approved);
        CHECK(desk.indicators(1).size() == 3);
        CHECK(desk.indicators(working_copy).size() == 2);
        SUBCASE("discarded, it never was") {
            REQUIRE(desk.now(discard_amendment));
            CHECK(desk.indicators(working_copy).size() == 3);
            CHECK(desk.facts(working_copy).areas[0].activities[0].indicators[0].weight
                  == Value::whole(1));
            CHECK(desk.plan().working == Stage::approved);
        }
        SUBCASE("approved, it is the second version") {
            REQUIRE(desk.now(submit));
            CHECK(desk.plan().stage == Stage::approved);
            auto const decision = desk.decided(meetings::MeetingKind::coordination);
            auto const header = desk.plan().header;
            REQUIRE(desk.as(head, [&](Work& work) { return approve(work, header, decision); }));
            CHECK(desk.plan().approved_version == 2);
            CHECK(desk.indicators(1).size() == 3);
            CHECK(desk.facts(1).areas[0].activities[0].indicators[0].weight == Value::whole(1));
            CHECK(desk.facts(2).areas[0].activities[0].indicators[0].weight == Value::whole(9));
            database.read([&](Db& db) {
                CHECK(events_of(db, as_record(desk.id)).front().kind == "plan.amended");
                CHECK(find_indicator(db, second)->header.stage == "removed");
            });
        }
    });
}

TEST_CASE("a plan's title is corrected with its draft, and an approved one with its amendment") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const titled = [&](std::string bn) {
            return kind_of(desk.now(save_title, BilingualText{std::move(bn), "Plan"}));
        };
        CHECK(titled("খসড়ার নাম").empty());
        CHECK(desk.plan().header.title.bn == "খসড়ার নাম");
        desk.approved();
        CHECK(titled("অন্য নাম") == "plans.not_drafted");
        REQUIRE(desk.now(begin_amendment));
        CHECK(titled("বাতিল নাম").empty());
        CHECK(desk.plan().header.title.bn == "খসড়ার নাম");
        CHECK(desk.facts(working_copy).title.bn == "বাতিল নাম");
        REQUIRE(desk.now(discard_amendment));
        CHECK(desk.facts(working_copy).title.bn == "খসড়ার নাম");
        REQUIRE(desk.now(begin_amendment));
        CHECK(titled("সংশোধিত নাম").empty());
        desk.approved();
        CHECK(desk.plan().header.title.bn == "সংশোধিত নাম");
        CHECK(desk.facts(1).title.bn == "খসড়ার নাম");
        CHECK(desk.facts(2).title.bn == "সংশোধিত নাম");
        auto const changed = differences(desk.facts(1), desk.facts(2), Language::bn);
        REQUIRE(changed.size() == 1);
        CHECK(changed[0].place.area == 0);
        CHECK(changed[0].fields[0] == FieldDifference{"title_bn", "খসড়ার নাম", "সংশোধিত নাম"});
        CHECK(titled("আর নয়") == "plans.not_drafted");
    });
}

TEST_CASE("an indicator of two plans is told once and shown in both") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const source = desk.facts(1).areas[0].activities[0].indicators[0].id;
        Desk other{database, 1, 2026, "rti", desk.office};
        auto const activity = other.facts(working_copy).areas[0].activities[0].line;
        auto const with = [&](IndicatorFacts i) {
            return kind_of(Done([&]() -> Done {
                TRY(other.now(save_indicator, activity, i));
                return {};
            }()));
        };
        CHECK(with({.name = "ক", .unit = Unit::percent, .reported_with = source})
              == "reported_with:plans.source_other_unit");
        CHECK(with({.name = "ক",
                    .reported_with =
                        other.facts(working_copy).areas[0].activities[0].indicators[0].id})
              == "reported_with:plans.source_same_plan");
        CHECK(with({.name = "ক", .reported_with = source}).empty());
        REQUIRE(desk.as(member, [&](Work& work) -> Done {
            TRY(tell_progress(work, {.plan = desk.id,
                                     .quarter = 1,
                                     .rows = {{.indicator = source, .value = Value::whole(2)}}}));
            return {};
        }));
        auto const facts = other.facts(working_copy);
        CHECK(facts.areas[0].activities[0].indicators[1].quarters[0] == Value::whole(2));
    });
}
