// The forms of plans that are carried, and what is said of a form that is wrong.
#include "modules/plans/plan_template.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

namespace udb::embedded {
std::span<EmbeddedFile const> plan_templates();
}

using namespace udb;
using namespace udb::plans;

namespace {

std::string shape(TableForm const& table) {
    std::string out;
    for (auto const& column : table.columns)
        out += (out.empty() ? "" : " ") + std::string(id_of(column.kind))
               + (column.which ? std::to_string(column.which) : "");
    return out;
}

using Strings = std::vector<std::string>;

/// What is said when `from` stands as `to` in one file of those that are carried.
Strings said_of(std::string_view file, std::string_view from, std::string_view to) {
    std::vector<EmbeddedFile> files(embedded::plan_templates().begin(),
                                    embedded::plan_templates().end());
    auto const at = std::ranges::find(files, file, &EmbeddedFile::name);
    REQUIRE(at != files.end());
    std::string text(at->bytes);
    auto const where = text.find(from);
    REQUIRE_MESSAGE(where != text.npos, from);
    text.replace(where, from.size(), to);
    at->bytes = text;
    auto const read = read_plan_templates(files);
    Strings all;
    if (!read)
        for (auto const& problem : read.error().fields)
            all.push_back(problem.field + " "
                          + problem.message.key.substr(std::string("mandate.data_").size()));
    return all;
}

} // namespace

TEST_CASE("Six forms are carried, each with its marks and years") {
    struct Case {
        char const* id;
        int first, last;
        std::int64_t marks, scale;
        std::size_t areas;
    };
    constexpr Case cases[]{{"citizens-charter", 2021, 0, 25, 3, 2},
                           {"e-governance-2021", 2021, 0, 50, 10, 2},
                           {"grs", 2021, 0, 25, 4, 2},
                           {"innovation-2018", 2018, 2020, 100, 0, 16},
                           {"integrity", 2021, 0, 50, 10, 3},
                           {"rti", 2021, 0, 25, 3, 2}};
    REQUIRE(plan_templates().size() == std::size(cases));
    for (auto const& c : cases) {
        CAPTURE(c.id);
        auto const* form = plan_template(c.id);
        REQUIRE(form);
        CHECK(form->first_year == c.first);
        CHECK(form->last_year.value_or(0) == c.last);
        CHECK(form->scale.marks == Value::whole(c.marks));
        CHECK(form->scale.to == Value::whole(c.scale));
        CHECK(form->start.areas.size() == c.areas);
    }
    CHECK(plan_template("gpms-2025") == nullptr);
    CHECK(plan_template("innovation-2018")->used_in(2020));
    CHECK_FALSE(plan_template("innovation-2018")->used_in(2021));
    CHECK_FALSE(plan_template("rti")->used_in(2020));
    CHECK(plan_template("rti")->used_in(2026));
}

TEST_CASE("Each form adds up, and nothing in it is doubtful but who is responsible") {
    for (auto const& form : plan_templates()) {
        CAPTURE(form.id);
        for (auto const& finding : findings(form.start, form.scale)) {
            CAPTURE(finding.message.key);
            bool const usual = finding.message.key == "plan_finding.nobody";
            CHECK(usual);
        }
    }
}

TEST_CASE("Every figure names a source, and memory is not passed off as found") {
    for (auto const& form : plan_templates()) {
        CAPTURE(form.id);
        std::size_t figures = form.scale.to > Value{} ? 1 : 0;
        for (auto const& area : form.start.areas) {
            figures += 2;
            for (auto const& activity : area.activities)
                figures += 3 * activity.indicators.size();
        }
        CHECK(form.sourced.size() == figures);
        CHECK(std::ranges::any_of(form.sources,
                                  [](Source const& s) { return s.certainty == Certainty::low; }));
        std::set<std::string> named;
        for (auto const& one : form.sourced)
            named.insert(one.source);
        for (auto const& source : form.sources)
            if (source.certainty == Certainty::found && source.id != "nis-brahman")
                CHECK(named.contains(source.id));
    }
    auto const& innovation = plan_template("innovation-2018")->sourced;
    auto const source_of = [&](Place place, std::string_view figure) {
        return std::ranges::find_if(
                   innovation,
                   [&](Sourced const& s) { return s.place == place && s.figure == figure; })
            ->source;
    };
    CHECK(source_of({1}, "weight") == "laksam");
    CHECK(source_of({2}, "weight") == "memory-low");
    CHECK(source_of({1, 1, 1}, "weight") == "laksam");
}

TEST_CASE("The tables have the columns of the papers that were seen") {
    CHECK(
        shape(plan_template("rti")->plan)
        == "area area_weight activity indicator evidence unit weight before_last last band100 band90 band80 band70 band60");
    CHECK(
        shape(plan_template("innovation-2018")->plan)
        == "serial area area_weight activity indicator unit weight last band100 band90 band80 band70 band60 projection1");
    CHECK(
        shape(plan_template("rti")->progress)
        == "area area_weight activity indicator count unit weight target quarter1 quarter2 half_year quarter3 quarter4 year evidence");
    CHECK(plan_template("rti")->evaluation.columns.size() == 16);
    CHECK(shape(plan_template("rti")->evaluation).ends_with("band60 year evidence_kept"));
    CHECK(plan_template("integrity")->plan.two_rows);
    CHECK(&plan_template("rti")->table(TableKind::progress) == &plan_template("rti")->progress);
}

TEST_CASE("A plan begins from the usual tree, its days moved to its year") {
    auto const plan = start_of(*plan_template("innovation-2018"), 2025);
    CHECK(plan.form == "innovation-2018");
    CHECK(plan.fiscal_year == 2025);
    CHECK(plan.title.en == "Annual innovation work plan");
    CHECK(iso(day_of(*plan.areas[0].activities[0].indicators[0].bands[0])) == "2025-07-31");
    CHECK(iso(day_of(*plan.areas[15].activities[1].indicators[0].bands[4])) == "2026-06-30");
    CHECK(plan.areas[1].activities[0].indicators[0].bands[0] == Value::whole(6));
}

TEST_CASE("A form that is wrong says where and what, all at once") {
    struct Case {
        char const* file;
        char const* from;
        char const* to;
        Strings said;
    };
    for (auto const& c : {
             Case{"rti.toml", "marks = 25", "marks = 0", {"rti.toml: marks bounds"}},
             Case{"rti.toml", "id = \"rti\"", "id = \"other\"", {"rti.toml: id file_name"}},
             Case{"rti.toml", "plan = \"annex\"", "plan = \"none\"", {"rti.toml: plan choice"}},
             Case{"rti.toml",
                  "weight = 10",
                  "weigth = 10",
                  {"rti.toml: areas[0].weigth unknown_key"}},
             Case{"rti.toml",
                  "unit = \"percent\"",
                  "unit = \"day\"",
                  {"rti.toml: areas[0].activities[0].indicators[0].unit choice"}},
             Case{"rti.toml",
                  "bands = [100, 90, 80, \"\", \"\"]",
                  "bands = [100, 90]",
                  {"rti.toml: areas[0].activities[0].indicators[0].bands bounds"}},
             Case{"rti.toml",
                  "bands = [100, 90",
                  "bands = [100, 90.5",
                  {"rti.toml: areas[0].activities[0].indicators[0].bands[1] missing"}},
             Case{"rti.toml",
                  "2021-12-31",
                  "31",
                  {"rti.toml: areas[0].activities[1].indicators[0].bands[0] date"}},
             Case{"rti.toml",
                  "weights = \"memory-low\"",
                  "",
                  {"rti.toml: areas[0].activities[0].indicators[0].weight_source missing"}},
             Case{"rti.toml", "marks = 25", "marks = ", {"rti.toml toml"}},
             Case{"tables/annex.toml",
                  "which = 90",
                  "which = 95",
                  {"tables/annex.toml: columns[10].which choice"}},
         }) {
        CAPTURE(c.to);
        auto const said = said_of(c.file, c.from, c.to);
        REQUIRE_FALSE(said.empty());
        CHECK(said[0] == c.said[0]);
    }
    CHECK(said_of("rti.toml", "names = \"memory-medium\"", "names = \"memory-medium\" # ").empty());
}
