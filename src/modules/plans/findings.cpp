// What should be looked at in a plan, and stops nobody.
#include "bangla/text/search_key.hpp"
#include "modules/plans/scoring.hpp"

#include <algorithm>
#include <map>

namespace udb::plans {
namespace {

BilingualText both(Value value, Unit unit = Unit::number) {
    return {written(value, unit, Language::bn), written(value, unit, Language::en)};
}

BilingualText both(Place const& at) {
    auto const number = [&](Language language) {
        return numbered(static_cast<int>(at.area), static_cast<int>(at.activity),
                        static_cast<int>(at.indicator), language);
    };
    return {number(Language::bn), number(Language::en)};
}

BilingualText percent_of(std::size_t band) { return both(Value::whole(band_percents[band])); }

/// Filled bands that a better one makes idle: as much or more is asked for less.
void idle_bands(IndicatorFacts const& i, std::vector<Message>& out) {
    auto const force = bands_in_force(i);
    std::vector<std::size_t> filled;
    for (std::size_t at = 0; at < i.bands.size(); ++at)
        if (i.bands[at]) filled.push_back(at);
    if (filled.size() > 1 && force.size() == 1
        && std::ranges::is_sorted(filled,
                                  [&](std::size_t a, std::size_t b) {
                                      return i.better == Better::higher ? *i.bands[a] < *i.bands[b]
                                                                        : *i.bands[a] > *i.bands[b];
                                  })
        && i.bands[filled.front()] != i.bands[filled.back()]) {
        out.push_back({"plan_finding.direction"});
        return;
    }
    for (auto const at : filled)
        if (std::ranges::find(force, at) == force.end())
            out.push_back({"plan_finding.idle_band",
                           {{"percent", percent_of(at)}, {"value", both(*i.bands[at], i.unit)}}});
}

void bands(IndicatorFacts const& i, std::vector<Message>& out) {
    auto const first =
        std::ranges::find_if(i.bands, [](auto const& band) { return band.has_value(); });
    if (first == i.bands.end()) {
        out.push_back({"plan_finding.no_target"});
        return;
    }
    if (first != i.bands.begin())
        out.push_back({"plan_finding.top_blank",
                       {{"percent", percent_of(std::size_t(first - i.bands.begin()))}}});
    idle_bands(i, out);
    if (i.rule == ScoreRule::proportional && !has_share(i))
        out.push_back({"plan_finding.no_share"});
    if (i.unit == Unit::date)
        for (auto const& band : i.bands)
            if (band && !is_day(*band))
                out.push_back({"plan_finding.not_a_day", {{"value", both(*band)}}});
}

void counting(IndicatorFacts const& i, std::vector<Message>& out) {
    if (i.unit == Unit::date && i.count != Count::date)
        out.push_back({"plan_finding.day_counted", {{"count", BilingualText(label_of(i.count))}}});
    if (i.unit != Unit::date && i.count == Count::date)
        out.push_back({"plan_finding.number_as_day", {{"unit", BilingualText(label_of(i.unit))}}});
    if (i.unit == Unit::date && i.better == Better::higher)
        out.push_back({"plan_finding.later_is_better"});
    if (i.count != Count::cumulative) return;
    std::optional<Value> before;
    for (std::size_t q = 0; q < i.quarters.size(); ++q) {
        auto const& now = i.quarters[q];
        if (now && before && *now < *before)
            out.push_back({"plan_finding.falling",
                           {{"quarter", static_cast<std::int64_t>(q + 1)},
                            {"before", both(*before, i.unit)},
                            {"now", both(*now, i.unit)}}});
        if (now) before = now;
    }
}

/// Walks a plan once, keeping the names that it met.
class Review {
public:
    std::vector<Finding> found;

    Value area(AreaFacts const& area, Place at) {
        names(area.name, at, areas_);
        std::map<std::string, Place> activities;
        Value sum;
        if (area.activities.empty()) add(at, {"plan_finding.empty_area"});
        for (std::size_t a = 0; a < area.activities.size(); ++a) {
            auto const& activity = area.activities[a];
            Place const place{at.area, a + 1};
            names(activity.name, place, activities);
            std::map<std::string, Place> indicators;
            if (activity.indicators.empty()) add(place, {"plan_finding.empty_activity"});
            for (std::size_t i = 0; i < activity.indicators.size(); ++i) {
                Place const here{at.area, a + 1, i + 1};
                names(activity.indicators[i].name, here, indicators);
                for (auto& message : findings(activity.indicators[i]))
                    add(here, std::move(message));
                sum.units += std::clamp(activity.indicators[i].weight, Value{}, weight_most).units;
            }
        }
        if (area.weight != Value{} && area.weight != sum)
            add(at,
                {"plan_finding.area_weight", {{"weight", both(area.weight)}, {"sum", both(sum)}}});
        return sum;
    }

    void add(Place at, Message message) { found.push_back({at, std::move(message)}); }

private:
    void names(std::string const& name, Place at, std::map<std::string, Place>& met) {
        auto const key = bangla::folded(name);
        if (key.empty()) {
            add(at, {"plan_finding.no_name"});
            return;
        }
        auto const [there, fresh] = met.emplace(key, at);
        if (!fresh)
            add(at, {"plan_finding.same_name", {{"name", name}, {"other", both(there->second)}}});
    }

    std::map<std::string, Place> areas_;
};

} // namespace

std::vector<Message> findings(IndicatorFacts const& i) {
    std::vector<Message> out;
    if (i.weight <= Value{}) out.push_back({"plan_finding.no_weight"});
    if (i.weight > weight_most)
        out.push_back({"plan_finding.great_weight",
                       {{"weight", both(i.weight)}, {"most", both(weight_most)}}});
    bands(i, out);
    counting(i, out);
    if (!i.responsible) out.push_back({"plan_finding.nobody"});
    return out;
}

std::vector<Finding> findings(PlanFacts const& plan, Scale const& scale) {
    Review review;
    Value sum;
    if (plan.areas.empty()) review.add({}, {"plan_finding.empty_plan"});
    for (std::size_t a = 0; a < plan.areas.size(); ++a)
        sum.units += review.area(plan.areas[a], {a + 1}).units;
    if (scale.marks > Value{} && sum != scale.marks && !plan.areas.empty())
        review.add({}, {"plan_finding.total", {{"sum", both(sum)}, {"marks", both(scale.marks)}}});
    return std::move(review.found);
}

} // namespace udb::plans
