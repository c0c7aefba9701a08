// Teams that meet C23 §2 and §3, and how a case one change away from them is tried.
#pragma once

#include "kernel/composition.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace udb::composition_cases {

using C = Capacity;
using S = RuleState;
using Seats = std::vector<Seat>;

inline Seat member(std::set<Capacity> capacities) { return {.capacities = std::move(capacities)}; }
inline Seat unrecorded(std::vector<Rank> ranks = {}) { return {.ranks = std::move(ranks)}; }

inline Composition ministry() {
    return {
        .formed_by = Authority::secretary,
        .seats = {{.role = SeatRole::chief_innovation_officer, .ranks = {Rank::joint_secretary}},
                  member({C::ict}),
                  member({C::planning}),
                  member({C::data_focal})}};
}
inline Composition agency() {
    return {.formed_by = Authority::head_of_agency,
            .seats = {{.role = SeatRole::innovation_officer, .ranks = {Rank::director}},
                      member({C::ict, C::planning}),
                      member({C::data_skilled}),
                      member({})}};
}
inline Composition district() {
    return {
        .formed_by = Authority::deputy_commissioner,
        .seats = {{.role = SeatRole::innovation_officer, .capacities = {{C::adc_education_ict}}},
                  member({C::assistant_commissioner}),
                  member({C::programmer}),
                  member({C::other_office, C::data_focal}),
                  member({C::other_office, C::science_ict_teacher_higher_secondary}),
                  member({C::other_office}),
                  member({C::other_office}),
                  member({C::other_office})}};
}
inline Composition upazila() {
    auto team = district();
    team.seats[0].capacities = {C::upazila_nirbahi_officer};
    team.seats[1] = member({C::ac_land});
    team.seats[4] = member({C::other_office, C::science_ict_teacher_secondary});
    return team;
}

struct Case {
    char const* what;
    char const* rule;
    RuleState state;
    std::vector<int> by;
    void (*change)(Composition&);
};

inline RuleResult const& rule_of(Verdict const& verdict, std::string_view id) {
    auto const found = std::ranges::find(verdict.rules, id, &RuleResult::id);
    REQUIRE(found != verdict.rules.end());
    return *found;
}

inline Verdict against_c23(Composition const& team, Tier tier) {
    auto const* mandate = shipped_mandates().find("cabinet-2023");
    REQUIRE(mandate);
    auto verdict = check(team, *mandate, tier);
    REQUIRE(verdict);
    return *std::move(verdict);
}

inline void try_cases(Tier tier, Composition const& base, std::vector<Case> const& cases) {
    auto const good = against_c23(base, tier);
    CHECK(good.state == S::met);
    CHECK(good.digest.size() == 16);
    for (auto const& one : cases) {
        CAPTURE(one.what);
        CAPTURE(one.rule);
        auto team = base;
        one.change(team);
        auto const verdict = against_c23(team, tier);
        auto const& rule = rule_of(verdict, one.rule);
        CHECK(rule.state == one.state);
        CHECK(rule.by == one.by);
        CHECK(rule.paragraph == (rule.id == "formed_by" ? "3" : "2"));
        CHECK_FALSE(rule.says.empty());
        CHECK(verdict.state == std::ranges::max(verdict.rules, {}, &RuleResult::state).state);
    }
}

} // namespace udb::composition_cases
