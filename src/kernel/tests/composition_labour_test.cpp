// The Labour Ministry's team of 26 January 2026, against the order that names it (L26 §1) and
// against C23.
#include "base/embedded.hpp"
#include "kernel/composition.hpp"
#include "kernel/words.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace udb::embedded {
std::span<EmbeddedFile const> kernel();
}

using namespace udb;

namespace {

using S = RuleState;

Composition labour() {
    auto const branch = [](std::string unit) {
        return Seat{.ranks = {Rank::joint_secretary, Rank::deputy_secretary},
                    .unit = std::move(unit)};
    };
    return {.formed_by = Authority::secretary,
            .seats = {{.role = SeatRole::chief_innovation_officer,
                       .ranks = {Rank::additional_secretary},
                       .unit = "প্রশাসন"},
                      branch("প্রশাসন অধিশাখা"),
                      branch("পরিকল্পনা অধিশাখা"),
                      branch("বাজেট অধিশাখা"),
                      branch("শ্রম অধিশাখা"),
                      branch("আন্তর্জাতিক সংস্থা অধিশাখা"),
                      {.ranks = {Rank::system_analyst}, .unit = "আইসিটি সেল"},
                      {.ranks = {Rank::assistant_programmer}, .unit = "আইসিটি সেল"},
                      {.role = SeatRole::member_secretary,
                       .ranks = {Rank::programmer},
                       .unit = "আইসিটি সেল"}}};
}

Verdict judged(Composition const& team, std::string_view mandate) {
    auto verdict = check(team, *shipped_mandates().find(mandate), Tier::ministry);
    REQUIRE(verdict);
    return *std::move(verdict);
}

RuleResult const& rule_of(Verdict const& verdict, std::string_view id) {
    auto const found = std::ranges::find(verdict.rules, id, &RuleResult::id);
    REQUIRE(found != verdict.rules.end());
    return *found;
}

} // namespace

TEST_CASE("against its own order the team is as named: met") {
    auto const verdict = judged(labour(), "labour-2026");
    CHECK(verdict.state == S::met);
    CHECK(rule_of(verdict, "leader").by == std::vector{1});
    CHECK(rule_of(verdict, "fixed").by == std::vector{2, 3, 4, 5, 6, 7, 8, 9});
    CHECK(rule_of(verdict, "size").state == S::met);
}

TEST_CASE("against C23 the same team has eight members where three to five may be") {
    auto const verdict = judged(labour(), "cabinet-2023");
    CHECK(verdict.state == S::not_met);
    CHECK(rule_of(verdict, "formed_by").state == S::met);
    CHECK(rule_of(verdict, "leader").state == S::met);
    CHECK(rule_of(verdict, "size").state == S::not_met);
    CHECK(rule_of(verdict, "size").by.size() == 8);
    CHECK(rule_of(verdict, "quota.ict").by == std::vector{7, 8, 9});
    CHECK(rule_of(verdict, "quota.planning").by == std::vector{3});
    CHECK(rule_of(verdict, "quota.data").state == S::cannot_tell);
}

TEST_CASE("seat 3 read literally leaves planning open, and raises no false alarm") {
    auto team = labour();
    team.seats[2].unit = "পরিচালনা অধিশাখা";
    CHECK(rule_of(judged(team, "cabinet-2023"), "quota.planning").state == S::cannot_tell);
    CHECK(judged(team, "labour-2026").state == S::met);
}

TEST_CASE("against its own order, one change at a time") {
    struct Case {
        char const* what;
        char const* rule;
        RuleState state;
        void (*change)(Composition&);
    };
    Case const cases[] = {
        {"the branch by its bare name", "fixed", S::met,
         [](Composition& t) { t.seats[3].unit = "বাজেট"; }},
        {"led from another wing", "leader", S::not_met,
         [](Composition& t) { t.seats[0].unit = "শ্রম অনুবিভাগ"; }},
        {"the leader's wing is not recorded", "leader", S::cannot_tell,
         [](Composition& t) { t.seats[0].unit.clear(); }},
        {"led by a joint secretary", "leader", S::not_met,
         [](Composition& t) { t.seats[0].ranks = {Rank::joint_secretary}; }},
        {"the budget branch left out", "fixed", S::not_met,
         [](Composition& t) { t.seats.erase(t.seats.begin() + 3); }},
        {"the budget branch left out", "size", S::not_met,
         [](Composition& t) { t.seats.erase(t.seats.begin() + 3); }},
        {"a tenth seat", "size", S::not_met, [](Composition& t) { t.seats.push_back({}); }},
        {"a tenth seat", "fixed", S::met, [](Composition& t) { t.seats.push_back({}); }},
        {"the order of seats is free", "fixed", S::met,
         [](Composition& t) { std::swap(t.seats[2], t.seats[8]); }},
        {"a deputy secretary now holds the budget seat", "fixed", S::met,
         [](Composition& t) { t.seats[3].ranks = {Rank::deputy_secretary}; }},
        {"an assistant secretary in the budget seat", "fixed", S::not_met,
         [](Composition& t) { t.seats[3].ranks = {Rank::assistant_secretary}; }},
        {"the programmer sits as a plain member", "fixed", S::not_met,
         [](Composition& t) { t.seats[8].role = SeatRole::member; }},
        {"a branch is not recorded", "fixed", S::cannot_tell,
         [](Composition& t) { t.seats[4].unit.clear(); }},
        {"the same branch twice", "fixed", S::not_met,
         [](Composition& t) { t.seats[4].unit = t.seats[3].unit; }},
    };
    for (auto const& one : cases) {
        CAPTURE(one.what);
        auto team = labour();
        one.change(team);
        CHECK(rule_of(judged(team, "labour-2026"), one.rule).state == one.state);
    }
}

TEST_CASE("every sentence of every verdict has words in both languages, and no gap stays open") {
    Catalogue catalogue;
    catalogue.add(embedded::kernel());
    std::vector<Composition> teams{labour(), {}};
    for (std::size_t i = 0; i < 9; ++i) {
        teams.push_back(labour());
        teams.back().seats[i] = {.role = teams.back().seats[i].role};
        teams.back().formed_by = Authority::deputy_commissioner;
        teams.push_back(labour());
        teams.back().seats.resize(i);
        teams.back().formed_by.reset();
    }
    for (auto const& team : teams) {
        for (auto const tier : {Tier::ministry, Tier::agency, Tier::district, Tier::upazila}) {
            auto const verdict = check(team, *shipped_mandates().find("cabinet-2023"), tier);
            REQUIRE(verdict);
            for (auto const& rule : verdict->rules) {
                for (auto const& message : rule.says) {
                    CAPTURE(message.key);
                    auto const said = catalogue.say(message);
                    auto const& pattern = catalogue.sentences().at(message.key);
                    for (auto const* text : {&pattern.bn, &pattern.en}) {
                        for (auto open = text->find('{'); open != text->npos;
                             open = text->find('{', open + 1)) {
                            auto const name =
                                text->substr(open + 1, text->find('}', open) - open - 1);
                            CAPTURE(name);
                            CHECK(std::ranges::any_of(
                                message.args, [&](auto const& arg) { return arg.first == name; }));
                        }
                    }
                    CHECK_FALSE(said.bn.empty());
                }
            }
        }
    }
}
