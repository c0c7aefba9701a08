// C23 §2 and §3, rule by rule, for districts and upazilas: each case one change away from a team
// that meets all.
#include "composition_cases.hpp"

using namespace udb;
using namespace udb::composition_cases;

namespace {

std::vector<Case> const district_cases{
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
     [](Composition& t) { t.seats[1] = unrecorded({Rank::senior_assistant_commissioner}); }},
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
     [](Composition& t) { t.seats[1] = member({C::assistant_commissioner, C::programmer}); }},
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
     [](Composition& t) { t.seats[4] = member({C::science_ict_teacher_higher_secondary}); }},
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
};

} // namespace

TEST_CASE("a district's team: C23 §2, third row, and §3") {
    try_cases(Tier::district, district(), district_cases);
}

namespace {

std::vector<Case> const upazila_cases{
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
};

} // namespace

TEST_CASE("an upazila's team: C23 §2, fourth row, and §3") {
    try_cases(Tier::upazila, upazila(), upazila_cases);
}
