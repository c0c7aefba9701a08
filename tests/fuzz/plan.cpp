// A plan as somebody's table, and indicators as JSON: read, reported on, scored, and read again.
#include "base/embedded.hpp"
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "kernel/words.hpp"
#include "modules/plans/plan_import.hpp"
#include "modules/plans/plan_table.hpp"
#include "modules/plans/score_file.hpp"
#include "registers/tables/csv.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace udb::embedded {
std::span<EmbeddedFile const> calendar();
std::span<EmbeddedFile const> plans();
} // namespace udb::embedded

namespace udb::fuzz {
namespace {

using namespace plans;

constexpr int year = 2025;

Catalogue const& words() {
    static Catalogue const all = [] {
        Catalogue made;
        made.add(embedded::calendar());
        made.add(embedded::plans());
        return made;
    }();
    return all;
}

void within(Marks const& marks) {
    ENSURE(marks.score >= Value{} && marks.score <= marks.weight, "a score is within its weight");
}

void judge(PlanFacts const& plan, Scale const& scale) {
    auto const score = scored(plan, scale);
    within(score.marks);
    for (auto const& area : score.areas)
        for (auto const& activity : area.activities)
            within(activity.marks);
    ENSURE(!score.scaled || *score.scaled <= scale.to, "a scaled total is within the scale");
}

/// What was read is the same when it is written as a table and read again.
void again(PlanFacts const& plan, PlanTemplate const& form) {
    auto const sheet = plan_sheet({plan, form}, Words(words(), Language::bn));
    std::vector<SheetRow> rows{{1, {sheet.heads.begin(), sheet.heads.end()}}};
    for (auto const& line : sheet.rows) {
        auto& row = rows.emplace_back(SheetRow{static_cast<std::int64_t>(rows.size()) + 1});
        for (auto const& cell : line)
            row.cells.push_back(cell.text);
    }
    auto const back = import_plan(rows, form, year);
    ENSURE(back && back->refused == 0 && back->passed_over == 0, "an export is taken whole");
    auto const& areas = back->plan.areas;
    ENSURE(areas.size() == plan.areas.size(), "areas stay");
    for (std::size_t a = 0; a < areas.size(); ++a) {
        ENSURE(areas[a].activities.size() == plan.areas[a].activities.size(), "activities stay");
        for (std::size_t b = 0; b < areas[a].activities.size(); ++b) {
            auto const& was = plan.areas[a].activities[b].indicators;
            auto const& is = areas[a].activities[b].indicators;
            ENSURE(is.size() == was.size(), "indicators stay");
            for (std::size_t i = 0; i < is.size(); ++i)
                ENSURE(is[i].name == was[i].name && is[i].weight == was[i].weight
                           && is[i].unit == was[i].unit && is[i].bands == was[i].bands,
                       "an indicator stays");
        }
    }
}

} // namespace

void plan(std::string_view bytes) {
    auto const table = read_csv(bytes, {.rows_max = 200, .columns_max = 40, .cells_max = 4000});
    if (!table) return;
    std::vector<SheetRow> rows;
    for (std::size_t r = 0; r < table->rows(); ++r) {
        auto& row = rows.emplace_back(SheetRow{table->number(r)});
        for (std::size_t c = 0; c < table->columns(r); ++c)
            row.cells.push_back(table->cell(r, c));
    }
    auto const& form = *plan_template("e-governance-2021");
    auto const read = import_plan(rows, form, year);
    if (!read) {
        static_cast<void>(words().say(read.error().message));
        return;
    }
    ENSURE(read->rows.size() + read->untold
               == read->taken + read->mended + read->refused + read->passed_over,
           "every row is reported on");
    for (auto const& row : read->rows)
        for (auto const& said : row.says)
            static_cast<void>(words().say(said.message));
    for (auto const& finding : read->findings)
        static_cast<void>(words().say(finding.message));
    judge(read->plan, form.scale);
    if (read->taken + read->mended > 0) again(read->plan, form);
}

void plan_score(std::string_view bytes) {
    auto const entries = read_score_file(bytes);
    if (!entries) {
        ENSURE(!entries.error().fields.empty(), "a refusal has its reason");
        for (auto const& problem : entries.error().fields)
            static_cast<void>(words().say(problem.message));
        return;
    }
    for (auto const& entry : *entries) {
        auto const score = scored(entry.indicator, entry.achieved);
        within({entry.indicator.weight, score.score});
    }
    ENSURE(boost::json::parse(score_json(*entries, words())).is_object(), "an answer is JSON");
}

} // namespace udb::fuzz
