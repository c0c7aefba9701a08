#include "modules/plans/scoring.hpp"

#include "base/ensure.hpp"
#include "modules/plans/exact.hpp"

#include <algorithm>
#include <span>

namespace udb::plans {
namespace {

using Told = std::span<std::optional<Value> const>;

std::optional<Value> latest(Told told) {
    for (auto at = told.rbegin(); at != told.rend(); ++at)
        if (*at) return *at;
    return {};
}

std::optional<Value> earliest_day(Told told) {
    std::optional<Value> first;
    for (auto const& one : told)
        if (one && (!first || *one < *first)) first = one;
    return first;
}

std::optional<Value> counted(Told told, Count count) {
    if (count == Count::date) return earliest_day(told);
    if (count == Count::cumulative || count == Count::last) return latest(told);
    Wide sum = 0;
    Wide quarters = 0;
    for (auto const& one : told)
        if (one) {
            sum += one->units;
            ++quarters;
        }
    if (quarters == 0) return {};
    return rounded({sum, Decimal::one * (count == Count::average ? quarters : 1)});
}

/// Turned so that more is better.
std::int64_t turned(Value value, Better better) {
    return better == Better::higher ? value.units : -value.units;
}

/// Judges one value by the bands in force.
class Judgement {
public:
    Judgement(IndicatorFacts const& indicator, Value actual)
        : i_(indicator), force_(bands_in_force(indicator)),
          actual_(turned(actual, indicator.better)) {}

    Reached reached = Reached::no_target;
    std::size_t upper = 0;
    std::size_t lower = 0;

    Share percent() {
        if (force_.empty()) return {};
        upper = lower = force_.front();
        if (reaches(upper)) {
            reached = upper == 0 ? Reached::full : Reached::best_filled;
            return whole(upper);
        }
        reached = Reached::below;
        switch (i_.rule) {
        case ScoreRule::all_or_nothing: return {};
        case ScoreRule::proportional: return in_proportion();
        case ScoreRule::step:
        case ScoreRule::interpolate: break;
        }
        return by_bands();
    }

private:
    std::int64_t band(std::size_t at) const { return turned(*i_.bands[at], i_.better); }
    bool reaches(std::size_t at) const { return actual_ >= band(at); }
    static Share whole(std::size_t at) { return {band_percents[at], 1}; }

    Share by_bands() {
        auto const met =
            std::ranges::find_if(force_, [this](std::size_t at) { return reaches(at); });
        if (met == force_.end()) {
            upper = lower = force_.back();
            return {};
        }
        upper = lower = *met;
        reached = Reached::band;
        if (i_.rule == ScoreRule::step || actual_ == band(lower)) return whole(lower);
        reached = Reached::between;
        upper = *(met - 1);
        Wide const span = Wide{band(upper)} - band(lower);
        Wide const gained = Wide{actual_} - band(lower);
        return {band_percents[lower] * span
                    + gained * (band_percents[upper] - band_percents[lower]),
                span};
    }

    Share in_proportion() {
        auto const target = i_.bands[upper]->units;
        if (!has_share(i_)) return {};
        reached = Reached::in_proportion;
        if (i_.better == Better::lower) return {Wide{band_percents[upper]} * target, -actual_};
        return {Wide{band_percents[upper]} * std::max<std::int64_t>(actual_, 0), target};
    }

    IndicatorFacts const& i_;
    std::vector<std::size_t> force_;
    std::int64_t actual_;
};

Value weight_of(IndicatorFacts const& indicator) {
    return std::clamp(indicator.weight, Value{}, weight_most);
}

void add(Marks& to, Marks const& more) {
    to.weight.units += more.weight.units;
    to.score.units += more.score.units;
}

} // namespace

Achieved achieved(Quarters const& quarters, Count count) {
    Told const all{quarters};
    return {counted(all.first(2), count), counted(all, count)};
}

Count count_of(IndicatorFacts const& indicator) {
    if (indicator.unit == Unit::date) return Count::date;
    return indicator.count == Count::date ? Count::last : indicator.count;
}

Achieved achieved(IndicatorFacts const& indicator) {
    return achieved(indicator.quarters, count_of(indicator));
}

Quarters up_to(Quarters const& quarters, unsigned quarter) {
    ENSURE(quarter >= 1 && quarter <= quarters.size(), "a year has four quarters");
    auto kept = quarters;
    std::fill(kept.begin() + quarter, kept.end(), std::nullopt);
    return kept;
}

std::vector<std::size_t> bands_in_force(IndicatorFacts const& indicator) {
    std::vector<std::size_t> force;
    for (std::size_t at = 0; at < indicator.bands.size(); ++at) {
        auto const& band = indicator.bands[at];
        if (!band) continue;
        if (force.empty()
            || turned(*band, indicator.better)
                   < turned(*indicator.bands[force.back()], indicator.better))
            force.push_back(at);
    }
    return force;
}

bool has_share(IndicatorFacts const& indicator) {
    auto const filled =
        std::ranges::find_if(indicator.bands, [](auto const& band) { return band.has_value(); });
    return indicator.unit != Unit::date && filled != indicator.bands.end() && (*filled)->units > 0;
}

Score scored(IndicatorFacts const& indicator) { return scored(indicator, achieved(indicator)); }

Score scored(IndicatorFacts const& indicator, Achieved achieved) {
    Score score{.achieved = achieved};
    if (bands_in_force(indicator).empty()) score.reached = Reached::no_target;
    if (score.reached == Reached::no_target || !achieved.year) return score;
    Judgement judgement{indicator, *achieved.year};
    auto const percent = judgement.percent();
    score.percent = rounded(percent);
    score.score = part_of(weight_of(indicator), percent);
    score.reached = judgement.reached;
    score.upper = judgement.upper;
    score.lower = judgement.lower;
    return score;
}

PlanScore scored(PlanFacts const& plan, Scale const& scale, unsigned quarter) {
    PlanScore out;
    for (auto const& area : plan.areas) {
        AreaScore of_area;
        for (auto const& activity : area.activities) {
            ActivityScore of_activity;
            for (auto const& indicator : activity.indicators) {
                auto const counted =
                    achieved(up_to(indicator.quarters, quarter), count_of(indicator));
                auto const& score = of_activity.indicators.emplace_back(scored(indicator, counted));
                add(of_activity.marks, {weight_of(indicator), score.score});
            }
            add(of_area.marks, of_activity.marks);
            of_area.activities.push_back(std::move(of_activity));
        }
        add(out.marks, of_area.marks);
        out.areas.push_back(std::move(of_area));
    }
    if (scale.marks > Value{} && scale.to > Value{})
        out.scaled = std::min(scale.to, Value{nearest(Wide{out.marks.score.units} * scale.to.units,
                                                      scale.marks.units)});
    return out;
}

} // namespace udb::plans
