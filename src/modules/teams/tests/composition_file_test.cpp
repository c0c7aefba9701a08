// A composition file in, field errors or a verdict out.
#include "base/embedded.hpp"
#include "modules/teams/composition_file.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace udb::embedded {
std::span<EmbeddedFile const> kernel();
std::span<EmbeddedFile const> teams();
} // namespace udb::embedded

using namespace udb;
using namespace udb::teams;

namespace {

Catalogue words() {
    Catalogue catalogue;
    catalogue.add(embedded::kernel());
    catalogue.add(embedded::teams());
    return catalogue;
}

std::string const ministry = R"({"formed_by":"secretary","seats":[
    {"role":"chief_innovation_officer","rank":"additional_secretary","unit":"প্রশাসন","capacities":null},
    {"role":"member","rank":"deputy_secretary","capacities":["ict"]},
    {"role":"member","rank":"deputy_secretary","capacities":["planning","data_focal"]},
    {"role":"member","capacities":[]}]})";

} // namespace

TEST_CASE("what is absent or null is not recorded, and an empty list is recorded as none") {
    auto const team = read_composition(R"({"seats":[{"role":"member"},
        {"role":"member","rank":null,"unit":null,"capacities":null},
        {"role":"member","rank":["joint_secretary","deputy_secretary"],"capacities":[]}]})");
    REQUIRE(team);
    CHECK_FALSE(team->formed_by);
    CHECK_FALSE(team->seats[0].capacities);
    CHECK_FALSE(team->seats[1].capacities);
    CHECK(team->seats[1].ranks.empty());
    REQUIRE(team->seats[2].capacities);
    CHECK(team->seats[2].capacities->empty());
    CHECK(team->seats[2].ranks == std::vector{Rank::joint_secretary, Rank::deputy_secretary});
}

TEST_CASE("ranks are an open list: another rank is taken, a misspelt one is not") {
    auto const rank_of = [](std::string const& rank) {
        return read_composition(R"({"seats":[{"role":"member","rank":")" + rank + R"("}]})");
    };
    CHECK(rank_of("civil_surgeon")->seats[0].ranks == std::vector{Rank::other});
    CHECK(rank_of("যুগ্ম সচিব")->seats[0].ranks == std::vector{Rank::joint_secretary});
    CHECK(rank_of("")->seats[0].ranks.empty());
    auto const slip = rank_of("joint_secretry");
    REQUIRE_FALSE(slip);
    CHECK(slip.error().fields.front().field == "seats[0].rank");
    CHECK(slip.error().fields.front().message.key == "teams.file_rank");
}

TEST_CASE("every problem of a file is told, each with its path, and in both languages") {
    struct Case {
        char const* json;
        char const* field;
        char const* key;
    };
    Case const cases[] = {
        {"", "", "teams.file_empty"},
        {" \n", "", "teams.file_empty"},
        {"\xEF\xBB\xBF", "", "teams.file_empty"},
        {"{", "", "teams.file_not_json"},
        {"{} {}", "", "teams.file_not_json"},
        {"%PDF-1.7", "", "teams.file_not_json"},
        {"{\"seats\":\"\xFF\xFE\"}", "", "teams.file_not_json"},
        {"[]", "", "teams.file_object"},
        {"{}", "seats", "teams.file_missing"},
        {R"({"seats":{}})", "seats", "teams.file_list"},
        {R"({"seats":[7]})", "seats[0]", "teams.file_object"},
        {R"({"seats":[{}]})", "seats[0].role", "teams.file_needed"},
        {R"({"seats":[{"role":"chair"}]})", "seats[0].role", "teams.file_choice"},
        {R"({"seats":[{"role":5}]})", "seats[0].role", "teams.file_choice"},
        {R"({"seats":[{"role":"member","rank":5}]})", "seats[0].rank", "teams.file_choice"},
        {R"({"seats":[{"role":"member","unit":5}]})", "seats[0].unit", "teams.file_text"},
        {R"({"seats":[{"role":"member","capacities":"ict"}]})", "seats[0].capacities",
         "teams.file_list"},
        {R"({"seats":[{"role":"member","capacities":["ict","ikt"]}]})", "seats[0].capacities[1]",
         "teams.file_choice"},
        {R"({"seats":[{"role":"member","capacity":["ict"]}]})", "seats[0].capacity",
         "teams.file_key"},
        {R"({"formed_by":"minister","seats":[]})", "formed_by", "teams.file_choice"},
    };
    auto const catalogue = words();
    for (auto const& one : cases) {
        CAPTURE(one.json);
        auto const team = read_composition(one.json);
        REQUIRE_FALSE(team);
        REQUIRE(team.error().fields.size() == 1);
        auto const& problem = team.error().fields.front();
        CHECK(problem.field == one.field);
        CHECK(problem.message.key == one.key);
        auto const said = catalogue.say(problem.message);
        CHECK(said.bn != said.en);
        CHECK(said.bn.find('{') == said.bn.npos);
        CHECK(said.en.find('{') == said.en.npos);
    }
    auto const both =
        read_composition(R"({"formed_by":"x","seats":[{"role":"y"},{"capacities":["z"]}]})");
    REQUIRE_FALSE(both);
    CHECK(both.error().fields.size() == 4);
}

TEST_CASE("the allowed ones are named with the refusal") {
    auto const team = read_composition(R"({"seats":[{"role":"chair"}]})");
    REQUIRE_FALSE(team);
    auto const said = words().say(team.error().fields.front().message);
    for (auto const* text : {&said.bn, &said.en})
        CHECK(text->find("member_secretary") != text->npos);
}

TEST_CASE("too much is refused before it is read, and deep nesting does no harm") {
    auto const large = read_composition(std::string(composition_bytes_max + 1, ' '));
    REQUIRE_FALSE(large);
    CHECK(large.error().fields.front().message.key == "teams.file_large");
    CHECK_FALSE(read_composition(std::string(100'000, '[')));
    std::string many = R"({"seats":[)";
    for (std::size_t i = 0; i <= composition_seats_max; ++i)
        many += i == 0 ? "1" : ",1";
    auto const seats = read_composition(many + "]}");
    REQUIRE_FALSE(seats);
    REQUIRE(seats.error().fields.size() == 1);
    CHECK(seats.error().fields.front().message.key == "teams.file_many");
}

TEST_CASE("the verdict is printed with its rules in order, in both languages") {
    auto const team = read_composition(ministry);
    REQUIRE(team);
    auto const verdict = check(*team, *shipped_mandates().find("cabinet-2023"), Tier::ministry);
    REQUIRE(verdict);
    auto const json = verdict_json(*verdict, words());
    CHECK(json.starts_with(
        R"({"verdict":"met","rules":[{"id":"leader","paragraph":"2","state":"met","by":[1],"bn":")"));
    CHECK(json.find(R"({"id":"formed_by","paragraph":"3","state":"met","by":[],"bn":")")
          != json.npos);
    CHECK(json.find(R"({"id":"quota.data","paragraph":"2","state":"met","by":[3],"bn":")")
          != json.npos);
    CHECK(json.find("\\u") == json.npos);
    CHECK(json.find("আসন") != json.npos);
}
