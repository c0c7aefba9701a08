// Who holds which post, and what a transfer does.
#include "kernel/office.hpp"

#include <doctest/doctest.h>

using namespace udb;

namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return std::chrono::sys_days{std::chrono::year{y} / std::chrono::month{m}
                                 / std::chrono::day{d}};
}
constexpr Id<Post> secretary{1}, programmer{2};
constexpr Id<Officer> rahima{11}, karim{12}, jamal{13};

Holding holds(Id<Post> post, Id<Officer> who, Date from, std::optional<Date> until = {},
              HoldingKind kind = HoldingKind::regular) {
    return {.id = {}, .post = post, .officer = who, .kind = kind, .from = from, .until = until};
}

} // namespace

TEST_CASE("the holder of a post on a day") {
    Holding const all[] = {
        holds(programmer, rahima, day(2024, 1, 1), day(2025, 6, 30)),
        holds(programmer, karim, day(2025, 7, 1)),
        holds(programmer, jamal, day(2025, 9, 1), day(2025, 9, 14), HoldingKind::substitute),
        holds(secretary, jamal, day(2020, 1, 1)),
    };
    CHECK(holder_on(all, programmer, day(2025, 6, 30))->officer == rahima);
    CHECK(holder_on(all, programmer, day(2025, 7, 1))->officer == karim);
    CHECK(holder_on(all, programmer, day(2025, 9, 10))->officer == jamal); // The substitute acts.
    CHECK(holder_on(all, programmer, day(2025, 9, 15))->officer == karim);
    CHECK(!holder_on(all, programmer, day(2023, 12, 31)));
}

TEST_CASE("a transfer ends the holder the day before the newcomer begins") {
    Holding const now[] = {holds(programmer, rahima, day(2024, 1, 1))};
    auto const moved =
        transferred(now, {.post = programmer, .comes = karim, .from = day(2026, 2, 1)});
    REQUIRE(moved);
    REQUIRE(moved->ended.size() == 1);
    CHECK(moved->ended[0].until == day(2026, 1, 31));
    CHECK(moved->began->officer == karim);
    CHECK(moved->began->from == day(2026, 2, 1));
}

TEST_CASE("a newcomer cannot begin before, or on the day, the present holder began") {
    Holding const now[] = {holds(programmer, rahima, day(2024, 1, 1))};
    auto const from = [&](Date d) {
        return transferred(now, {.post = programmer, .comes = karim, .from = d});
    };
    CHECK(from(day(2024, 1, 1)).error().fields.at(0).field == "from");
    CHECK(from(day(2024, 1, 2)));
}

TEST_CASE("an officer who already holds the post is refused, another way of holding is not") {
    Holding const now[] = {
        holds(programmer, rahima, day(2024, 1, 1), {}, HoldingKind::additional_charge)};
    auto const as = [&](HoldingKind kind) {
        return transferred(
            now, {.post = programmer, .comes = rahima, .kind = kind, .from = day(2026, 1, 1)});
    };
    CHECK(as(HoldingKind::additional_charge).error().fields.at(0).field == "comes");
    CHECK(as(HoldingKind::regular));
}

TEST_CASE("a substitute stands beside the holder") {
    Holding const now[] = {holds(programmer, rahima, day(2024, 1, 1))};
    auto const moved = transferred(now, {.post = programmer,
                                         .comes = karim,
                                         .kind = HoldingKind::substitute,
                                         .from = day(2026, 1, 1)});
    REQUIRE(moved);
    CHECK(moved->ended.empty());
}

TEST_CASE("a post falls vacant, once") {
    Holding const now[] = {holds(programmer, rahima, day(2024, 1, 1))};
    auto const moved = transferred(now, {.post = programmer, .comes = {}, .from = day(2026, 1, 1)});
    REQUIRE(moved);
    CHECK(!moved->began);
    CHECK(!transferred(moved->ended, {.post = programmer, .comes = {}, .from = day(2026, 1, 2)}));
}
