#include "modules/plans/pace.hpp"

#include "modules/plans/periods.hpp"
#include "modules/plans/scoring.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

BilingualText both(Value value, Unit unit) {
    return {written(value, unit, Language::bn), written(value, unit, Language::en)};
}

std::optional<Message> day_missed(IndicatorFacts const& i, Value worst, Date today) {
    bool const done = achieved(i).year.has_value();
    if (done || i.better == Better::higher || value_of(today) <= worst) return {};
    return Message{"plan_score.behind_day", {{"day", both(worst, i.unit)}}};
}

bool better_or_same(Value a, Value b, Better better) {
    return better == Better::higher ? a >= b : a <= b;
}

} // namespace

std::optional<Message> behind(IndicatorFacts const& i, int fiscal_year, Date today) {
    auto const force = bands_in_force(i);
    if (force.empty()) return {};
    auto const target = *i.bands[force.front()];
    auto const worst = *i.bands[force.back()];
    if (i.unit == Unit::date) return day_missed(i, worst, today);
    auto const over = quarters_over(fiscal_year, today);
    if (over == 0) return {};
    auto const quarter = static_cast<std::int64_t>(over);
    auto const made = achieved(up_to(i.quarters, over), count_of(i)).year;
    if (made && better_or_same(*made, target, i.better) && i.better == Better::higher) return {};
    if (!i.quarters[over - 1]) {
        auto const label = label_of(period_of(over));
        return Message{"plan_score.behind_untold",
                       {{"quarter", BilingualText{std::string(label.bn), std::string(label.en)}}}};
    }
    auto const count = count_of(i);
    bool const gathers = count == Count::sum || count == Count::cumulative;
    if (!gathers) {
        if (better_or_same(*made, worst, i.better)) return {};
        return Message{"plan_score.behind_state",
                       {{"actual", both(*made, i.unit)}, {"least", both(worst, i.unit)}}};
    }
    // Of a total that should stay low, less than the target is well at any time.
    auto const due = i.better == Better::higher
                         ? Value{target.units / 4 * quarter + target.units % 4 * quarter / 4}
                         : target;
    if (better_or_same(*made, due, i.better)) return {};
    return Message{
        "plan_score.behind_share",
        {{"quarter", quarter}, {"actual", both(*made, i.unit)}, {"due", both(due, i.unit)}}};
}

} // namespace udb::plans
