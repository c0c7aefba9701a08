// C23 §2 and §3, rule by rule, for ministries and agencies: each case one change away from a team
// that meets all.
#include "composition_cases.hpp"

using namespace udb;
using namespace udb::composition_cases;

namespace {

std::vector<Case> const ministry_cases{
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
     [](Composition& t) { t.seats[0].ranks = {Rank::joint_secretary, Rank::deputy_secretary}; }},
    {"the seat names additional or joint secretary",
     "leader",
     S::met,
     {1},
     [](Composition& t) {
         t.seats[0].ranks = {Rank::additional_secretary, Rank::joint_secretary};
     }},
    {"no leader", "leader", S::not_met, {}, [](Composition& t) { t.seats.erase(t.seats.begin()); }},
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
    {"no ICT member", "quota.ict", S::not_met, {}, [](Composition& t) { t.seats[1] = member({}); }},
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
     [](Composition& t) { t.seats[1] = {.unit = "আইসিটি সেল", .capacities = std::set<C>{}}; }},
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
};

} // namespace

TEST_CASE("a ministry's team: C23 §2, first row, and §3") {
    try_cases(Tier::ministry, ministry(), ministry_cases);
}

namespace {

std::vector<Case> const agency_cases{
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
};

} // namespace

TEST_CASE("an agency's team: C23 §2, second row, and §3") {
    try_cases(Tier::agency, agency(), agency_cases);
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
