#include "modules/plans/carrying.hpp"

#include "modules/plans/scoring.hpp"

namespace udb::plans {
namespace {

/// 29 February becomes the last day of the month.
Date years_on(Date day, int years) {
    std::chrono::year_month_day moved{day};
    moved += std::chrono::years{years};
    if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
    return moved;
}

void carry(IndicatorFacts& i, int years) {
    i.before_last = i.last;
    i.last = achieved(i).year;
    if (i.unit == Unit::date)
        for (auto& band : i.bands)
            if (band) band = value_of(years_on(day_of(*band), years));
    i.quarters = {};
    i.id = {};
    i.reported_with = {};
}

} // namespace

PlanFacts carried_over(PlanFacts former, int fiscal_year) {
    auto const years = fiscal_year - former.fiscal_year;
    for (auto& area : former.areas) {
        area.line = 0;
        for (auto& activity : area.activities) {
            activity.line = 0;
            for (auto& i : activity.indicators)
                carry(i, years);
        }
    }
    former.fiscal_year = fiscal_year;
    return former;
}

} // namespace udb::plans
