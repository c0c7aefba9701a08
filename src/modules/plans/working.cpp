// The sentences that show how a score was found.
#include "modules/plans/scoring.hpp"

namespace udb::plans {
namespace {

BilingualText both(Value value, Unit unit) {
    return {written(value, unit, Language::bn), written(value, unit, Language::en)};
}

/// A difference of two values: of days, so many days.
BilingualText apart(Value a, Value b) {
    auto const units = a.units - b.units;
    return both({units < 0 ? -units : units}, Unit::number);
}

std::string_view key_of(Reached reached) {
    switch (reached) {
    case Reached::untold: return "plan_score.working_untold";
    case Reached::no_target: return "plan_score.working_no_target";
    case Reached::full: return "plan_score.working_full";
    case Reached::band: return "plan_score.working_band";
    case Reached::between: return "plan_score.working_between";
    case Reached::best_filled: return "plan_score.working_best_filled";
    case Reached::below: return "plan_score.working_below";
    case Reached::in_proportion: return "plan_score.working_in_proportion";
    }
    return {};
}

} // namespace

Message working(IndicatorFacts const& indicator, Score const& score) {
    Message said{std::string(key_of(score.reached))};
    said.args.emplace_back("weight", both(indicator.weight, Unit::number));
    if (!score.percent || !score.achieved.year) return said;
    auto const actual = *score.achieved.year;
    auto const high = indicator.bands[score.upper].value_or(Value{});
    auto const low = indicator.bands[score.lower].value_or(Value{});
    bool const falls = indicator.better == Better::lower;
    auto const percent_of = [](std::size_t band) {
        return both(Value::whole(band_percents[band]), Unit::number);
    };
    said.args.emplace_back("actual", both(actual, indicator.unit));
    said.args.emplace_back("percent", both(*score.percent, Unit::number));
    said.args.emplace_back("score", both(score.score, Unit::number));
    said.args.emplace_back("high", both(high, indicator.unit));
    said.args.emplace_back("low", both(low, indicator.unit));
    said.args.emplace_back("high_percent", percent_of(score.upper));
    said.args.emplace_back("low_percent", percent_of(score.lower));
    said.args.emplace_back("gained", apart(actual, low));
    said.args.emplace_back("span", apart(high, low));
    said.args.emplace_back(
        "step",
        both(Value::whole(band_percents[score.upper] - band_percents[score.lower]), Unit::number));
    said.args.emplace_back("part", both(falls ? high : actual, indicator.unit));
    said.args.emplace_back("whole", both(falls ? actual : high, indicator.unit));
    return said;
}

} // namespace udb::plans
