// What was achieved, on both databases: told by several at once, submitted, assessed.
#include "modules/plans/tests/desk.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::plans;
using namespace udb::plans::test;
using namespace std::chrono;

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
        // What was left as it was seen is not told again, whoever changed it since; value and
        // remark each by itself.
        auto const alone =
            telling(secretary, {{.indicator = all[0].id, .seen = Told{}},
                                {.indicator = all[1].id, .value = Value::whole(1), .seen = Told{}},
                                {.indicator = all[2].id, .remark = "দেরিতে", .seen = Told{}}});
        REQUIRE(alone);
        CHECK(alone->wrong.empty());
        CHECK(alone->saved == 2);
        CHECK(desk.facts(1).areas[0].activities[0].indicators[0].quarters[0] == Value::whole(2));
        auto const both = telling(
            member, {{.indicator = all[2].id, .value = Value::whole(4), .seen = Told{}},
                     {.indicator = all[1].id, .remark = "আবার", .seen = Told{}},
                     {.indicator = all[0].id, .remark = "ভিন্ন", .seen = Told{.remark = "পুরোনো"}}});
        REQUIRE(both);
        CHECK(both->saved == 2);
        CHECK(both->wrong.at(0).message.key == "plans.meanwhile_remark");
        auto const plan = desk.plan();
        database.read([&](Db& db) {
            auto const told = told_in(db, plan, 1, 1);
            CHECK(told.at(all[2].id).value == Value::whole(4));
            CHECK(told.at(all[2].id).remark == "দেরিতে");
            CHECK(told.at(all[1].id).value == Value::whole(1));
        });
        // The list's marks are those of the whole plan.
        auto const marks = scored(desk.facts(1), {}).marks;
        CHECK(marks.score > Value{});
        database.read([&](Db& db) {
            auto const before = db.statements();
            CHECK(marks_of_all(db, std::span(&plan, 1)).at(desk.id) == marks);
            CHECK(db.statements() - before == 2);
        });
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
        auto const assessing = [&](Actor const& actor, Assessor assessor,
                                   std::optional<Value> score = {}) {
            return kind_of(desk.as(
                actor,
                [&](Work& work) {
                    return assess(work,
                                  {.plan = desk.id,
                                   .period = Period::half,
                                   .assessor = assessor,
                                   .marks = {{id, {.mark = {.score = score, .remark = "ক"}}}}});
                },
                2027y / January / 20));
        };
        CHECK(assessing(secretary, Assessor::self) == "plans.period_not_submitted");
        auto const header = desk.plan().header;
        REQUIRE(desk.as(
            secretary, [&](Work& work) { return submit_period(work, header, Period::half, ""); },
            2027y / January / 10));
        CHECK(assessing(member, Assessor::self) == "forbidden");
        CHECK(assessing(secretary, Assessor::self, Value::whole(2))
              == "score_" + to_string(id) + ":plans.score_range");
        CHECK(assessing(secretary, Assessor::self, Value::whole(1)).empty());
        CHECK(assessing(head, Assessor::higher) == "forbidden");
        CHECK(assessing(above, Assessor::higher, Value{5000}).empty());
        CHECK(assessing(secretary, Assessor::self) == "plans.is_assessed");
        database.read([&](Db& db) {
            auto const there = assessments_of(db, std::span(&desk.id, 1));
            REQUIRE(there.size() == 2);
            CHECK(marks_of(db, there[0]).at(id).score == Value::whole(1));
            CHECK(marks_of(db, there[1]).at(id).score == Value{5000});
            CHECK(events_of(db, as_record(desk.id)).front().kind == "plan.assessed");
        });
    });
}

TEST_CASE("two may assess at once: only what both changed is asked about") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const all = desk.facts(1).areas[0].activities[0].indicators;
        auto const header = desk.plan().header;
        REQUIRE(desk.as(
            secretary, [&](Work& work) { return submit_period(work, header, Period::half, ""); },
            2027y / January / 10));
        Mark const half{Value{5000}, "আংশিক"}, full{Value::whole(1), ""}, none{};
        auto const assessing = [&](std::map<Id<Indicator>, MarkRow> marks, std::string remark,
                                   std::string seen) {
            return kind_of(desk.as(
                secretary,
                [&](Work& work) {
                    return assess(work, {.plan = desk.id,
                                         .period = Period::half,
                                         .marks = std::move(marks),
                                         .remark = std::move(remark),
                                         .seen_remark = std::move(seen)});
                },
                2027y / January / 12));
        };
        auto const marks = [&] {
            return database.read([&](Db& db) {
                return marks_of(db, assessments_of(db, std::span(&desk.id, 1)).at(0));
            });
        };
        // Both drew the form while nothing was marked.
        CHECK(
            assessing({{all[0].id, {half, none}}, {all[1].id, {none, none}}}, "ভালো", "").empty());
        CHECK(assessing({{all[0].id, {none, none}}, {all[1].id, {full, none}}}, "", "").empty());
        CHECK(marks().at(all[0].id) == half);
        CHECK(marks().at(all[1].id) == full);
        auto const at = "_" + to_string(all[0].id);
        CHECK(assessing({{all[0].id, {full, none}}}, "", "")
              == "score" + at + ":plans.meanwhile_marked");
        CHECK(assessing({{all[0].id, {{Value{5000}, "অন্য"}, none}}}, "", "")
              == "remark" + at + ":plans.meanwhile_remark");
        CHECK(assessing({}, "মন্দ", "") == "remark:plans.meanwhile_remark");
        CHECK(marks().at(all[0].id) == half);
        CHECK(assessing({{all[0].id, {full, half}}}, "মন্দ", "ভালো").empty());
        CHECK(marks().at(all[0].id) == full);
        database.read([&](Db& db) {
            auto const there = assessments_of(db, std::span(&desk.id, 1)).at(0);
            CHECK(there.remark == "মন্দ");
            CHECK(there.version == 3);
        });
        // The same form again changes nothing.
        CHECK(assessing({{all[0].id, {full, full}}}, "মন্দ", "মন্দ").empty());
        database.read(
            [&](Db& db) { CHECK(assessments_of(db, std::span(&desk.id, 1)).at(0).version == 3); });
    });
}
