#include "modules/plans/difference.hpp"

#include <map>

namespace udb::plans {
namespace {

using Fields = std::vector<FieldDifference>;

/// Something of a plan with its place and its fields as text, those that are the same on both sides
/// being left out later.
struct Entry {
    Place place = {};
    std::string name = {};
    std::vector<std::pair<std::string, std::string>> fields = {};
};
/// By kind (0 area, 1 activity, 2 indicator) and number.
using Key = std::pair<int, std::int64_t>;
constexpr int whole_plan = -1;

class Book {
public:
    Book(PlanFacts const& plan, Language language) : language_(language) {
        add({whole_plan, 0}, {{}, {}, {{"title_bn", plan.title.bn}, {"title_en", plan.title.en}}});
        for (std::size_t a = 0; a < plan.areas.size(); ++a) {
            auto const& area = plan.areas[a];
            add({0, area.line},
                {{a + 1}, area.name, {{"name", area.name}, {"weight", text(area.weight)}}});
            for (std::size_t b = 0; b < area.activities.size(); ++b) {
                auto const& activity = area.activities[b];
                add({1, activity.line}, {{a + 1, b + 1}, activity.name, {{"name", activity.name}}});
                for (std::size_t c = 0; c < activity.indicators.size(); ++c) {
                    auto const& i = activity.indicators[c];
                    add({2, i.id.value}, {{a + 1, b + 1, c + 1}, i.name, fields_of(i)});
                }
            }
        }
    }

    std::vector<Key> const& order() const { return order_; }
    Entry const* find(Key const& key) const {
        auto const found = entries_.find(key);
        return found == entries_.end() ? nullptr : &found->second;
    }
    std::string number(Place const& p) const {
        return numbered(static_cast<int>(p.area), static_cast<int>(p.activity),
                        static_cast<int>(p.indicator), language_);
    }

private:
    void add(Key const& key, Entry entry) {
        if (entries_.emplace(key, std::move(entry)).second) order_.push_back(key);
    }
    std::string text(Value value) const { return written(value, Unit::number, language_); }
    std::string text(std::optional<Value> value, Unit unit) const {
        return value ? written(*value, unit, language_) : std::string();
    }
    template <class E>
    std::string label(E value) const {
        return std::string(label_of(value).in(language_));
    }

    std::vector<std::pair<std::string, std::string>> fields_of(IndicatorFacts const& i) const {
        std::vector<std::pair<std::string, std::string>> fields{
            {"name", i.name},
            {"unit", label(i.unit)},
            {"unit_name", i.unit_name},
            {"weight", text(i.weight)},
            {"before_last", text(i.before_last, i.unit)},
            {"last", text(i.last, i.unit)}};
        for (std::size_t band = 0; band < i.bands.size(); ++band)
            fields.emplace_back("band_" + std::to_string(band_percents[band]),
                                text(i.bands[band], i.unit));
        fields.emplace_back("better", label(i.better));
        fields.emplace_back("rule", label(i.rule));
        fields.emplace_back("count", label(i.count));
        fields.emplace_back("responsible", i.responsible ? to_string(i.responsible) : "");
        fields.emplace_back("evidence_expected", i.evidence_expected);
        fields.emplace_back("reported_with", i.reported_with ? to_string(i.reported_with) : "");
        return fields;
    }

    Language language_;
    std::map<Key, Entry> entries_;
    std::vector<Key> order_;
};

Fields changed_fields(Book const& book, Entry const& before, Entry const& after) {
    Fields fields;
    if (before.place != after.place)
        fields.push_back({"place", book.number(before.place), book.number(after.place)});
    for (std::size_t i = 0; i < after.fields.size(); ++i)
        if (before.fields[i].second != after.fields[i].second)
            fields.push_back(
                {after.fields[i].first, before.fields[i].second, after.fields[i].second});
    return fields;
}

} // namespace

std::vector<Difference> differences(PlanFacts const& before, PlanFacts const& after,
                                    Language language) {
    Book const was{before, language}, is{after, language};
    std::vector<Difference> found;
    for (auto const& key : is.order()) {
        auto const* now = is.find(key);
        auto const* then = was.find(key);
        if (!then) {
            found.push_back({.how = Differs::added, .place = now->place, .name = now->name});
        } else if (auto fields = changed_fields(is, *then, *now); !fields.empty()) {
            found.push_back({.how = Differs::changed,
                             .place = now->place,
                             .name = now->name,
                             .fields = std::move(fields)});
        }
    }
    for (auto const& key : was.order())
        if (!is.find(key)) {
            auto const* then = was.find(key);
            found.push_back({.how = Differs::removed, .place = then->place, .name = then->name});
        }
    return found;
}

} // namespace udb::plans
