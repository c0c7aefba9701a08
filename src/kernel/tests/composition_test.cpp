// C23 §2 and §3, rule by rule: a table for each tier, each case one change away from a team that
// meets all.
#include "kernel/composition.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;

namespace {

using C = Capacity;
using S = RuleState;
using Seats = std::vector<Seat>;

Seat member(std::set<Capacity> capacities) { return {.capacities = std::move(capacities)}; }
Seat unrecorded(std::vector<Rank> ranks = {}) { return {.ranks = std::move(ranks)}; }

Composition ministry() {
    return {
        .formed_by = Authority::secretary,
        .seats = {{.role = SeatRole::chief_innovation_officer, .ranks = {Rank::joint_secretary}},
                  member({C::ict}),
                  member({C::planning}),
                  member({C::data_focal})}};
}
Composition agency() {
    return {.formed_by = Authority::head_of_agency,
            .seats = {{.role = SeatRole::innovation_officer, .ranks = {Rank::director}},
                      member({C::ict, C::planning}),
                      member({C::data_skilled}),
                      member({})}};
}
Composition district() {
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
Composition upazila() {
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

RuleResult const& rule_of(Verdict const& verdict, std::string_view id) {
    auto const found = std::ranges::find(verdict.rules, id, &RuleResult::id);
    REQUIRE(found != verdict.rules.end());
    return *found;
}

Verdict against_c23(Composition const& team, Tier tier) {
    auto const* mandate = shipped_mandates().find("cabinet-2023");
    REQUIRE(mandate);
    auto verdict = check(team, *mandate, tier);
    REQUIRE(verdict);
    return *std::move(verdict);
}

void try_cases(Tier tier, Composition const& base, std::vector<Case> const& cases) {
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

} // namespace

TEST_CASE("a ministry's team: C23 §2, first row, and §3") {
    try_cases(
        Tier::ministry, ministry(),
        {
            {"unchanged", "formed_by", S::met, {}, [](Composition&) {}},
            {"formed by a head of agency",
             "formed_by",
             S::not_met,
             {},
             [](Composition& t) { t.formed_by = Authority::head_of_agency; }},
            {"who formed it is not recorded",
             "formed_by",
             S::cannot_tell,
             {},
             [](Composition& t) { t.formed_by.reset(); }},
            {"led by a joint secretary", "leader", S::met, {1}, [](Composition&) {}},
            {"led by an additional secretary",
             "leader",
             S::met,
             {1},
             [](Composition& t) { t.seats[0].ranks = {Rank::additional_secretary}; }},
            {"led by a deputy secretary",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats[0].ranks = {Rank::deputy_secretary}; }},
            {"led by the secretary himself",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats[0].ranks = {Rank::secretary}; }},
            {"the leader's rank is not recorded",
             "leader",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[0].ranks.clear(); }},
            {"the leader's rank is not in the table",
             "leader",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[0].ranks = {Rank::other}; }},
            {"the seat names joint or deputy secretary",
             "leader",
             S::cannot_tell,
             {},
             [](Composition& t) {
                 t.seats[0].ranks = {Rank::joint_secretary, Rank::deputy_secretary};
             }},
            {"the seat names additional or joint secretary",
             "leader",
             S::met,
             {1},
             [](Composition& t) {
                 t.seats[0].ranks = {Rank::additional_secretary, Rank::joint_secretary};
             }},
            {"no leader",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats.erase(t.seats.begin()); }},
            {"two leaders",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats.push_back(t.seats[0]); }},
            {"the leader is called innovation officer",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats[0].role = SeatRole::innovation_officer; }},
            {"three members", "size", S::met, {2, 3, 4}, [](Composition&) {}},
            {"two members", "size", S::not_met, {2, 3}, [](Composition& t) { t.seats.pop_back(); }},
            {"five members",
             "size",
             S::met,
             {2, 3, 4, 5, 6},
             [](Composition& t) { t.seats.resize(6, member({})); }},
            {"six members",
             "size",
             S::not_met,
             {2, 3, 4, 5, 6, 7},
             [](Composition& t) { t.seats.resize(7, member({})); }},
            {"a member-secretary counts as a member",
             "size",
             S::met,
             {2, 3, 4},
             [](Composition& t) { t.seats[3].role = SeatRole::member_secretary; }},
            {"an ICT member", "quota.ict", S::met, {2}, [](Composition&) {}},
            {"two ICT members",
             "quota.ict",
             S::met,
             {2, 3},
             [](Composition& t) { t.seats[2].capacities->insert(C::ict); }},
            {"one person from ICT and planning fills both",
             "quota.planning",
             S::met,
             {2},
             [](Composition& t) {
                 t.seats[1].capacities->insert(C::planning);
                 t.seats[2] = member({});
             }},
            {"no ICT member",
             "quota.ict",
             S::not_met,
             {},
             [](Composition& t) { t.seats[1] = member({}); }},
            {"only the leader is of ICT",
             "quota.ict",
             S::not_met,
             {},
             [](Composition& t) {
                 t.seats[0].capacities = {C::ict};
                 t.seats[1] = member({});
             }},
            {"capacities of one member not recorded",
             "quota.ict",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[1] = unrecorded(); }},
            {"the unit's name shows ICT",
             "quota.ict",
             S::met,
             {2},
             [](Composition& t) { t.seats[1] = {.unit = "আইসিটি-১ শাখা"}; }},
            {"the unit's name in English",
             "quota.ict",
             S::met,
             {2},
             [](Composition& t) { t.seats[1] = {.unit = "ICT Cell"}; }},
            {"recorded as none, whatever the unit",
             "quota.ict",
             S::not_met,
             {},
             [](Composition& t) {
                 t.seats[1] = {.unit = "আইসিটি সেল", .capacities = std::set<C>{}};
             }},
            {"the planning branch by name",
             "quota.planning",
             S::met,
             {3},
             [](Composition& t) { t.seats[2] = {.unit = "পরিকল্পনা অধিশাখা"}; }},
            {"family planning is not planning",
             "quota.planning",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[2] = {.unit = "পরিবার পরিকল্পনা অনুবিভাগ"}; }},
            {"a work plan is not planning",
             "quota.planning",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[2] = {.unit = "কর্মপরিকল্পনা শাখা"}; }},
            {"another branch says nothing",
             "quota.planning",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[2] = {.unit = "বাজেট অধিশাখা"}; }},
            {"no planning member",
             "quota.planning",
             S::not_met,
             {},
             [](Composition& t) { t.seats[2] = member({C::ict}); }},
            {"a skills-development officer",
             "quota.data",
             S::met,
             {4},
             [](Composition& t) { t.seats[3] = member({C::skills_development}); }},
            {"a data-skilled officer",
             "quota.data",
             S::met,
             {4},
             [](Composition& t) { t.seats[3] = member({C::data_skilled}); }},
            {"no data officer",
             "quota.data",
             S::not_met,
             {},
             [](Composition& t) { t.seats[3] = member({}); }},
            {"data capacities not recorded",
             "quota.data",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[3] = unrecorded(); }},
        });
}

TEST_CASE("an agency's team: C23 §2, second row, and §3") {
    try_cases(
        Tier::agency, agency(),
        {
            {"formed by its head", "formed_by", S::met, {}, [](Composition&) {}},
            {"formed by the secretary",
             "formed_by",
             S::not_met,
             {},
             [](Composition& t) { t.formed_by = Authority::secretary; }},
            {"led by a director", "leader", S::met, {1}, [](Composition&) {}},
            {"led by a deputy director",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats[0].ranks = {Rank::deputy_director}; }},
            {"led by a chief innovation officer",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats[0].role = SeatRole::chief_innovation_officer; }},
            {"ICT alone",
             "quota.ict_or_planning",
             S::met,
             {2},
             [](Composition& t) { t.seats[1] = member({C::ict}); }},
            {"planning alone",
             "quota.ict_or_planning",
             S::met,
             {2},
             [](Composition& t) { t.seats[1] = member({C::planning}); }},
            {"neither",
             "quota.ict_or_planning",
             S::not_met,
             {},
             [](Composition& t) { t.seats[1] = member({}); }},
            {"not recorded",
             "quota.ict_or_planning",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[1] = unrecorded(); }},
            {"the planning cell by name",
             "quota.ict_or_planning",
             S::met,
             {2},
             [](Composition& t) { t.seats[1] = {.unit = "পরিকল্পনা সেল"}; }},
            {"a data officer", "quota.data", S::met, {3}, [](Composition&) {}},
            {"none", "quota.data", S::not_met, {}, [](Composition& t) { t.seats[2] = member({}); }},
            {"two members", "size", S::not_met, {2, 3}, [](Composition& t) { t.seats.pop_back(); }},
            {"six members",
             "size",
             S::not_met,
             {2, 3, 4, 5, 6, 7},
             [](Composition& t) { t.seats.resize(7, member({})); }},
        });
}

TEST_CASE("a district's team: C23 §2, third row, and §3") {
    try_cases(
        Tier::district, district(),
        {
            {"formed by the deputy commissioner", "formed_by", S::met, {}, [](Composition&) {}},
            {"formed by a UNO",
             "formed_by",
             S::not_met,
             {},
             [](Composition& t) { t.formed_by = Authority::upazila_nirbahi_officer; }},
            {"led by an ADC whom the DC nominated",
             "leader",
             S::met,
             {1},
             [](Composition& t) { t.seats[0].capacities = {C::adc_nominated}; }},
            {"led by some other officer",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats[0].capacities = std::set<C>{}; }},
            {"an ADC, which one is not recorded",
             "leader",
             S::cannot_tell,
             {},
             [](Composition& t) {
                 t.seats[0] = {.role = SeatRole::innovation_officer,
                               .ranks = {Rank::additional_deputy_commissioner}};
             }},
            {"led by a programmer",
             "leader",
             S::not_met,
             {},
             [](Composition& t) {
                 t.seats[0] = {.role = SeatRole::innovation_officer, .ranks = {Rank::programmer}};
             }},
            {"both fixed members", "fixed", S::met, {2, 3}, [](Composition&) {}},
            {"no programmer",
             "fixed",
             S::not_met,
             {2},
             [](Composition& t) { t.seats[2] = member({C::other_office}); }},
            {"no assistant commissioner",
             "fixed",
             S::not_met,
             {3},
             [](Composition& t) { t.seats[1] = member({C::other_office}); }},
            {"an assistant programmer by rank",
             "fixed",
             S::met,
             {2, 3},
             [](Composition& t) { t.seats[2] = unrecorded({Rank::assistant_programmer}); }},
            {"a senior assistant commissioner by rank",
             "fixed",
             S::met,
             {2, 3},
             [](Composition& t) {
                 t.seats[1] = unrecorded({Rank::senior_assistant_commissioner});
             }},
            {"the programmer's post is not recorded",
             "fixed",
             S::cannot_tell,
             {2},
             [](Composition& t) { t.seats[2] = unrecorded(); }},
            {"a lecturer is not the programmer",
             "fixed",
             S::not_met,
             {2},
             [](Composition& t) { t.seats[2] = unrecorded({Rank::lecturer}); }},
            {"one person cannot sit in both seats",
             "fixed",
             S::not_met,
             {2},
             [](Composition& t) {
                 t.seats[1] = member({C::assistant_commissioner, C::programmer});
                 t.seats[2] = member({C::other_office});
             }},
            {"who can do both leaves the other seat to the only programmer",
             "fixed",
             S::met,
             {2, 3},
             [](Composition& t) {
                 t.seats[1] = member({C::assistant_commissioner, C::programmer});
             }},
            {"five from other offices", "size", S::met, {4, 5, 6, 7, 8}, [](Composition&) {}},
            {"four from other offices",
             "size",
             S::not_met,
             {4, 5, 6, 7},
             [](Composition& t) { t.seats.pop_back(); }},
            {"seven from other offices",
             "size",
             S::met,
             {4, 5, 6, 7, 8, 9, 10},
             [](Composition& t) { t.seats.resize(10, member({C::other_office})); }},
            {"eight from other offices",
             "size",
             S::not_met,
             {4, 5, 6, 7, 8, 9, 10, 11},
             [](Composition& t) { t.seats.resize(11, member({C::other_office})); }},
            {"a fifth who is of the DC's own office",
             "size",
             S::not_met,
             {4, 5, 6, 7},
             [](Composition& t) { t.seats[7] = member({C::assistant_commissioner}); }},
            {"a fifth recorded as of no other office",
             "size",
             S::not_met,
             {4, 5, 6, 7},
             [](Composition& t) { t.seats[7] = member({}); }},
            {"the fifth's office is not recorded",
             "size",
             S::cannot_tell,
             {4, 5, 6, 7},
             [](Composition& t) { t.seats[7] = unrecorded(); }},
            {"a teacher is of another office",
             "size",
             S::met,
             {4, 5, 6, 7, 8},
             [](Composition& t) {
                 t.seats[4] = member({C::science_ict_teacher_higher_secondary});
             }},
            {"a second programmer from another office is nominated",
             "size",
             S::met,
             {4, 5, 6, 7, 8},
             [](Composition& t) { t.seats[7] = member({C::other_office, C::programmer}); }},
            {"the fixed programmer does not fill the data quota",
             "quota.data",
             S::not_met,
             {},
             [](Composition& t) {
                 t.seats[2].capacities->insert(C::data_skilled);
                 t.seats[3] = member({C::other_office});
             }},
            {"of two programmers the data-skilled one is nominated",
             "quota.data",
             S::met,
             {3},
             [](Composition& t) {
                 t.seats[2] = member({C::programmer, C::data_skilled, C::other_office});
                 t.seats[3] = member({C::other_office});
                 t.seats[7] = member({C::programmer});
             }},
            {"one person for data and teaching",
             "quota.data",
             S::met,
             {5},
             [](Composition& t) {
                 t.seats[3] = member({C::other_office});
                 t.seats[4].capacities->insert(C::data_skilled);
             }},
            {"a higher-secondary teacher", "quota.teacher", S::met, {5}, [](Composition&) {}},
            {"a secondary teacher will not do",
             "quota.teacher",
             S::not_met,
             {},
             [](Composition& t) {
                 t.seats[4] = member({C::other_office, C::science_ict_teacher_secondary});
             }},
            {"a lecturer of a subject not recorded",
             "quota.teacher",
             S::cannot_tell,
             {},
             [](Composition& t) { t.seats[4] = unrecorded({Rank::lecturer}); }},
        });
}

TEST_CASE("an upazila's team: C23 §2, fourth row, and §3") {
    try_cases(
        Tier::upazila, upazila(),
        {
            {"formed by the deputy commissioner", "formed_by", S::met, {}, [](Composition&) {}},
            {"formed by the UNO, who may not",
             "formed_by",
             S::not_met,
             {},
             [](Composition& t) { t.formed_by = Authority::upazila_nirbahi_officer; }},
            {"led by the UNO by rank",
             "leader",
             S::met,
             {1},
             [](Composition& t) {
                 t.seats[0] = {.role = SeatRole::innovation_officer,
                               .ranks = {Rank::upazila_nirbahi_officer}};
             }},
            {"led by the AC (Land)",
             "leader",
             S::not_met,
             {},
             [](Composition& t) { t.seats[0].capacities = {C::ac_land}; }},
            {"AC (Land) and programmer", "fixed", S::met, {2, 3}, [](Composition&) {}},
            {"AC (Land) by rank",
             "fixed",
             S::met,
             {2, 3},
             [](Composition& t) { t.seats[1] = unrecorded({Rank::assistant_commissioner_land}); }},
            {"an assistant commissioner who may be of land",
             "fixed",
             S::cannot_tell,
             {3},
             [](Composition& t) { t.seats[1] = unrecorded({Rank::assistant_commissioner}); }},
            {"no AC (Land)",
             "fixed",
             S::not_met,
             {3},
             [](Composition& t) { t.seats[1] = member({C::other_office}); }},
            {"no programmer",
             "fixed",
             S::not_met,
             {2},
             [](Composition& t) { t.seats.erase(t.seats.begin() + 2); }},
            {"four from other offices",
             "size",
             S::not_met,
             {4, 5, 6, 7},
             [](Composition& t) { t.seats.pop_back(); }},
            {"a secondary teacher", "quota.teacher", S::met, {5}, [](Composition&) {}},
            {"a higher-secondary teacher will not do",
             "quota.teacher",
             S::not_met,
             {},
             [](Composition& t) {
                 t.seats[4] = member({C::other_office, C::science_ict_teacher_higher_secondary});
             }},
            {"no data officer",
             "quota.data",
             S::not_met,
             {},
             [](Composition& t) { t.seats[3] = member({C::other_office}); }},
        });
}

TEST_CASE("a team without seats breaks every rule that asks for someone, and crashes nothing") {
    for (auto const tier : {Tier::ministry, Tier::agency, Tier::district, Tier::upazila}) {
        auto const verdict = against_c23({}, tier);
        CHECK(verdict.state == S::not_met);
        for (auto const& rule : verdict.rules)
            CHECK(rule.state == (rule.id == "formed_by" ? S::cannot_tell : S::not_met));
    }
}

TEST_CASE("a tier without rules and a mandate known by number are refused, each with its reason") {
    auto const& all = shipped_mandates();
    auto const division = check(ministry(), *all.find("cabinet-2023"), Tier::division);
    REQUIRE_FALSE(division);
    CHECK(division.error().message.key == "composition.no_rules");
    auto const unknown = check(ministry(), *all.find("cabinet-2025"), Tier::ministry);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.key == "composition.number_only");
}

TEST_CASE("a member-secretary is said to be outside C23, and is no failure") {
    auto team = ministry();
    team.seats[3].role = SeatRole::member_secretary;
    auto const verdict = against_c23(team, Tier::ministry);
    CHECK(verdict.state == S::met);
    CHECK(rule_of(verdict, "size").says.back().key == "composition.note_member_secretary");
}
