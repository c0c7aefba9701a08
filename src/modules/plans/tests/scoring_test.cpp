// What quarters come to, and what marks they earn. Sources of the figures, as in the templates:
// msw-1516 and cdb are papers that were found; the rule of interpolation itself is from memory.
#include "kernel/words.hpp"
#include "modules/plans/scoring.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

namespace udb::embedded {
std::span<EmbeddedFile const> plans();
}

using namespace udb;
using namespace udb::plans;

namespace {

std::optional<Value> number(char const* text) {
    if (std::string_view(text).empty()) return {};
    auto const read = parse_decimal(text);
    REQUIRE_MESSAGE(read, text);
    return read;
}

std::optional<Value> day(char const* text) { return value_of(*parse_iso_date(text)); }

std::string shown(std::optional<Value> value) { return value ? to_string(*value) : "-"; }

using Five = std::array<char const*, 5>;

IndicatorFacts indicator(char const* weight, Five const& bands,
                         ScoreRule rule = ScoreRule::interpolate, Better better = Better::higher) {
    IndicatorFacts i{.name = "সূচক", .weight = *number(weight), .better = better, .rule = rule};
    for (std::size_t at = 0; at < bands.size(); ++at)
        i.bands[at] = number(bands[at]);
    return i;
}

Score score_of(IndicatorFacts const& i, std::optional<Value> actual) {
    return scored(i, Achieved{.half_year = {}, .year = actual});
}

Catalogue const& words() {
    static Catalogue const all = [] {
        Catalogue c;
        c.add(embedded::plans());
        return c;
    }();
    return all;
}

constexpr Five golden{"30.00", "29.95", "29.90", "29.85", "29.80"};

} // namespace

TEST_CASE("Quarters make the half-year and the year by the way of counting") {
    struct Case {
        Count count;
        std::array<char const*, 4> quarters;
        char const* half_year;
        char const* year;
    };
    for (auto const& c : {
             // cdb: targets 950 and 165, FY 2022-23.
             Case{Count::sum, {"150", "240", "", ""}, "390", "390"},
             Case{Count::sum, {"175", "", "", ""}, "175", "175"},
             Case{Count::sum, {"", "", "5", "-1"}, "-", "4"},
             Case{Count::sum, {"", "", "", ""}, "-", "-"},
             Case{Count::sum, {"0", "", "", ""}, "0", "0"},
             Case{Count::average, {"100", "100", "99", ""}, "100", "99.6667"},
             Case{Count::average, {"", "-1", "", "-0.9999"}, "-1", "-1"},
             Case{Count::average, {"1", "", "", "2"}, "1", "1.5"},
             Case{Count::cumulative, {"10", "25", "", "40"}, "25", "40"},
             Case{Count::cumulative, {"10", "", "30", ""}, "10", "30"},
             Case{Count::last, {"7", "5", "6", ""}, "5", "6"},
             Case{Count::last, {"", "", "", "9"}, "-", "9"},
         }) {
        Quarters quarters;
        for (std::size_t q = 0; q < 4; ++q)
            quarters[q] = number(c.quarters[q]);
        auto const made = achieved(quarters, c.count);
        CAPTURE(id_of(c.count));
        CHECK(shown(made.half_year) == c.half_year);
        CHECK(shown(made.year) == c.year);
    }
}

TEST_CASE("A day is done on the earliest day told, whatever the count says") {
    IndicatorFacts i{.unit = Unit::date, .count = Count::sum};
    i.quarters = Quarters{std::nullopt, std::nullopt, day("2026-02-10"), day("2026-05-01")};
    CHECK_FALSE(achieved(i).half_year);
    CHECK(achieved(i).year == day("2026-02-10"));
    i.unit = Unit::number;
    i.count = Count::date;
    CHECK(achieved(i).year == day("2026-05-01"));
}

TEST_CASE("The quarters after the one asked for are left out") {
    Quarters const all{number("1"), number("2"), number("3"), number("4")};
    CHECK(achieved(up_to(all, 1), Count::sum).year == number("1"));
    CHECK(achieved(up_to(all, 3), Count::sum).year == number("6"));
    CHECK(up_to(all, 4) == all);
}

TEST_CASE("Each rule values what was achieved") {
    struct Case {
        ScoreRule rule;
        Better better;
        Five bands;
        char const* actual;
        char const* percent;
        char const* score; ///< of weight 6
        Reached reached;
    };
    using enum ScoreRule;
    using enum Better;
    constexpr Five down{"10", "20", "30", "40", "50"};
    for (auto const& c : {
             // msw-1516: 29.97 of 30.00 lakh.
             Case{interpolate, higher, golden, "29.97", "94", "5.64", Reached::between},
             Case{interpolate, higher, golden, "30", "100", "6", Reached::full},
             Case{interpolate, higher, golden, "31", "100", "6", Reached::full},
             Case{interpolate, higher, golden, "29.80", "60", "3.6", Reached::band},
             Case{interpolate, higher, golden, "29.7999", "0", "0", Reached::below},
             Case{interpolate, higher, golden, "-5", "0", "0", Reached::below},
             Case{interpolate, higher, golden, "", "-", "0", Reached::untold},
             Case{step, higher, golden, "29.97", "90", "5.4", Reached::band},
             Case{step, higher, golden, "29.95", "90", "5.4", Reached::band},
             Case{step, higher, golden, "29.9499", "80", "4.8", Reached::band},
             Case{all_or_nothing, higher, golden, "29.9999", "0", "0", Reached::below},
             Case{all_or_nothing, higher, golden, "30", "100", "6", Reached::full},
             Case{proportional, higher, golden, "15", "50", "3", Reached::in_proportion},
             Case{proportional, higher, golden, "10", "33.3333", "2", Reached::in_proportion},
             Case{proportional, higher, golden, "45", "100", "6", Reached::full},
             Case{proportional, higher, golden, "-1", "0", "0", Reached::in_proportion},
             Case{interpolate, lower, down, "15", "95", "5.7", Reached::between},
             Case{interpolate, lower, down, "50", "60", "3.6", Reached::band},
             Case{interpolate, lower, down, "50.0001", "0", "0", Reached::below},
             Case{interpolate, lower, down, "-3", "100", "6", Reached::full},
             Case{step, lower, down, "15", "90", "5.4", Reached::band},
             Case{all_or_nothing, lower, down, "10.1", "0", "0", Reached::below},
             Case{proportional, lower, down, "40", "25", "1.5", Reached::in_proportion},
             Case{proportional, lower, down, "0", "100", "6", Reached::full},
             // Blanks: in the middle, first, last, all.
             Case{interpolate,
                  higher,
                  {"100", "", "80", "", "60"},
                  "90",
                  "90",
                  "5.4",
                  Reached::between},
             Case{interpolate,
                  higher,
                  {"", "90", "80", "70", ""},
                  "95",
                  "90",
                  "5.4",
                  Reached::best_filled},
             Case{interpolate, higher, {"", "90", "80", "70", ""}, "69", "0", "0", Reached::below},
             Case{interpolate, higher, {"100", "", "", "", ""}, "99", "0", "0", Reached::below},
             Case{interpolate,
                  higher,
                  {"", "", "", "", "60"},
                  "60",
                  "60",
                  "3.6",
                  Reached::best_filled},
             Case{interpolate, higher, {"", "", "", "", ""}, "60", "-", "0", Reached::no_target},
             Case{all_or_nothing, higher, {"", "90", "80", "", ""}, "85", "0", "0", Reached::below},
             Case{proportional,
                  higher,
                  {"", "90", "", "", ""},
                  "45",
                  "45",
                  "2.7",
                  Reached::in_proportion},
             // Equal neighbours: the better of them.
             Case{interpolate, higher, {"4", "4", "3", "3", "2"}, "4", "100", "6", Reached::full},
             Case{interpolate,
                  higher,
                  {"4", "4", "3", "3", "2"},
                  "3.5",
                  "90",
                  "5.4",
                  Reached::between},
             Case{interpolate, higher, {"4", "3", "3", "2", ""}, "3", "90", "5.4", Reached::band},
             // Out of order: what asks for more than a better band is passed over.
             Case{interpolate,
                  higher,
                  {"30", "20", "25", "15", ""},
                  "22",
                  "92",
                  "5.52",
                  Reached::between},
             Case{step, higher, {"30", "35", "20", "", ""}, "32", "100", "6", Reached::full},
             Case{interpolate, lower, {"30", "20", "10", "", ""}, "30", "100", "6", Reached::full},
             // No share of nothing.
             Case{proportional, higher, {"0", "", "", "", ""}, "0", "100", "6", Reached::full},
             Case{proportional, higher, {"0", "", "", "", ""}, "-1", "0", "0", Reached::below},
             Case{proportional, lower, {"0", "", "", "", ""}, "1", "0", "0", Reached::below},
             Case{proportional, higher, {"-10", "", "", "", ""}, "-20", "0", "0", Reached::below},
         }) {
        auto const i = indicator("6", c.bands, c.rule, c.better);
        auto const score = score_of(i, number(c.actual));
        CAPTURE(id_of(c.rule));
        CAPTURE(c.actual);
        CAPTURE(c.bands[0]);
        CHECK(shown(score.percent) == c.percent);
        CHECK(shown(score.score) == c.score);
        CHECK(score.reached == c.reached);
        auto const said = words().say(working(i, score));
        CHECK(said.bn.find('{') == said.bn.npos);
        CHECK(said.en.find('{') == said.en.npos);
    }
}

TEST_CASE("Days are judged by their distance") {
    // rti-sakhipur: 31-12 / 10-01 / 20-01 / 31-01 / blank.
    IndicatorFacts i{.unit = Unit::date, .weight = Value::whole(4), .better = Better::lower};
    i.bands = {day("2025-12-31"), day("2026-01-10"), day("2026-01-20"), day("2026-01-31"), {}};
    struct Case {
        char const* done;
        char const* percent;
    };
    for (auto const& c :
         {Case{"2025-12-31", "100"}, Case{"2025-07-01", "100"}, Case{"2026-01-05", "95"},
          Case{"2026-01-10", "90"}, Case{"2026-01-22", "78.1818"}, Case{"2026-01-31", "70"},
          Case{"2026-02-01", "0"}}) {
        CAPTURE(c.done);
        CHECK(shown(score_of(i, day(c.done)).percent) == c.percent);
    }
    i.rule = ScoreRule::proportional;
    CHECK(score_of(i, day("2026-01-01")).reached == Reached::below);
}

TEST_CASE("The working is said in both languages") {
    auto const i = indicator("6", golden);
    auto const said = words().say(working(i, score_of(i, number("29.97"))));
    CHECK(said.bn
          == "অর্জন ২৯.৯৭, যা ২৯.৯৫ (৯০%) ও ৩০ (১০০%) ধাপের মাঝে: ৯০ + ০.০২ ÷ ০.০৫ × ১০ = ৯৪%। "
             "নম্বর: ৬ × ৯৪% = ৫.৬৪।");
    CHECK(said.en
          == "Achieved 29.97, between 29.95 (90%) and 30 (100%): 90 + 0.02 ÷ 0.05 × 10 = 94%. "
             "Marks: 6 × 94% = 5.64.");
    auto const falls =
        indicator("6", {"10", "", "", "", ""}, ScoreRule::proportional, Better::lower);
    CHECK(
        words().say(working(falls, score_of(falls, number("40")))).en
        == "Achieved 40, in proportion to the target: 10 ÷ 40 × 100 = 25%. Marks: 6 × 25% = 1.5.");
}

TEST_CASE("A score is made of the exact per cent, and rounded once") {
    // 2/3 of 100 is 66.6667, of which 3 marks would be 2.000001; the exact one gives 2.
    auto const i = indicator("3", {"3", "", "", "", ""}, ScoreRule::proportional);
    auto const score = score_of(i, number("2"));
    CHECK(shown(score.percent) == "66.6667");
    CHECK(shown(score.score) == "2");
}

TEST_CASE("Scores add up to activity, area and plan, and are brought to the scale") {
    PlanFacts plan;
    auto one = indicator("6", golden);
    one.quarters[0] = number("29.97");
    auto two = indicator("4", {"4", "3", "2", "1", ""});
    two.quarters = {number("1"), number("1"), number("1"), number("1")};
    plan.areas = {{.name = "ক", .activities = {{.name = "খ", .indicators = {one, two}}}},
                  {.name = "গ", .activities = {{.name = "ঘ", .indicators = {one}}}}};
    auto const score = scored(plan, {Value::whole(50), Value::whole(10)});
    CHECK(score.areas[0].activities[0].marks == Marks{Value::whole(10), *number("9.64")});
    CHECK(score.areas[1].marks == Marks{Value::whole(6), *number("5.64")});
    CHECK(score.marks == Marks{Value::whole(16), *number("15.28")});
    CHECK(shown(score.scaled) == "3.056");
    CHECK_FALSE(scored(plan, {Value::whole(50), {}}).scaled);
    CHECK_FALSE(scored(plan, {}).scaled);
    CHECK(shown(scored(plan, {Value::whole(5), Value::whole(10)}).scaled) == "10");
    CHECK(scored(plan, {}, 2).marks.score == *number("14.48"));
}

TEST_CASE("Absurd weights and values neither overflow nor earn below zero") {
    auto huge = indicator("6", {"1000000000000", "", "", "", "-1000000000000"});
    huge.weight = Value{Value::most};
    auto const full = score_of(huge, Value{Value::most});
    CHECK(full.score == weight_most);
    auto const middle = score_of(huge, Value{});
    CHECK(shown(middle.percent) == "80");
    CHECK(middle.score == Value::whole(800));
    huge.weight = Value::whole(-5);
    CHECK(score_of(huge, Value{Value::most}).score == Value{});
}

TEST_CASE("Over many made-up indicators a better value never earns less, and none more than all") {
    std::mt19937 chance{20'260'731};
    auto const any = [&](int least, int most) {
        return std::uniform_int_distribution<std::int64_t>(least, most)(chance);
    };
    for (int round = 0; round < 3000; ++round) {
        IndicatorFacts i{.unit = any(0, 3) == 0 ? Unit::date : Unit::number,
                         .weight = Value{any(0, 200'000)},
                         .better = any(0, 1) == 0 ? Better::higher : Better::lower,
                         .rule = terms<ScoreRule>()[std::size_t(any(0, 3))].value};
        for (auto& band : i.bands)
            if (any(0, 3) != 0) band = Value{any(-20, 60) * 2500};
        std::vector<Value> values;
        for (int n = 0; n < 40; ++n)
            values.push_back(Value{any(-60'000, 200'000)});
        std::ranges::sort(values);
        if (i.better == Better::lower) std::ranges::reverse(values);
        Value before{};
        for (auto const value : values) {
            auto const score = score_of(i, value);
            REQUIRE(score.score >= before);
            REQUIRE(score.score <= i.weight);
            REQUIRE(score.percent.value_or(Value{}) <= Value::whole(100));
            before = score.score;
        }
    }
}

TEST_CASE("The order of indicators changes no score and no total") {
    std::mt19937 chance{7};
    std::vector<IndicatorFacts> all;
    for (int n = 0; n < 60; ++n) {
        auto i = indicator("3.3333", golden);
        i.name = std::to_string(n);
        i.quarters[0] = Value{298'000 + std::uniform_int_distribution<int>(0, 2500)(chance)};
        all.push_back(std::move(i));
    }
    auto const of = [](std::vector<IndicatorFacts> indicators) {
        PlanFacts plan;
        plan.areas = {
            {.name = "ক", .activities = {{.name = "খ", .indicators = std::move(indicators)}}}};
        return scored(plan, {Value::whole(200), Value::whole(10)});
    };
    auto const first = of(all);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(all, chance);
        auto const again = of(all);
        REQUIRE(again.marks == first.marks);
        REQUIRE(again.scaled == first.scaled);
    }
}
