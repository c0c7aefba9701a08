// Whether an indicator is behind, judged at the end of the last quarter that is over.
#include "modules/plans/pace.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::plans;

namespace {

Date on(char const* text) { return *parse_iso_date(text); }

std::string said(IndicatorFacts const& i, char const* today) {
    auto const message = behind(i, 2025, on(today));
    return message ? message->key.substr(std::string("plan_score.").size()) : "";
}

IndicatorFacts meetings(Count count = Count::sum) {
    return {.name = "সভা",
            .bands = {Value::whole(8), Value::whole(6), Value::whole(4), {}, {}},
            .count = count};
}

} // namespace

TEST_CASE("A day is behind once its last target has passed untold") {
    IndicatorFacts i{.unit = Unit::date, .better = Better::lower};
    i.bands = {value_of(on("2025-12-31")), value_of(on("2026-01-10")), {}, {}, {}};
    CHECK(said(i, "2025-10-20").empty());
    CHECK(said(i, "2026-01-10").empty());
    CHECK(said(i, "2026-01-11") == "behind_day");
    i.quarters[1] = value_of(on("2026-01-05"));
    CHECK(said(i, "2026-01-11").empty());
}

TEST_CASE("A quarter that is over must be told, and the one that runs need not") {
    auto i = meetings();
    CHECK(said(i, "2025-09-30").empty());
    CHECK(said(i, "2025-10-01") == "behind_untold");
    i.quarters[0] = Value::whole(2);
    CHECK(said(i, "2025-12-31").empty());
    CHECK(said(i, "2026-01-01") == "behind_untold");
    i.quarters[0] = Value::whole(8); // the full target already
    CHECK(said(i, "2026-07-15").empty());
}

TEST_CASE("A total is behind where it is below the year's share of the target") {
    for (auto const count : {Count::sum, Count::cumulative}) {
        auto i = meetings(count);
        i.quarters = {
            Value::whole(2), count == Count::sum ? Value::whole(2) : Value::whole(4), {}, {}};
        CHECK(said(i, "2026-01-01").empty());
        i.quarters[1]->units -= 1;
        CHECK(said(i, "2026-01-01") == "behind_share");
    }
}

TEST_CASE("A state is behind where it does not meet the lowest target") {
    for (auto const count : {Count::last, Count::average}) {
        auto i = meetings(count);
        i.quarters[0] = Value::whole(4);
        CHECK(said(i, "2025-10-01").empty());
        i.quarters[0]->units -= 1;
        CHECK(said(i, "2025-10-01") == "behind_state");
    }
}

TEST_CASE("Where lower is better, a total under its target is not behind, and one over it is") {
    auto i = meetings();
    i.better = Better::lower;
    i.bands = {Value::whole(10), Value::whole(12), {}, {}, {}};
    i.quarters = {Value::whole(5), Value::whole(5), {}, {}};
    CHECK(said(i, "2026-01-01").empty());
    i.quarters[1] = Value::whole(6);
    CHECK(said(i, "2026-01-01") == "behind_share");
}

TEST_CASE("Without a target nothing is behind") {
    auto i = meetings();
    i.bands = {};
    CHECK(said(i, "2026-07-01").empty());
}
