// The shipped data files, what is refused in one, and two mandates side by side.
#include "base/embedded.hpp"
#include "kernel/mandate.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace udb::embedded {
std::span<EmbeddedFile const> mandate_files();
}

using namespace udb;
using namespace std::chrono;

namespace {

std::string shipped(std::string_view name) {
    for (auto const& file : embedded::mandate_files())
        if (file.name == name) return std::string(file.bytes);
    FAIL("no such file");
    return {};
}

ComparedTheme const& row_of(std::vector<ComparedTheme> const& rows, std::string_view theme) {
    auto const found = std::ranges::find(rows, theme, &ComparedTheme::theme);
    REQUIRE(found != rows.end());
    return *found;
}

Date on(int y, unsigned m, unsigned d) { return Date{year{y} / month{m} / day{d}}; }

} // namespace

TEST_CASE("C23 has 21 functions and four tiers, L26 has 24 and its ministry's") {
    auto const& all = shipped_mandates();
    auto const* c23 = all.find("cabinet-2023");
    auto const* l26 = all.find("labour-2026");
    REQUIRE(c23);
    REQUIRE(l26);
    CHECK(c23->functions.size() == 21);
    CHECK(c23->composition.size() == 4);
    CHECK_FALSE(c23->rules(Tier::division));
    CHECK(l26->functions.size() == 24);
    CHECK(l26->composition.size() == 1);
    CHECK(l26->rules(Tier::ministry)->fixed.size() == 8);
    CHECK(l26->cancels_earlier);
    for (auto const* mandate : {c23, l26})
        for (auto const& function : mandate->functions)
            CHECK(function.paragraph
                  == (mandate == c23 ? "4(" : "2(") + std::to_string(function.no) + ")");
}

TEST_CASE("what is known by number only has neither functions nor rules") {
    for (auto const* id : {"cabinet-2013", "cabinet-2025"}) {
        auto const* mandate = shipped_mandates().find(id);
        REQUIRE(mandate);
        CHECK(mandate->known == Known::number_only);
        CHECK(mandate->functions.empty());
        CHECK(mandate->composition.empty());
        CHECK_FALSE(mandate->memo.empty());
    }
}

TEST_CASE("the meeting is monthly in C23 and quarterly in L26, the budget monthly in both") {
    auto const& all = shipped_mandates();
    auto const* c23 = all.find("cabinet-2023");
    auto const* l26 = all.find("labour-2026");
    CHECK(c23->function(3)->cadence == Cadence::monthly);
    CHECK(l26->function(3)->cadence == Cadence::quarterly);
    CHECK(c23->function(20)->cadence == Cadence::monthly);
    CHECK(l26->function(23)->cadence == Cadence::monthly);
    CHECK(c23->function(3)->inform == std::vector{Recipient::monthly_coordination_meeting});
    CHECK(l26->function(3)->inform == std::vector{Recipient::higher_authority});
}

TEST_CASE("the yearly report is due on 31 July and is drafted, sent and published one by one") {
    for (auto const* id : {"cabinet-2023", "labour-2026"}) {
        auto const* report = shipped_mandates().find(id)->function(5);
        REQUIRE(report->due);
        CHECK(due_date(*report->due, 2025) == on(2026, 7, 31));
        CHECK(report->completions
              == std::vector{Completion::drafted, Completion::sent, Completion::published});
    }
    CHECK(due_date({.month = 1, .day = 15}, 2025) == on(2027, 1, 15));
    CHECK_FALSE(due_date({.kind = Due::Kind::first_monthly_meeting_of_year}, 2025));
}

TEST_CASE("what is in force depends on the day and the office") {
    auto const& all = shipped_mandates();
    struct Case {
        Date day;
        std::string_view office;
        char const* id;
    };
    for (auto const& one :
         {Case{on(2013, 4, 8), "", "cabinet-2013"}, Case{on(2023, 11, 15), "", "cabinet-2013"},
          Case{on(2023, 11, 16), "", "cabinet-2023"},
          Case{on(2025, 11, 6), "mole.gov.bd", "cabinet-2025"},
          Case{on(2026, 1, 26), "mole.gov.bd", "labour-2026"},
          Case{on(2026, 1, 26), "mopa.gov.bd", "cabinet-2025"},
          Case{on(2026, 1, 26), "", "cabinet-2025"}}) {
        CAPTURE(one.id);
        auto const* found = all.in_force(one.day, Tier::ministry, one.office);
        REQUIRE(found);
        CHECK(found->id == one.id);
    }
    CHECK_FALSE(all.in_force(on(2013, 4, 7), Tier::ministry));
    CHECK(all.newest_rules(on(2026, 1, 26), Tier::district)->id == "cabinet-2023");
    CHECK_FALSE(all.newest_rules(on(2026, 1, 26), Tier::division));
}

TEST_CASE("a mandate is replaced from the day its successor is in force") {
    auto const& all = shipped_mandates();
    CHECK_FALSE(all.replaced_by("cabinet-2023", on(2025, 11, 5)));
    REQUIRE(all.replaced_by("cabinet-2023", on(2025, 11, 6)));
    CHECK(all.replaced_by("cabinet-2023", on(2025, 11, 6))->id == "cabinet-2025");
    CHECK(all.successors("cabinet-2013").size() == 1);
    CHECK_FALSE(all.replaced_by("labour-2026", on(2030, 1, 1)));
}

TEST_CASE("side by side: same, changed, new and dropped") {
    auto const& all = shipped_mandates();
    auto const rows = all.compare(*all.find("cabinet-2023"), *all.find("labour-2026"));
    CHECK(rows.size() == 30);
    using State = ComparedTheme::State;
    CHECK(row_of(rows, "service_quality").state == State::same);
    CHECK(row_of(rows, "data_governance").before == std::vector{8});
    CHECK(row_of(rows, "data_governance").after == std::vector{14});
    CHECK(row_of(rows, "team_meeting").state == State::changed);
    CHECK(row_of(rows, "team_meeting").facts.size() == 2);
    CHECK(row_of(rows, "smart_bangladesh").state == State::dropped);
    for (auto const* theme :
         {"online_processing", "service_list", "reuse_of_systems", "video_training", "publicity"})
        CHECK(row_of(rows, theme).state == State::added);
    for (auto const& row : rows)
        CHECK(row.notes.empty() == (row.state == State::same));

    auto const back = all.compare(*all.find("labour-2026"), *all.find("cabinet-2023"));
    CHECK(row_of(back, "smart_bangladesh").state == State::added);
    for (auto const& row : all.compare(*all.find("labour-2026"), *all.find("labour-2026")))
        CHECK(row.state == State::same);
    CHECK(all.compare(*all.find("cabinet-2023"), *all.find("cabinet-2025")).empty());
}

TEST_CASE("every function of both mandates has its line in the comparison") {
    auto const& all = shipped_mandates();
    auto const rows = all.compare(*all.find("cabinet-2023"), *all.find("labour-2026"));
    std::set<int> before, after;
    for (auto const& row : rows) {
        before.insert(row.before.begin(), row.before.end());
        after.insert(row.after.begin(), row.after.end());
    }
    CHECK(before.size() == 21);
    CHECK(after.size() == 24);
}

TEST_CASE("one slip in a data file is refused with its path") {
    struct Case {
        char const* find;
        char const* put;
        char const* field;
        char const* key;
    };
    Case const cases[] = {
        {"kind = \"notification\"", "kind = \"leaflet\"", "kind", "mandate.data_choice"},
        {"issued_on = 2023-11-16", "issued_on = \"16-11-2023\"", "issued_on", "mandate.data_date"},
        {"in_force_from = 2023-11-16", "in_force_from = 2022-01-01", "in_force_from",
         "mandate.data_before_issue"},
        {"memo = ", "mem = ", "mem", "mandate.data_unknown_key"},
        {"least = 3", "least = 9", "composition.ministry.nominated", "mandate.data_range"},
        {"least = 3", "least = -1", "composition.ministry.nominated.least", "mandate.data_bounds"},
        {"\"joint_secretary\"", "\"joint_secretry\"", "composition.ministry.leader.ranks[1]",
         "mandate.data_choice"},
        {"capacities = [\"ict\"]", "capacities = []", "composition.ministry.quotas[0].capacities",
         "mandate.data_empty"},
        {"no = 4", "no = 5", "functions[3].no", "mandate.data_order"},
        {"cadence = \"yearly\"", "cadence = \"sometimes\"", "functions[1].cadence",
         "mandate.data_choice"},
        {"month = 7, day = 31", "month = 6, day = 31", "functions[4].due", "mandate.data_date"},
        {"known = \"full\"", "known = \"number_only\"", "known", "mandate.data_number_only"},
        {"[composition.upazila]", "[composition.village]", "composition.village",
         "mandate.data_choice"},
        {"id = \"cabinet-2023\"", "id = \"cabinet-2024\"", "id", "mandate.data_file_name"},
    };
    auto const text = shipped("cabinet-2023.toml");
    REQUIRE(parse_mandate(text, "cabinet-2023.toml"));
    for (auto const& one : cases) {
        CAPTURE(one.put);
        auto bad = text;
        auto const at = bad.find(one.find);
        REQUIRE(at != bad.npos);
        bad.replace(at, std::string_view(one.find).size(), one.put);
        auto const read = parse_mandate(bad, "cabinet-2023.toml");
        REQUIRE_FALSE(read);
        CHECK(std::ranges::any_of(read.error().fields, [&](FieldError const& problem) {
            return problem.field == one.field && problem.message.key == one.key;
        }));
    }
    auto const broken = parse_mandate("id = \n", "x.toml");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().fields.front().message.key == "mandate.data_toml");
    auto const nothing = parse_mandate("", "x.toml");
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().fields.size() > 5);
}

TEST_CASE("mandates that name what is not there, or what came later, are refused together") {
    auto themes = shipped_mandates().themes();
    auto mandates = shipped_mandates().all();
    mandates.front().replaces = {"labour-2026"};
    mandates.back().under = "cabinet-1999";
    mandates.back().functions.front().themes = {"magic"};
    mandates.push_back(mandates.back());
    auto const made = Mandates::make(std::move(themes), std::move(mandates));
    REQUIRE_FALSE(made);
    std::set<std::string> keys;
    for (auto const& problem : made.error().fields)
        keys.insert(problem.message.key);
    CHECK(keys
          == std::set<std::string>{"mandate.data_no_mandate", "mandate.data_no_theme",
                                   "mandate.data_not_earlier", "mandate.data_twice"});
}

TEST_CASE("the digest of the rules follows the data, not its layout") {
    auto const text = shipped("cabinet-2023.toml");
    auto const digest = [](std::string const& toml) {
        return parse_mandate(toml, "cabinet-2023.toml")->rules(Tier::ministry)->digest;
    };
    auto const same =
        std::regex_replace(text, std::regex("least = 3\nmost = 5"), "# wider\nmost = 5\nleast = 3");
    auto const other =
        std::regex_replace(text, std::regex("least = 3\nmost = 5"), "least = 3\nmost = 6");
    REQUIRE(same != text);
    CHECK(digest(same) == digest(text));
    CHECK(digest(other) != digest(text));
}

TEST_CASE("every list has each of its ids once, and reads back what it writes") {
    auto const check_list = []<class E>(std::span<Term<E> const> rows) {
        std::set<std::string_view> seen;
        for (auto const& row : rows) {
            CHECK(seen.insert(row.id).second);
            CHECK(term_with_id<E>(row.id) == row.value);
            CHECK_FALSE(row.label.bn.empty());
            CHECK_FALSE(row.label.en.empty());
        }
        CHECK_FALSE(term_with_id<E>("no_such"));
    };
    check_list(terms<Tier>());
    check_list(terms<SeatRole>());
    check_list(terms<Authority>());
    check_list(terms<Rank>());
    check_list(terms<Capacity>());
    check_list(terms<Cadence>());
    check_list(terms<Recipient>());
    check_list(terms<Completion>());
    CHECK(terms<Rank>().size() == static_cast<std::size_t>(Rank::other) + 1);
    CHECK(terms<Capacity>().size() == static_cast<std::size_t>(Capacity::other_office) + 1);
}

TEST_CASE("titles as orders write them name their rank and role") {
    CHECK(rank_named("যুগ্ম সচিব") == Rank::joint_secretary);
    CHECK(rank_named("যুগ্মসচিব (বাজেট অধিশাখা)") == Rank::joint_secretary);
    CHECK(rank_named("সহকারী কমিশনার (ভূমি)") == Rank::assistant_commissioner_land);
    CHECK(rank_named("সহকারী কমিশনার") == Rank::assistant_commissioner);
    CHECK(rank_named("সিস্টেম অ্যানালিস্ট") == Rank::system_analyst);
    CHECK(rank_named("Deputy Secretary") == Rank::deputy_secretary);
    CHECK_FALSE(rank_named("সিভিল সার্জন"));
    CHECK_FALSE(rank_named(""));
    CHECK(role_named("সদস্য-সচিব") == SeatRole::member_secretary);
    CHECK(role_named("চিফ ইনোভেশন অফিসার") == SeatRole::chief_innovation_officer);
    CHECK_FALSE(role_named("পর্যবেক্ষক"));
}

TEST_CASE("memos, dates and counts are those of the two papers") {
    namespace fs = std::filesystem;
    fs::path const seeds = UDB_SOURCE_DIR "/../shared/seeds";
    if (!fs::exists(seeds)) return;
    auto const text_of = [&](char const* name) {
        std::ifstream in(seeds / name);
        std::stringstream text;
        text << in.rdbuf();
        return text.str();
    };
    auto const c23 = text_of("cabinet-division-2023-11-16.txt");
    auto const l26 = text_of("labour-ministry-2026-01-26.txt");
    auto const& all = shipped_mandates();
    auto const has = [](std::string const& text, std::string const& part) {
        return text.find(part) != text.npos;
    };
    CHECK(has(c23, "নম্বর: " + all.find("cabinet-2023")->memo));
    CHECK(has(c23, all.find("cabinet-2013")->memo));
    CHECK(has(l26, "নম্বর: " + all.find("labour-2026")->memo));
    CHECK(has(l26, all.find("cabinet-2025")->memo));
    CHECK(has(c23, "(২১) "));
    CHECK_FALSE(has(c23, "(২২) "));
    CHECK(has(l26, "(২৪) "));
    CHECK_FALSE(has(l26, "(২৫) "));
}
