// What is said of a plan that does not add up; nothing of it stops anybody.
#include "modules/plans/scoring.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::plans;

namespace {

IndicatorFacts sound(std::string name, std::int64_t weight) {
    return {.name = std::move(name),
            .weight = Value::whole(weight),
            .bands = {Value::whole(10), Value::whole(8), {}, {}, {}},
            .responsible = {7}};
}

PlanFacts sound_plan() {
    PlanFacts plan;
    plan.areas = {
        {.name = "প্রাতিষ্ঠানিক",
         .weight = Value::whole(10),
         .activities = {{.name = "সভা", .indicators = {sound("আয়োজিত সভা", 6)}},
                        {.name = "প্রতিবেদন", .indicators = {sound("প্রেরিত প্রতিবেদন", 4)}}}}};
    return plan;
}

std::vector<std::string> keys(PlanFacts const& plan) {
    std::vector<std::string> all;
    for (auto const& finding : findings(plan, {Value::whole(10), {}}))
        all.push_back(finding.message.key.substr(std::string("plan_finding.").size()));
    return all;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("A sound plan has no findings, and each fault has its own") {
    CHECK(keys(sound_plan()).empty());
    struct Case {
        Keys said;
        void (*spoil)(PlanFacts&);
    };
    auto const first = [](PlanFacts& p) -> IndicatorFacts& {
        return p.areas[0].activities[0].indicators[0];
    };
    static auto const one = first;
    for (auto const& c : {
             Case{{"empty_plan"}, [](PlanFacts& p) { p.areas.clear(); }},
             Case{{"total"},
                  [](PlanFacts& p) {
                      one(p).weight = Value::whole(7);
                      p.areas[0].weight = Value::whole(11);
                  }},
             Case{{"area_weight"}, [](PlanFacts& p) { p.areas[0].weight = Value::whole(11); }},
             Case{{}, [](PlanFacts& p) { p.areas[0].weight = {}; }},
             Case{{"no_name"}, [](PlanFacts& p) { one(p).name = "  "; }},
             Case{{"same_name"}, [](PlanFacts& p) { p.areas[0].activities[1].name = "সভা"; }},
             Case{{"empty_activity"},
                  [](PlanFacts& p) { p.areas[0].activities.push_back({.name = "নতুন"}); }},
             Case{{"empty_area"}, [](PlanFacts& p) { p.areas.push_back({.name = "নতুন"}); }},
             Case{{"nobody"}, [](PlanFacts& p) { one(p).responsible = {}; }},
             Case{{"no_target"}, [](PlanFacts& p) { one(p).bands = {}; }},
             Case{{"top_blank"}, [](PlanFacts& p) { one(p).bands[0] = {}; }},
             Case{{"idle_band"}, [](PlanFacts& p) { one(p).bands[1] = Value::whole(10); }},
             Case{{"idle_band"}, [](PlanFacts& p) { one(p).bands[2] = Value::whole(9); }},
             Case{{"direction"}, [](PlanFacts& p) { one(p).better = Better::lower; }},
             Case{{"no_share"},
                  [](PlanFacts& p) {
                      one(p).rule = ScoreRule::proportional;
                      one(p).bands = {Value{}, {}, {}, {}, {}};
                  }},
             Case{{"number_as_day"}, [](PlanFacts& p) { one(p).count = Count::date; }},
             Case{{"falling"},
                  [](PlanFacts& p) {
                      one(p).count = Count::cumulative;
                      one(p).quarters = {Value::whole(3), {}, Value::whole(2), {}};
                  }},
         }) {
        auto plan = sound_plan();
        c.spoil(plan);
        CHECK(keys(plan) == c.said);
    }
}

TEST_CASE("A day that is counted or is none is found") {
    auto i = sound("তারিখ", 4);
    i.unit = Unit::date;
    i.better = Better::lower;
    i.count = Count::sum;
    i.bands = {
        value_of(std::chrono::sys_days{std::chrono::year{2025} / 7 / 31}), Value{5}, {}, {}, {}};
    std::vector<std::string> said;
    for (auto const& message : findings(i))
        said.push_back(message.key);
    CHECK(said
          == Keys{"plan_finding.direction", "plan_finding.not_a_day", "plan_finding.day_counted"});
}

TEST_CASE("Weights that are missing or very great are said") {
    auto i = sound("সূচক", 0);
    CHECK(findings(i).at(0).key == "plan_finding.no_weight");
    i.weight = Value::whole(-1);
    CHECK(findings(i).at(0).key == "plan_finding.no_weight");
    i.weight = Value::whole(1001);
    CHECK(findings(i).at(0).key == "plan_finding.great_weight");
    i.weight = Value::whole(1000);
    CHECK(findings(i).empty());
}

TEST_CASE("A finding names its place, and where the other of the same name stands") {
    auto plan = sound_plan();
    plan.areas[0].activities[1].name = "সভা";
    auto const found = findings(plan, {});
    REQUIRE(found.size() == 1);
    CHECK(found[0].place == Place{1, 2, 0});
    CHECK(std::get<BilingualText>(found[0].message.args.at(1).second)
          == BilingualText{"১.১", "1.1"});
}
