#include "modules/plans/plan_form.hpp"

#include "kernel/codec.hpp"

namespace udb::plans {
namespace {

constexpr int weight_most = 1000;

class FormReader {
public:
    explicit FormReader(FormValues const& form) : form_(form) {}

    std::string name() { return text("name", {.required = true, .max_chars = name_chars_max}); }

    std::string text(std::string const& field, Traits const& traits) {
        std::string out;
        take(field, read_text(value_of(form_, field), traits, out));
        if (traits.required && out.empty() && !wrong(field)) take(field, Message{"field.required"});
        return out;
    }
    Value weight() {
        std::optional<Decimal> out;
        take("weight", Codec<std::optional<Decimal>>::read(value_of(form_, "weight"),
                                                           {.at_most = weight_most}, out));
        return out.value_or(Value{});
    }
    std::optional<Value> value(std::string const& field, Unit unit) {
        auto const typed = value_of(form_, field);
        if (typed.find_first_not_of(" \t\r\n") == std::string::npos) return {};
        auto const read = parse_value(typed, unit);
        if (!read)
            take(field, Message{unit == Unit::date ? "plans.not_a_day" : "field.not_a_decimal"});
        return read;
    }
    template <class E>
    E choice(std::string const& field) {
        E out{};
        take(field, Codec<E>::read(value_of(form_, field), {}, out));
        return out;
    }
    template <class T>
    Id<T> id(std::string const& field) {
        Id<T> out;
        take(field, Codec<Id<T>>::read(value_of(form_, field), {}, out));
        return out;
    }
    template <class T>
    Result<T> done(T value) {
        if (!wrong_.empty()) return invalid(std::move(wrong_));
        return value;
    }

private:
    void take(std::string const& field, std::optional<Message> message) {
        if (message) wrong_.push_back({field, std::move(*message)});
    }
    bool wrong(std::string const& field) const {
        for (auto const& one : wrong_)
            if (one.field == field) return true;
        return false;
    }

    FormValues const& form_;
    std::vector<FieldError> wrong_;
};

} // namespace

std::string band_field(std::size_t band) {
    return "band_" + std::to_string(band_percents.at(band));
}

Result<BilingualText> parse_title(FormValues const& form) {
    FormReader reader{form};
    BilingualText title{reader.text("title_bn", {.required = true, .max_chars = name_chars_max}),
                        reader.text("title_en", {.max_chars = name_chars_max})};
    return reader.done(std::move(title));
}

Result<AreaFacts> parse_area(FormValues const& form) {
    FormReader reader{form};
    AreaFacts area{.name = reader.name(), .weight = reader.weight()};
    return reader.done(std::move(area));
}

Result<ActivityFacts> parse_activity(FormValues const& form) {
    FormReader reader{form};
    ActivityFacts activity{.name = reader.name()};
    return reader.done(std::move(activity));
}

Result<IndicatorFacts> parse_indicator(FormValues const& form) {
    FormReader reader{form};
    IndicatorFacts i{.name = reader.name(), .unit = reader.choice<Unit>("unit")};
    i.unit_name = reader.text("unit_name", {.max_chars = 60});
    i.weight = reader.weight();
    i.before_last = reader.value("before_last", i.unit);
    i.last = reader.value("last", i.unit);
    for (std::size_t band = 0; band < i.bands.size(); ++band)
        i.bands[band] = reader.value(band_field(band), i.unit);
    i.better = reader.choice<Better>("better");
    i.rule = reader.choice<ScoreRule>("rule");
    i.count = reader.choice<Count>("count");
    i.responsible = reader.id<Post>("responsible");
    i.evidence_expected = reader.text("evidence_expected", {.max_chars = name_chars_max});
    i.reported_with = reader.id<Indicator>("reported_with");
    return reader.done(std::move(i));
}

FormValues form_of(BilingualText const& title) {
    return {{"title_bn", title.bn}, {"title_en", title.en}};
}

FormValues form_of(AreaFacts const& area, Language language) {
    auto const none = area.weight == Value{};
    return {{"name", area.name},
            {"weight", none ? "" : written(area.weight, Unit::number, language)}};
}

FormValues form_of(ActivityFacts const& activity) { return {{"name", activity.name}}; }

FormValues form_of(IndicatorFacts const& i, Language language) {
    auto const text = [&](std::optional<Value> value) {
        return value ? written(*value, i.unit, language) : std::string();
    };
    FormValues form{{"name", i.name},
                    {"unit", std::string(id_of(i.unit))},
                    {"unit_name", i.unit_name},
                    {"weight", written(i.weight, Unit::number, language)},
                    {"before_last", text(i.before_last)},
                    {"last", text(i.last)},
                    {"better", std::string(id_of(i.better))},
                    {"rule", std::string(id_of(i.rule))},
                    {"count", std::string(id_of(i.count))},
                    {"responsible", i.responsible ? to_string(i.responsible) : ""},
                    {"evidence_expected", i.evidence_expected},
                    {"reported_with", i.reported_with ? to_string(i.reported_with) : ""}};
    for (std::size_t band = 0; band < i.bands.size(); ++band)
        form.emplace(band_field(band), text(i.bands[band]));
    return form;
}

} // namespace udb::plans
