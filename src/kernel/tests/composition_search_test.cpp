// The choice of who sits where, held against every possible choice on small teams, and timed by
// size on large ones.
#include "composition_cases.hpp"
#include "kernel/composition_seating.hpp"

#include <random>

using namespace udb;
using namespace udb::composition_cases;

namespace {

/// Evidence as the brute force sees it: decided by the test, not by the check.
struct Person {
    bool known = true;
    std::set<Capacity> has;
};

Person random_person(std::mt19937& random) {
    Person person;
    person.known = random() % 5 != 0;
    for (auto const capacity :
         {C::other_office, C::other_office, C::programmer, C::assistant_commissioner, C::data_focal,
          C::science_ict_teacher_higher_secondary})
        if (random() % 3 == 0) person.has.insert(capacity);
    return person;
}

/// C23 §2, district, for people of whom everything is known, by trying every pair of fixed seats.
bool brute_force_met(std::vector<std::set<Capacity>> const& people) {
    auto const outside = [](std::set<Capacity> const& one) {
        if (one.contains(C::other_office)) return true;
        if (one.contains(C::programmer) || one.contains(C::assistant_commissioner)) return false;
        return one.contains(C::data_focal) || one.contains(C::science_ict_teacher_higher_secondary);
    };
    auto const count = people.size();
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            if (a == b || !people[a].contains(C::assistant_commissioner)
                || !people[b].contains(C::programmer))
                continue;
            int from_outside = 0;
            bool data = false, teacher = false;
            for (std::size_t i = 0; i < count; ++i) {
                if (i == a || i == b || !outside(people[i])) continue;
                ++from_outside;
                data = data || people[i].contains(C::data_focal);
                teacher = teacher || people[i].contains(C::science_ict_teacher_higher_secondary);
            }
            if (data && teacher && from_outside >= 5 && count - 2 <= 7) return true;
        }
    }
    return false;
}

/// Unknown people at their best and at their worst: more capacities never make a team worse.
RuleState brute_force(std::vector<Person> const& people) {
    std::vector<std::set<Capacity>> worst, best;
    for (auto const& person : people) {
        worst.push_back(person.known ? person.has : std::set<Capacity>{});
        best.push_back(person.known ? person.has
                                    : std::set<Capacity>{C::other_office, C::programmer,
                                                         C::assistant_commissioner, C::data_focal,
                                                         C::science_ict_teacher_higher_secondary});
    }
    return brute_force_met(worst) ? S::met : brute_force_met(best) ? S::cannot_tell : S::not_met;
}

/// The size of the largest matching, by trying every order of members.
int largest(std::vector<std::vector<Evidence>> const& fits, std::size_t seat, unsigned used,
            Evidence worst) {
    if (seat == fits.size()) return 0;
    int best = largest(fits, seat + 1, used, worst);
    for (std::size_t m = 0; m < fits[seat].size(); ++m)
        if (fits[seat][m] <= worst && (used & (1U << m)) == 0)
            best = std::max(best, 1 + largest(fits, seat + 1, used | (1U << m), worst));
    return best;
}

} // namespace

TEST_CASE("on 8,000 random district teams the verdict is what trying every seating gives") {
    std::mt19937 random(2023);
    int seen[3] = {};
    for (int round = 0; round < 8000; ++round) {
        std::vector<Person> people;
        auto team = district();
        team.seats.resize(1);
        // Most teams begin near a lawful one, so that all three answers are common.
        if (random() % 4 != 0) {
            people = {{true, {C::assistant_commissioner}}, {true, {C::programmer}}};
            for (int i = 0; i < 4; ++i)
                people.push_back({true, {C::other_office}});
        }
        auto const more = random() % 5;
        for (unsigned i = 0; i < more; ++i)
            people.push_back(random_person(random));
        std::ranges::shuffle(people, random);
        for (auto const& person : people)
            team.seats.push_back(person.known ? member(person.has) : unrecorded());
        auto const expected = brute_force(people);
        ++seen[static_cast<int>(expected)];
        REQUIRE(against_c23(team, Tier::district).state == expected);
    }
    for (auto const count : seen)
        CHECK(count > 100);
}

TEST_CASE("named seats are matched as fully and as surely as trying every order gives") {
    std::mt19937 random(2026);
    for (int round = 0; round < 3000; ++round) {
        auto const seats = random() % 5 + 1;
        auto const members = random() % 6;
        std::vector<std::vector<Evidence>> fits(seats, std::vector<Evidence>(members));
        for (auto& row : fits)
            for (auto& one : row)
                one = static_cast<Evidence>(random() % 3);
        auto const seating = named_seating(fits, members);
        int taken = 0, certain = 0;
        std::set<int> sitting;
        for (std::size_t s = 0; s < seats; ++s) {
            if (seating[s] < 0) continue;
            ++taken;
            REQUIRE(sitting.insert(seating[s]).second);
            auto const fit = fits[s][static_cast<std::size_t>(seating[s])];
            REQUIRE(fit != Evidence::no);
            certain += fit == Evidence::yes ? 1 : 0;
        }
        REQUIRE(taken == largest(fits, 0, 0, Evidence::perhaps));
        if (largest(fits, 0, 0, Evidence::yes) == static_cast<int>(seats))
            REQUIRE(certain == static_cast<int>(seats));
    }
}

TEST_CASE("a seating never gives one member two seats") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        auto team = district();
        team.seats.resize(1);
        for (int i = 0; i < 9; ++i)
            team.seats.push_back(member(random_person(random).has));
        for (auto const& rule : against_c23(team, Tier::district).rules) {
            std::set<int> const once(rule.by.begin(), rule.by.end());
            REQUIRE(once.size() == rule.by.size());
        }
    }
}

TEST_CASE("five thousand seats of every kind are answered, and named in few words") {
    std::mt19937 random(5000);
    auto team = district();
    for (int i = 0; i < 5000; ++i) {
        auto const person = random_person(random);
        team.seats.push_back(person.known ? member(person.has) : unrecorded());
    }
    auto const verdict = against_c23(team, Tier::district);
    auto const& size = rule_of(verdict, "size");
    CHECK(verdict.state == S::not_met);
    CHECK(size.state == S::not_met);
    CHECK(rule_of(verdict, "fixed").state == S::met);
    auto const named = check(team, *shipped_mandates().find("labour-2026"), Tier::ministry);
    REQUIRE(named);
    CHECK(named->state == S::not_met);
}
