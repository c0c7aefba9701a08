// Periods, dated rules, portions, carrying over and differences: what needs no database.
#include "modules/plans/carrying.hpp"
#include "modules/plans/dated_rules.hpp"
#include "modules/plans/difference.hpp"
#include "modules/plans/periods.hpp"
#include "modules/plans/plan_form.hpp"
#include "modules/plans/portions.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::plans;
using namespace std::chrono;

namespace {

Value n(std::int64_t whole) { return Value::whole(whole); }

/// Areas with so many indicators each, in one activity; ids and lines counted from 1.
PlanFacts plan_with(std::vector<std::size_t> const& counts) {
    PlanFacts plan{.form = "test", .fiscal_year = 2026};
    std::int64_t id = 0;
    int line = 0;
    for (auto const count : counts) {
        AreaFacts area{.name = "ক্ষেত্র", .line = ++line};
        ActivityFacts activity{.name = "কার্যক্রম", .line = ++line};
        for (std::size_t i = 0; i < count; ++i)
            activity.indicators.push_back({.id = {++id}, .name = "সূচক", .weight = n(1)});
        area.activities.push_back(std::move(activity));
        plan.areas.push_back(std::move(area));
    }
    return plan;
}

std::vector<std::string> said(std::vector<Difference> const& all) {
    std::vector<std::string> out;
    for (auto const& d : all) {
        auto text = std::string(d.how == Differs::added     ? "+"
                                : d.how == Differs::removed ? "-"
                                                            : "~")
                    + numbered(static_cast<int>(d.place.area), static_cast<int>(d.place.activity),
                               static_cast<int>(d.place.indicator), Language::en);
        for (auto const& f : d.fields)
            text += " " + f.field + ":" + f.before + ">" + f.after;
        out.push_back(std::move(text));
    }
    return out;
}

} // namespace

TEST_CASE("a quarter is over on the day after its last") {
    struct Case {
        Date today;
        unsigned over, told;
        std::size_t periods;
    };
    for (auto const& c : {Case{2026y / June / 30, 0, 1, 0}, Case{2026y / July / 1, 0, 1, 0},
                          Case{2026y / September / 30, 0, 1, 1}, Case{2026y / October / 1, 1, 1, 1},
                          Case{2027y / January / 1, 2, 2, 3}, Case{2027y / June / 30, 3, 3, 6},
                          Case{2027y / July / 1, 4, 4, 6}, Case{2030y / May / 5, 4, 4, 6}}) {
        CAPTURE(iso(c.today));
        CHECK(quarters_over(2026, c.today) == c.over);
        CHECK(quarter_to_tell(2026, c.today) == c.told);
        CHECK(periods_over(2026, c.today).size() == c.periods);
    }
}

TEST_CASE("a quarter is asked for by its number in either digits") {
    CHECK(parse_quarter("৩") == 3U);
    CHECK(parse_quarter("3") == 3U);
    for (auto const* wrong : {"", "0", "5", "34", "তিন"})
        CHECK_FALSE(parse_quarter(wrong));
}

TEST_CASE("self-assessment and the higher office's feedback are due on 15 January") {
    for (auto const task : {Task::self, Task::higher}) {
        auto const due = due_of(task, Period::half, 2026);
        REQUIRE(due);
        CHECK(due->on == Date{2027y / January / 15});
        CHECK_FALSE(due->source.bn.empty());
    }
    CHECK(due_of(Task::progress, Period::q1, 2026)->on == Date{2026y / October / 15});
    CHECK(due_of(Task::progress, Period::q3, 2026)->on == Date{2027y / April / 15});
    CHECK_FALSE(due_of(Task::self, Period::q1, 2026));
    CHECK_FALSE(due_of(Task::progress, Period::q1, 2020));
}

TEST_CASE("the youngest rule of a task and period holds; late is counted in days") {
    std::vector<DatedRule> const rules{
        {.period = Period::q1, .from = 2020, .month = 10, .day = 15},
        {.period = Period::q1, .from = 2024, .month = 2, .day = 29, .year = 1}};
    CHECK(due_of(rules, Task::progress, Period::q1, 2023)->on == Date{2023y / October / 15});
    CHECK(due_of(rules, Task::progress, Period::q1, 2026)->on == Date{2027y / February / 28});
    CHECK(due_of(rules, Task::progress, Period::q1, 2027)->on == Date{2028y / February / 29});
    Date const due = 2027y / January / 15;
    CHECK(days_late(due, {}, due) == 0);
    CHECK(days_late(due, {}, due + days{1}) == 1);
    CHECK(days_late(due, due + days{3}, due + days{30}) == 3);
    CHECK(days_late(due, due - days{3}, due + days{30}) == 0);
}

TEST_CASE("dated rules that cannot be read are told, each at its place") {
    auto const head = std::string("[[source]]\nid = \"x\"\nbn = \"ক\"\nen = \"k\"\n");
    auto const rule = [&](std::string const& day, std::string const& source) {
        return head + "[[due]]\ntask = \"self\"\nperiod = \"half\"\nfrom = 2021\nday = \"" + day
               + "\"\nyear = 1\nsource = \"" + source + "\"\n";
    };
    CHECK(read_dated_rules(rule("01-15", "x")));
    CHECK_FALSE(read_dated_rules(rule("13-15", "x")));
    CHECK_FALSE(read_dated_rules(rule("01-15", "y")));
    CHECK_FALSE(read_dated_rules("[["));
}

TEST_CASE("a long plan is cut between areas, and a long area within") {
    struct Case {
        std::vector<std::size_t> areas;
        std::vector<Portion> cut;
    };
    for (auto const& c : std::vector<Case>{{{}, {{0, 0}}},
                                           {{0, 0}, {{0, 0}}},
                                           {{4, 6}, {{0, 10}}},
                                           {{4, 7}, {{0, 4}, {4, 11}}},
                                           {{25}, {{0, 10}, {10, 20}, {20, 25}}},
                                           {{3, 25, 3}, {{0, 3}, {3, 13}, {13, 23}, {23, 31}}},
                                           {{10, 0, 10}, {{0, 10}, {10, 20}}}}) {
        auto const plan = plan_with(c.areas);
        CHECK(portions(plan, 10) == c.cut);
    }
}

TEST_CASE("last year's achievement becomes the year before, and days of targets move on") {
    auto former = plan_with({2});
    auto& all = former.areas[0].activities[0].indicators;
    all[0].last = n(3);
    all[0].quarters = {n(1), n(2), {}, n(4)};
    all[1].unit = Unit::date;
    all[1].bands[0] = value_of(2028y / February / 29);
    all[1].reported_with = {7};
    former.fiscal_year = 2027;
    auto const next = carried_over(former, 2028);
    auto const& after = next.areas[0].activities[0].indicators;
    CHECK(after[0].before_last == n(3));
    CHECK(after[0].last == n(7));
    CHECK_FALSE(after[0].id);
    CHECK_FALSE(after[0].quarters[0]);
    CHECK(after[1].bands[0] == value_of(2029y / February / 28));
    CHECK_FALSE(after[1].reported_with);
    CHECK(next.areas[0].line == 0);
    CHECK(next.fiscal_year == 2028);
}

TEST_CASE("versions differ by what was added, removed, moved and changed") {
    auto const before = plan_with({2, 1});
    CHECK(differences(before, before, Language::en).empty());
    auto after = before;
    auto& first = after.areas[0].activities[0].indicators;
    first[0].weight = n(6);
    first[0].bands[0] = n(30);
    std::swap(first[0], first[1]);
    first.push_back({.id = {9}, .name = "নতুন"});
    after.areas.pop_back();
    CHECK(said(differences(before, after, Language::en))
          == std::vector<std::string>{"~1.1.1 place:1.1.2>1.1.1",
                                      "~1.1.2 place:1.1.1>1.1.2 weight:1>6 band_100:>30", "+1.1.3",
                                      "-2", "-2.1", "-2.1.1"});
    after.areas[0].activities[0].indicators[0].quarters[0] = n(5);
    CHECK(differences(after, after, Language::bn).empty());
}

TEST_CASE("the form of an indicator tells every fault at once, and reads what it wrote") {
    FormValues form{{"name", "  "},       {"unit", "kilo"}, {"weight", "ছয়"}, {"band_100", "ত্রিশ"},
                    {"better", "higher"}, {"rule", "step"}, {"count", "sum"}, {"responsible", "x"}};
    auto const wrong = parse_indicator(form);
    REQUIRE_FALSE(wrong);
    std::vector<std::string> fields;
    for (auto const& one : wrong.error().fields)
        fields.push_back(one.field);
    CHECK(fields == std::vector<std::string>{"name", "unit", "weight", "band_100", "responsible"});
    IndicatorFacts const i{.name = "প্রশিক্ষণ",
                           .unit = Unit::date,
                           .weight = {45'000},
                           .bands = {value_of(2026y / July / 31), {}, {}, {}, {}},
                           .better = Better::lower,
                           .rule = ScoreRule::all_or_nothing,
                           .count = Count::date,
                           .responsible = {5}};
    for (auto const language : {Language::bn, Language::en}) {
        auto const read = parse_indicator(form_of(i, language));
        REQUIRE(read);
        CHECK(read->bands == i.bands);
        CHECK(read->weight == i.weight);
        CHECK(read->rule == i.rule);
        CHECK(read->responsible == i.responsible);
    }
}
