// Plans on both databases: drafted, decided on, told, submitted, amended and assessed.
#include "host/application.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/people/people.hpp"
#include "modules/plans/actions.hpp"
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

TEST_CASE("progress is told row by row: what is right is saved, what is wrong is told") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const all = desk.facts(1).areas[0].activities[0].indicators;
        auto const telling = [&](Actor const& actor, std::vector<TellingRow> rows,
                                 unsigned quarter = 1) {
            return desk.as(actor, [&](Work& work) {
                return tell_progress(
                    work, {.plan = desk.id, .quarter = quarter, .rows = std::move(rows)});
            });
        };
        auto const done = telling(member, {{.indicator = all[0].id, .value = Value::whole(2)},
                                           {.indicator = all[1].id, .value = Value::whole(-1)}});
        REQUIRE(done);
        CHECK(done->saved == 1);
        REQUIRE(done->wrong.size() == 1);
        CHECK(done->wrong[0].message.key == "plans.value_negative");
        CHECK(desk.facts(1).areas[0].activities[0].indicators[0].quarters[0] == Value::whole(2));
        // Somebody told it since the form was drawn: it is said, and not overwritten.
        auto const late = telling(
            secretary, {{.indicator = all[0].id, .value = Value::whole(3), .seen = Told{}}});
        REQUIRE(late);
        CHECK(late->saved == 0);
        CHECK(late->wrong.at(0).message.key == "plans.meanwhile");
        // The same again changes nothing.
        CHECK(telling(member, {{.indicator = all[0].id, .value = Value::whole(2)}})->saved == 0);
        CHECK(kind_of(Done(telling(stranger, {{.indicator = all[0].id}}).error())) == "forbidden");
        CHECK(kind_of(Done(telling(member, {}, 4).error())) == "plans.quarter_ahead");
    });
}

TEST_CASE("a submitted period keeps its figures; a later change needs a reason and is told") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const id = desk.facts(1).areas[0].activities[0].indicators[0].id;
        auto const telling = [&](std::int64_t value, std::string reason) {
            return desk.as(member, [&](Work& work) -> Done {
                TRY(tell_progress(work, {.plan = desk.id,
                                         .quarter = 1,
                                         .rows = {{.indicator = id, .value = Value::whole(value)}},
                                         .reason = std::move(reason)}));
                return {};
            });
        };
        REQUIRE(telling(4, ""));
        CHECK(kind_of(desk.now(submit_period, Period::q2, std::string()))
              == "plans.period_not_over");
        REQUIRE(desk.now(submit_period, Period::q1, std::string("মন্তব্য")));
        CHECK(kind_of(desk.now(submit_period, Period::q1, std::string()))
              == "plans.is_submitted_period");
        CHECK(kind_of(telling(1, " ")) == "reason:plans.reason_after_submission");
        REQUIRE(telling(1, "গণনায় ভুল ছিল"));
        database.read([&](Db& db) {
            auto const figures = figures_of(db, desk.id, Period::q1);
            CHECK(figures.at(id).quarters[0] == Value::whole(4));
            CHECK(figures.at(id).score == Value::whole(1));
            auto const periods = submitted_periods(db, std::span(&desk.id, 1));
            REQUIRE(periods.size() == 1);
            CHECK(periods[0].remark == "মন্তব্য");
            auto const event = events_of(db, as_record(id)).front();
            CHECK(event.kind == "plan.progress_corrected");
            CHECK(event.detail("reason") == "গণনায় ভুল ছিল");
            CHECK(event.detail("before_en") == "4");
        });
        CHECK(desk.facts(1).areas[0].activities[0].indicators[0].quarters[0] == Value::whole(1));
    });
}

TEST_CASE("the office assesses itself, the office above assesses it, and nobody else") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const id = desk.facts(1).areas[0].activities[0].indicators[0].id;
        auto const assessing = [&](Actor const& actor, Assessor assessor, std::int64_t version,
                                   std::optional<Value> score = {}) {
            return kind_of(desk.as(
                actor,
                [&](Work& work) {
                    return assess(work, {.assessment = {.plan = desk.id,
                                                        .period = Period::half,
                                                        .assessor = assessor,
                                                        .version = version},
                                         .marks = {{id, {.score = score, .remark = "ক"}}}});
                },
                2027y / January / 20));
        };
        CHECK(assessing(secretary, Assessor::self, 0) == "plans.period_not_submitted");
        auto const header = desk.plan().header;
        REQUIRE(desk.as(
            secretary, [&](Work& work) { return submit_period(work, header, Period::half, ""); },
            2027y / January / 10));
        CHECK(assessing(member, Assessor::self, 0) == "forbidden");
        CHECK(assessing(secretary, Assessor::self, 0, Value::whole(2))
              == "score_" + to_string(id) + ":plans.score_range");
        CHECK(assessing(secretary, Assessor::self, 0, Value::whole(1)).empty());
        CHECK(assessing(secretary, Assessor::self, 0) == "conflict");
        CHECK(assessing(head, Assessor::higher, 0) == "forbidden");
        CHECK(assessing(above, Assessor::higher, 0, Value{5000}).empty());
        CHECK(assessing(secretary, Assessor::self, 1) == "plans.is_assessed");
        database.read([&](Db& db) {
            auto const there = assessments_of(db, std::span(&desk.id, 1));
            REQUIRE(there.size() == 2);
            CHECK(marks_of(db, there[0]).at(id).score == Value::whole(1));
            CHECK(marks_of(db, there[1]).at(id).score == Value{5000});
            CHECK(events_of(db, as_record(desk.id)).front().kind == "plan.assessed");
        });
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
