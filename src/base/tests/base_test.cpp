// What everything stands on: results, dates, ids.
#include "base/date.hpp"
#include "base/ensure.hpp"
#include "base/id.hpp"
#include "base/result.hpp"

#include <doctest/doctest.h>
#include <memory>

using namespace udb;
using namespace std::chrono;

namespace {

Result<int> half(int n) {
    if (n % 2 != 0) return refused({"test.odd"});
    return n / 2;
}

Result<int> quarter(int n) { return TRY(half(TRY(half(n)))); }

Result<std::unique_ptr<int>> moved(bool fine) {
    if (!fine) return not_found();
    return std::make_unique<int>(7);
}

} // namespace

TEST_CASE("TRY gives the value or returns the error") {
    CHECK(*quarter(12) == 3);
    CHECK(quarter(10).error().message.key == "test.odd");
    CHECK(*quarter(4) == 1);
}

TEST_CASE("a result carries values that can only be moved") {
    CHECK(**moved(true) == 7);
    CHECK(moved(false).error().kind == Error::Kind::not_found);
}

TEST_CASE("only real days in the ISO form are read") {
    CHECK(parse_iso_date("2024-02-29") == sys_days{2024y / February / 29});
    for (auto const* text :
         {"2023-02-29", "2026-13-01", "2026-1-1", "26-01-2026", "", "2026-01-26 "})
        CHECK_MESSAGE(!parse_iso_date(text), text);
    CHECK(iso(sys_days{2026y / January / 26}) == "2026-01-26");
}

TEST_CASE("the day begins at midnight in Bangladesh") {
    auto const evening = sys_days{2026y / January / 25} + hours{17} + minutes{59};
    CHECK(day_of(evening) == sys_days{2026y / January / 25});
    CHECK(day_of(evening + minutes{1}) == sys_days{2026y / January / 26});
    CHECK(iso(Instant{evening}) == "2026-01-25T23:59:00.000+06:00");
}

TEST_CASE("an id is a positive number") {
    struct Thing;
    CHECK(parse_id<Thing>("42")->value == 42);
    for (auto const* text : {"", "0", "-1", "4x", "99999999999999999999"})
        CHECK_MESSAGE(!parse_id<Thing>(text), text);
}

TEST_CASE("a broken promise throws with its sentence") {
    CHECK_THROWS_WITH_AS(ENSURE(1 > 2, "one is not more than two"),
                         doctest::Contains("one is not more than two"), Bug);
}
