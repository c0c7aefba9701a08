#include "modules/plans/plan_template.hpp"

#include "bangla/calendar/fiscal_year.hpp"
#include "base/ensure.hpp"

#include <algorithm>

namespace udb::embedded {
std::span<EmbeddedFile const> plan_templates();
}

namespace udb::plans {
namespace {

/// The same day of the fiscal year, so many years on; 29 February becomes the last of the month.
Value moved(Value day, int years) {
    using namespace std::chrono;
    auto date = year_month_day{day_of(day)} + std::chrono::years{years};
    if (!date.ok()) date = date.year() / date.month() / last;
    return value_of(sys_days{date});
}

void fill(std::string& text, std::string_view gap, int year, Language language) {
    auto const name = bangla::name(bangla::FiscalYear{year}, language);
    for (auto at = text.find(gap); at != text.npos; at = text.find(gap, at + name.size()))
        text.replace(at, gap.size(), name);
}

} // namespace

BilingualText with_years(BilingualText label, int fiscal_year) {
    for (auto const& [gap, years] :
         {std::pair{"{year}", 0}, std::pair{"{last_year}", -1}, std::pair{"{year_before_last}", -2},
          std::pair{"{next_year}", 1}}) {
        fill(label.bn, gap, fiscal_year + years, Language::bn);
        fill(label.en, gap, fiscal_year + years, Language::en);
    }
    return label;
}

BilingualText called(TableColumn const& column, int fiscal_year) {
    if (column.group == BilingualText{}) return with_years(column.label, fiscal_year);
    return with_years(
        {column.group.bn + ": " + column.label.bn, column.group.en + ": " + column.label.en},
        fiscal_year);
}

TableForm const& PlanTemplate::table(TableKind kind) const {
    switch (kind) {
    case TableKind::progress: return progress;
    case TableKind::evaluation: return evaluation;
    case TableKind::plan: break;
    }
    return plan;
}

std::span<PlanTemplate const> plan_templates() {
    static std::vector<PlanTemplate> const all = [] {
        auto read = read_plan_templates(embedded::plan_templates());
        ENSURE(read, "the forms of plans that are carried can be read; first wrong: "
                         + (read ? std::string() : read.error().fields.at(0).field));
        return *std::move(read);
    }();
    return all;
}

PlanTemplate const* plan_template(std::string_view id) {
    auto const all = plan_templates();
    auto const found = std::ranges::find(all, id, &PlanTemplate::id);
    return found == all.end() ? nullptr : &*found;
}

PlanFacts start_of(PlanTemplate const& form, int fiscal_year) {
    auto plan = form.start;
    plan.form = form.id;
    plan.title = form.title;
    plan.fiscal_year = fiscal_year;
    for (auto& area : plan.areas)
        for (auto& activity : area.activities)
            for (auto& indicator : activity.indicators)
                for (auto& band : indicator.bands)
                    if (band && indicator.unit == Unit::date)
                        band = moved(*band, fiscal_year - form.first_year);
    return plan;
}

} // namespace udb::plans
