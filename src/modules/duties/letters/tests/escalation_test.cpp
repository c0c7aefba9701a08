// When heads of offices are told, and when letters go.
#include "modules/duties/letters/escalation.hpp"
#include "modules/duties/letters/letter.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::duties;
using namespace std::chrono;

TEST_CASE("the head is told from the day that the rule of that day names") {
    auto const rules = read_escalation_rules(R"(
        [[rule]]
        from = 2026-07-01
        days_late = 3
        bn = "নতুন নিয়ম"
        en = "the new rule"
        [[rule]]
        from = 2020-01-01
        days_late = 10
        bn = "আগের নিয়ম"
        en = "the old rule"
    )");
    REQUIRE(rules);
    struct Case {
        Date day;
        int days_late;
        bool told;
    };
    for (auto const& c :
         {Case{2019y / December / 31, 400, false}, Case{2020y / January / 1, 9, false},
          Case{2020y / January / 1, 10, true}, Case{2026y / June / 30, 9, false},
          Case{2026y / July / 1, 2, false}, Case{2026y / July / 1, 3, true}}) {
        CAPTURE(iso(c.day));
        CAPTURE(c.days_late);
        CHECK(is_escalated(*rules, c.days_late, c.day) == c.told);
    }
}

TEST_CASE("a rule without its day, its figure or its reason is refused, each at its place") {
    auto const rules =
        read_escalation_rules("[[rule]]\nfrom = 2026-07-01\ndays_late = 0\nbn = \"ক\"\n"
                              "en = \"a\"\n[[rule]]\ndays_late = 3\nwhy = \"x\"\n");
    REQUIRE_FALSE(rules);
    CHECK(rules.error().fields.size() >= 4);
}

TEST_CASE("the shipped rule stands, with its reason in both languages") {
    REQUIRE_FALSE(escalation_rules().empty());
    for (auto const& rule : escalation_rules()) {
        CHECK_FALSE(rule.basis.bn.empty());
        CHECK_FALSE(rule.basis.en.empty());
    }
}

TEST_CASE("a letter is due once a week, from the Sunday's morning in Bangladesh") {
    // 22 November 2026 is a Sunday; Bangladesh is six hours ahead.
    Date const sunday = 2026y / November / 22;
    auto const at = [](Date day, int hour) { return Instant{day} + hours{hour - 6}; };
    struct Case {
        std::optional<Date> last;
        Instant now;
        bool due;
    };
    Case const cases[] = {
        {{}, at(sunday + days{3}, 12), true},
        {sunday - days{7}, at(sunday, 6), false},
        {sunday - days{7}, at(sunday, 7), true},
        {sunday - days{1}, at(sunday, 9), true},
        {sunday, at(sunday, 9), false},
        {sunday, at(sunday + days{6}, 23), false},
        {sunday, at(sunday + days{7}, 8), true},
        {sunday - days{20}, at(sunday + days{4}, 15), true},
    };
    for (auto const& c : cases) {
        CAPTURE(iso(c.now));
        CHECK(is_letter_due(Often::weekly, c.last, c.now) == c.due);
        CHECK_FALSE(is_letter_due(Often::never, c.last, c.now));
    }
}
