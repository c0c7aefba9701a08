// The forms of an area, an activity and an indicator.
#include "modules/offices/offices.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/plan_form.hpp"
#include "modules/plans/policy.hpp"
#include "registers/pages/history.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

struct Sheet {
    PlanRecord plan = {};
    PlanFacts facts = {};
    Part part = Part::area;
    std::int64_t key = 0; ///< zero: a new one
    int under = 0;        ///< line under which a new one goes
    FormValues form = {};
    std::optional<Error> error = {};
};

/// The plan, and the gap `part` of the address: a number or `new`.
Result<Sheet> sheet_of(Call const& call, Part part, std::string_view under) {
    Sheet sheet{.plan = TRY(seen_plan(call)), .part = part};
    TRY(call.allow(policy, Act::write, sheet.plan.header.target()));
    sheet.facts = call.look([&](Db& db) { return facts_of(db, sheet.plan, working_copy); });
    if (call.request.param("part") != "new") sheet.key = TRY(call.id<Plan>("part")).value;
    std::string_view line = call.request.query.get_or(under);
    if (line.empty()) line = call.form[under];
    if (auto const id = parse_id<Plan>(line); id && id->value < 1'000'000)
        sheet.under = static_cast<int>(id->value);
    return sheet;
}

/// What happened to the plan since the form was drawn; the form itself keeps what was typed.
Html meanwhile(Call const& call, Sheet const& sheet) {
    if (!sheet.error || sheet.error->kind != Error::Kind::conflict) return {};
    constexpr std::int64_t most = 10;
    auto const& words = call.words;
    auto const missed =
        std::clamp<std::int64_t>(sheet.plan.header.version - version_of(call.values()), 0, most);
    auto const events = call.look(
        [&](Db& db) { return events_of(db, sheet.plan.header.id, static_cast<int>(missed)); });
    Html lines;
    for (auto const& event : events)
        lines += html::li(
            words("plans.meanwhile_line", {{"what", said(words, event)}, {"who", event.who}}));
    return ui::notice(words,
                      {.heading = words("plans.meanwhile_title"),
                       .body = html::all(html::ul({.cls = "govuk-list govuk-list--bullet"}, lines),
                                         html::p(words("plans.meanwhile_hint")))});
}

std::string error_of(Words const& words, Sheet const& sheet, std::string_view field) {
    return sheet.error ? ui::error_at(words, sheet.error->fields, field) : std::string();
}

Html name_field(Words const& words, Sheet const& sheet) {
    return ui::text_area(words, {.name = "name",
                                 .label = words("plans.field_name"),
                                 .value = value_of(sheet.form, "name"),
                                 .error = error_of(words, sheet, "name"),
                                 .rows = 2});
}

struct Around {
    std::string hint = {};
    bool optional = true; ///< said at the field
};

Html short_field(Words const& words, Sheet const& sheet, std::string const& field, int width,
                 Around const& around = {}) {
    return ui::text_field(words, {.name = field,
                                  .label = words("plans.field_" + field),
                                  .value = value_of(sheet.form, field),
                                  .hint = around.hint,
                                  .error = error_of(words, sheet, field),
                                  .width = width,
                                  .optional = around.optional});
}

template <class E>
Html choice_field(Words const& words, Sheet const& sheet, std::string const& field) {
    return ui::select(words, {.name = field,
                              .label = words("plans.field_" + field),
                              .choices = choices_of<E>(words),
                              .value = value_of(sheet.form, field),
                              .error = error_of(words, sheet, field),
                              .empty_line = false});
}

std::vector<ui::Choice> post_choices(Call const& call, Sheet const& sheet) {
    std::vector<ui::Choice> choices;
    for (auto const& line :
         call.look([&](Db& db) { return offices::posts_of(db, sheet.plan.office, call.today); }))
        choices.push_back({to_string(line.id), call.words(offices::label_of(line.post))});
    auto const chosen = value_of(sheet.form, "responsible");
    auto const id = parse_id<Post>(chosen);
    if (id && std::ranges::find(choices, chosen, &ui::Choice::value) == choices.end())
        for (auto const& line :
             call.look([&](Db& db) { return offices::post_lines(db, std::span(&*id, 1)); }))
            choices.push_back({chosen, call.words(offices::label_of(line))});
    return choices;
}

/// Indicators of the office's other plans of the year, which are told there.
std::vector<ui::Choice> source_choices(Call const& call, Sheet const& sheet) {
    std::vector<ui::Choice> choices;
    auto const plans =
        call.look([&](Db& db) { return plans_of(db, sheet.plan.office, sheet.plan.fiscal_year); });
    std::vector<PlanAt> others;
    for (auto const& plan : plans)
        if (plan.id() != sheet.plan.id()) others.push_back({&plan, plan.current()});
    auto const facts = call.look([&](Db& db) { return facts_of_all(db, others); });
    for (auto const& plan : facts)
        for (auto const& one : placed(plan))
            if (!one.indicator->reported_with)
                choices.push_back({to_string(one.indicator->id),
                                   call.words(plan.title) + ": " + number_of(call.words, one.place)
                                       + " " + one.indicator->name});
    return choices;
}

template <class... Fields>
Html in_row(Fields const&... fields) {
    return html::div({.cls = "fields-in-row"}, fields...);
}

Html bands_fields(Words const& words, Sheet const& sheet) {
    Html out;
    for (std::size_t band = 0; band < band_percents.size(); ++band)
        out += short_field(words, sheet, band_field(band), 10, {.optional = false});
    return html::fieldset({.cls = "row-of-list"}, html::legend(words("plans.bands")),
                          html::p({.cls = "govuk-hint"}, words("plans.bands_hint")),
                          html::div({.cls = "fields-in-row narrow-fields"}, out));
}

Html indicator_fields(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    auto const sources = source_choices(call, sheet);
    return html::all(
        name_field(words, sheet),
        in_row(choice_field<Unit>(words, sheet, "unit"), short_field(words, sheet, "weight", 5)),
        short_field(words, sheet, "unit_name", 20, {.hint = words("plans.unit_name_hint")}),
        in_row(short_field(words, sheet, "before_last", 10), short_field(words, sheet, "last", 10)),
        bands_fields(words, sheet),
        in_row(choice_field<Better>(words, sheet, "better"),
               choice_field<ScoreRule>(words, sheet, "rule"),
               choice_field<Count>(words, sheet, "count")),
        ui::select(words, {.name = "responsible",
                           .label = words("plans.field_responsible"),
                           .choices = post_choices(call, sheet),
                           .value = value_of(sheet.form, "responsible"),
                           .error = error_of(words, sheet, "responsible"),
                           .optional = true}),
        ui::text_area(words, {.name = "evidence_expected",
                              .label = words("plans.field_evidence_expected"),
                              .value = value_of(sheet.form, "evidence_expected"),
                              .error = error_of(words, sheet, "evidence_expected"),
                              .rows = 2,
                              .optional = true}),
        sources.empty() ? Html{}
                        : ui::select(words, {.name = "reported_with",
                                             .label = words("plans.field_reported_with"),
                                             .choices = sources,
                                             .value = value_of(sheet.form, "reported_with"),
                                             .hint = words("plans.reported_with_hint"),
                                             .error = error_of(words, sheet, "reported_with"),
                                             .optional = true}));
}

std::vector<ui::FieldLabel> labels_of(std::vector<std::string> const& names) {
    static constexpr std::string_view fields[] = {
        "name",         "unit",    "unit_name",   "weight",
        "before_last",  "last",    "band_100",    "band_90",
        "band_80",      "band_70", "band_60",     "better",
        "rule",         "count",   "responsible", "evidence_expected",
        "reported_with"};
    std::vector<ui::FieldLabel> labels;
    for (std::size_t i = 0; i < names.size(); ++i)
        labels.push_back({fields[i], names[i]});
    return labels;
}
std::vector<std::string> field_names(Words const& words) {
    std::vector<std::string> names;
    for (std::string_view const field :
         {"name", "unit", "unit_name", "weight", "before_last", "last", "band_100", "band_90",
          "band_80", "band_70", "band_60", "better", "rule", "count", "responsible",
          "evidence_expected", "reported_with"})
        names.push_back(words("plans.field_" + std::string(field)));
    return names;
}

web::Response part_page(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    auto const key = [&]() -> std::string {
        switch (sheet.part) {
        case Part::area: return sheet.key ? "plans.correct_area" : "plans.add_area";
        case Part::activity: return sheet.key ? "plans.correct_activity" : "plans.add_activity";
        case Part::indicator: break;
        }
        return sheet.key ? "plans.correct_indicator" : "plans.add_indicator";
    }();
    auto fields =
        sheet.part == Part::indicator ? indicator_fields(call, sheet) : name_field(words, sheet);
    if (sheet.part == Part::area) fields += short_field(words, sheet, "weight", 5);
    constexpr std::string_view ways[] = {"areas", "activities", "indicators"};
    auto const where =
        url("/plans/{}/{}/{}", sheet.plan.id(), ways[static_cast<std::size_t>(sheet.part)],
            sheet.key ? std::to_string(sheet.key) : std::string("new"));
    constexpr std::string_view unders[] = {"none", "area", "activity"};
    auto const names = field_names(words);
    auto const main = html::all(
        html::when(sheet.error.has_value(),
                   [&] { return ui::error_summary(words, *sheet.error, labels_of(names)); }),
        ui::page_heading({.title = words(key)}), meanwhile(call, sheet),
        ui::form({.action = where, .csrf = call.csrf()},
                 html::all(version_field(sheet.plan),
                           html::hidden(unders[static_cast<std::size_t>(sheet.part)],
                                        std::to_string(sheet.under)),
                           fields, ui::button({.label = words("plans.save")}))));
    auto const& error = sheet.error;
    return call.page(words(key), main,
                     {.before_main = way_to_plan(call, sheet.plan),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? status_of(*error) : 200});
}

/// The tree's page where what was saved stands, or what it was added to.
Url back_to(Sheet const& sheet) {
    auto const here = url("/plans/{}/edit", sheet.plan.id());
    auto const all = placed(sheet.facts);
    auto const found = std::ranges::find_if(all, [&](Placed const& one) {
        auto const line = sheet.key ? sheet.key : std::int64_t{sheet.under};
        switch (sheet.part) {
        case Part::area: return one.area->line == line;
        case Part::activity: return (sheet.key ? one.activity->line : one.area->line) == line;
        case Part::indicator: break;
        }
        return sheet.key ? one.indicator->id.value == line : one.activity->line == line;
    });
    auto const cut = portions(sheet.facts);
    if (found == all.end() || cut.size() == 1) return here;
    auto const at = static_cast<std::size_t>(found - all.begin());
    auto const portion = std::ranges::find_if(cut, [&](Portion const& p) { return at < p.last; });
    return here.with("portion", std::to_string(portion - cut.begin() + 1));
}

/// The answer to a form: the tree, or the form again with everything typed.
Result<web::Response> answered(Call& call, Sheet sheet, Done const& done) {
    if (done) return call.redirect(back_to(sheet), "plans.saved_flash");
    if (!can_be_mended(done.error())) return done.error();
    sheet.plan = TRY(seen_plan(call));
    sheet.form = call.values();
    sheet.error = done.error();
    return part_page(call, sheet);
}

AreaFacts const* area_of(Sheet const& sheet) {
    auto const found = std::ranges::find(sheet.facts.areas, sheet.key,
                                         [](AreaFacts const& a) { return std::int64_t{a.line}; });
    return found == sheet.facts.areas.end() ? nullptr : &*found;
}
ActivityFacts const* activity_of(Sheet const& sheet) {
    for (auto const& area : sheet.facts.areas)
        for (auto const& activity : area.activities)
            if (activity.line == sheet.key) return &activity;
    return nullptr;
}

} // namespace

Result<web::Response> show_area(Call& call) {
    auto sheet = TRY(sheet_of(call, Part::area, "none"));
    if (sheet.key) {
        auto const* area = area_of(sheet);
        if (!area) return not_found();
        sheet.form = form_of(*area, call.words.language());
    }
    return part_page(call, sheet);
}

Result<web::Response> post_area(Call& call) {
    auto sheet = TRY(sheet_of(call, Part::area, "none"));
    auto area = parse_area(call.values());
    if (!area) return answered(call, std::move(sheet), area.error());
    area->line = static_cast<int>(sheet.key);
    auto const done = call.perform(save_area, header_read(call, sheet.plan), *area);
    return answered(call, std::move(sheet), done);
}

Result<web::Response> show_activity(Call& call) {
    auto sheet = TRY(sheet_of(call, Part::activity, "area"));
    if (sheet.key) {
        auto const* activity = activity_of(sheet);
        if (!activity) return not_found();
        sheet.form = form_of(*activity);
    }
    return part_page(call, sheet);
}

Result<web::Response> post_activity(Call& call) {
    auto sheet = TRY(sheet_of(call, Part::activity, "area"));
    auto activity = parse_activity(call.values());
    if (!activity) return answered(call, std::move(sheet), activity.error());
    activity->line = static_cast<int>(sheet.key);
    auto const done =
        call.perform(save_activity, header_read(call, sheet.plan), sheet.under, *activity);
    return answered(call, std::move(sheet), done);
}

Result<web::Response> show_indicator_form(Call& call) {
    auto sheet = TRY(sheet_of(call, Part::indicator, "activity"));
    sheet.form = form_of(IndicatorFacts{}, call.words.language());
    if (!sheet.key) {
        sheet.form.erase("weight");
        return part_page(call, sheet);
    }
    for (auto const& one : placed(sheet.facts))
        if (one.indicator->id.value == sheet.key) {
            sheet.form = form_of(*one.indicator, call.words.language());
            return part_page(call, sheet);
        }
    return not_found();
}

Result<web::Response> post_indicator(Call& call) {
    auto sheet = TRY(sheet_of(call, Part::indicator, "activity"));
    auto indicator = parse_indicator(call.values());
    if (!indicator) return answered(call, std::move(sheet), indicator.error());
    indicator->id = {sheet.key};
    auto const done =
        call.perform(save_indicator, header_read(call, sheet.plan), sheet.under, *indicator);
    if (!done) return answered(call, std::move(sheet), done.error());
    return answered(call, std::move(sheet), {});
}

} // namespace udb::plans
