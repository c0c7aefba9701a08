// The file of `plan score`: what it takes, what it refuses and where, and what it answers.
#include "modules/plans/number_text.hpp"
#include "modules/plans/score_file.hpp"

#include <doctest/doctest.h>

namespace udb::embedded {
std::span<EmbeddedFile const> plans();
}

using namespace udb;
using namespace udb::plans;

namespace {

Catalogue const& words() {
    static Catalogue const all = [] {
        Catalogue c;
        c.add(embedded::plans());
        return c;
    }();
    return all;
}

std::string answer(std::string_view file) {
    auto const entries = read_score_file(file);
    REQUIRE(entries);
    auto text = score_json(*entries, words());
    // The sentences have their own tests.
    for (auto at = text.find(",\"working\":{"); at != text.npos; at = text.find(",\"working\":{"))
        text.erase(at, text.find('}', at) + 1 - at);
    return text;
}

std::vector<std::string> refusals(std::string_view file) {
    auto const entries = read_score_file(file);
    REQUIRE_FALSE(entries);
    std::vector<std::string> all;
    for (auto const& problem : entries.error().fields) {
        all.push_back(problem.field + " "
                      + problem.message.key.substr(std::string("plan_score.file_").size()));
        CHECK(words().say(problem.message).bn.find('{') == std::string::npos);
    }
    return all;
}

std::string one(std::string_view rest) {
    return R"({"indicators":[{"id":"1.1.1","weight":6,"bands":[30,29.95,29.9,29.85,29.8])"
           + std::string(rest) + "}]}";
}

using Refusals = std::vector<std::string>;

} // namespace

TEST_CASE("The golden rows are answered exactly") {
    CHECK(
        answer(one(
            R"(,"unit":"amount","better":"higher","rule":"interpolate","count":"sum","actual":29.97)"))
        == R"({"indicators":[{"id":"1.1.1","actual":29.97,"half_year":null,"percent":94,"score":5.64}],"total":5.64})");
    CHECK(
        answer(
            R"({"indicators":[{"id":"1","weight":5,"bands":[950,null,null,null,500],"quarters":[150,240,null,null]}]})")
        == R"({"indicators":[{"id":"1","actual":390,"half_year":390,"percent":0,"score":0}],"total":0})");
}

TEST_CASE("Days go in and come out in ISO form, and the earlier is better by itself") {
    CHECK(
        answer(
            R"({"indicators":[{"id":"d","unit":"date","weight":4,"bands":["2025-12-31","2026-01-10"],"quarters":[null,null,"2026-01-05"]}]})")
        == R"({"indicators":[{"id":"d","actual":"2026-01-05","half_year":null,"percent":95,"score":3.8}],"total":3.8})");
}

TEST_CASE("What was left out is read as usual, and nothing told earns nothing") {
    CHECK(
        answer(one(""))
        == R"({"indicators":[{"id":"1.1.1","actual":null,"half_year":null,"percent":null,"score":0}],"total":0})");
    CHECK(answer(one(R"(,"actual":null,"better":null,"name":"সূচক")")) == answer(one("")));
    CHECK(answer(R"({"indicators":[]})") == R"({"indicators":[],"total":0})");
    CHECK(answer("\xEF\xBB\xBF" + one(R"(,"actual":"২৯.৯৭")"))
          == answer(one(R"(,"actual":2.997e1)")));
    CHECK(answer(R"({"indicators":[{"id":"\"ক\\","weight":1,"bands":[]}]})").find(R"("\"ক\\")")
          != std::string::npos);
}

TEST_CASE("A bad file is refused with every problem and its path") {
    struct Case {
        std::string file;
        Refusals said;
    };
    for (
        auto const& c : {
            Case{"", {" empty"}},
            Case{" \n", {" empty"}},
            Case{"{", {" not_json"}},
            Case{"{} x", {" not_json"}},
            Case{"[]", {" object"}},
            Case{"{}", {"indicators list"}},
            Case{R"({"indicators":{}})", {"indicators list"}},
            Case{R"({"indicators":[5]})", {"indicators[0] object"}},
            Case{R"({"indicators":[{}]})",
                 {"indicators[0].id id", "indicators[0].weight missing",
                  "indicators[0].bands missing"}},
            Case{one(R"(,"id":"again")"), {" twice"}},
            Case{one(R"(,"unit":"day")"), {"indicators[0].unit choice"}},
            Case{one(R"(,"rule":3)"), {"indicators[0].rule choice"}},
            Case{one(R"(,"quarter":[1])"), {"indicators[0].quarter key"}},
            Case{one(R"(,"quarters":[1,2,3,4,5])"), {"indicators[0].quarters longer"}},
            Case{one(R"(,"quarters":7)"), {"indicators[0].quarters list"}},
            Case{one(R"(,"quarters":[1,"x",[],true])"),
                 {"indicators[0].quarters[1] number", "indicators[0].quarters[2] number",
                  "indicators[0].quarters[3] number"}},
            Case{one(R"(,"quarters":[1],"actual":1)"), {"indicators[0].actual both"}},
            Case{one(R"(,"actual":1e30)"), {"indicators[0].actual number"}},
            Case{
                R"({"indicators":[{"id":1,"weight":-1,"bands":[1]},{"id":"1","weight":1001,"bands":[1,2,3,4,5,6]}]})",
                {"indicators[0].weight weight", "indicators[1].id same_id",
                 "indicators[1].weight weight", "indicators[1].bands longer"}},
            Case{
                R"({"indicators":[{"id":1,"unit":"date","weight":1,"bands":[20260131,"2026-02-30","31-01-2026"]}]})",
                {"indicators[0].bands[0] day", "indicators[0].bands[1] day"}},
            Case{std::string(5000, '['), {" not_json"}},
            Case{std::string(score_file_bytes_max + 1, ' '), {" large"}},
        }) {
        CAPTURE(c.file.substr(0, 200));
        CHECK(refusals(c.file) == c.said);
    }
}

TEST_CASE("Numbers of programs are read with their exponents and without their tails") {
    struct Case {
        char const* text;
        char const* value;
        bool rounded;
    };
    for (auto const& c :
         {Case{"29.97", "29.97", false}, Case{"2.997E1", "29.97", false},
          Case{"2997e-2", "29.97", false}, Case{"29.949999999999999", "29.95", false},
          Case{"0.30000000000000004", "0.3", false}, Case{"-29.950000000000003", "-29.95", false},
          Case{"0.99999999999", "1", false}, Case{"66.6666666666667", "66.6667", true},
          Case{"0.00005", "0.0001", true}, Case{"0.00004", "0", true}, Case{"1e-9", "0", true},
          Case{"1e-999999999999", "0", false}, Case{"0", "0", false}, Case{"-0.0", "0", false},
          Case{"0e99999", "0", false}, Case{"1000000000000", "1000000000000", false},
          Case{"0.000000000001e15", "1000", false}, Case{"000012", "12", false}}) {
        CAPTURE(c.text);
        auto const read = read_number_text(c.text);
        REQUIRE(read);
        CHECK(to_string(read->value) == c.value);
        CHECK(read->rounded == c.rounded);
    }
    for (auto const* text : {"", "-", ".", "1.", ".5", "1e", "1e+", "e5", "1e5.5", "1,000", "0x10",
                             "1e999999999999", "1000000000000.0001", "২", "1-2", "--1", "1e--5"}) {
        CAPTURE(text);
        CHECK_FALSE(read_number_text(text));
    }
}
