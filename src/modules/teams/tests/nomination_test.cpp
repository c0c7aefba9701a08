// Help in nominating: what puts one officer before another (C23 §3).
#include "modules/teams/nomination.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::teams;

namespace {

Nominee nominee(std::int64_t id, Rank rank, std::optional<std::vector<Quality>> qualities) {
    return {.id = {id}, .rank = rank, .qualities = std::move(qualities), .sort_key = "k"};
}

std::vector<std::int64_t> order_of(std::vector<Nominee> nominees, SeatAsks const& asks) {
    std::vector<std::int64_t> ids;
    for (auto const& n : ranked(std::move(nominees), asks))
        ids.push_back(n.id.value);
    return ids;
}

using Ids = std::vector<std::int64_t>;
constexpr auto joint = Rank::joint_secretary;
constexpr auto other = Rank::other;
SeatAsks const asks_joint{.ranks = {joint}};

} // namespace

TEST_CASE("C23 §3: more of the six qualities recorded come first") {
    CHECK(order_of({nominee(1, joint, {{Quality::keen}}),
                    nominee(2, joint, {{Quality::keen, Quality::leads}})},
                   asks_joint)
          == Ids{2, 1});
    CHECK(order_of({nominee(1, joint, {{Quality::keen, Quality::leads}}),
                    nominee(2, joint, {{Quality::keen}})},
                   asks_joint)
          == Ids{1, 2});
}

TEST_CASE("C23 §3: what is not recorded is no no") {
    CHECK(order_of({nominee(1, joint, std::vector<Quality>{}), nominee(2, joint, {}),
                    nominee(3, joint, {{Quality::helpful}})},
                   asks_joint)
          == Ids{3, 2, 1});
}

TEST_CASE("a fitting post comes before any number of qualities") {
    CHECK(order_of({nominee(1, other, {{Quality::trained, Quality::keen, Quality::leads}}),
                    nominee(2, joint, {})},
                   asks_joint)
          == Ids{2, 1});
    CHECK(order_of({nominee(1, other, {{Quality::trained, Quality::keen, Quality::leads}}),
                    nominee(2, joint, {})},
                   {})
          == Ids{1, 2});
}

TEST_CASE("whoever sits in fewer teams comes first among equals") {
    auto busy = nominee(1, joint, {});
    busy.teams = {{"ক", ""}};
    CHECK(order_of({busy, nominee(2, joint, {})}, asks_joint) == Ids{2, 1});
    busy.teams.clear();
    CHECK(order_of({busy, nominee(2, joint, {})}, asks_joint) == Ids{1, 2});
}

TEST_CASE("whether a post fits a seat") {
    struct Case {
        SeatAsks asks;
        Rank rank;
        std::optional<std::vector<Capacity>> capacities;
        Fit fit;
    };
    Capacity const first = terms<Capacity>()[0].value, second = terms<Capacity>()[1].value;
    Case const cases[] = {
        {{}, other, {}, Fit::fits},
        {asks_joint, joint, {}, Fit::fits},
        {asks_joint, other, {}, Fit::other},
        {{.capacities = {first}}, other, {}, Fit::cannot_tell},
        {{.capacities = {first}}, other, std::vector<Capacity>{}, Fit::other},
        {{.capacities = {first}}, other, {{first}}, Fit::fits},
        {{.capacities = {first}}, other, {{second}}, Fit::other},
        {{.ranks = {joint}, .capacities = {first}}, joint, {{second}}, Fit::fits},
    };
    for (auto const& c : cases) {
        Nominee const n{.rank = c.rank, .capacities = c.capacities};
        CHECK(fit_of(n, c.asks) == c.fit);
    }
}
