// Beginning a plan: of which office, year and form, from what.
#include "modules/plans/carrying.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/plan_template.hpp"

#include <charconv>

namespace udb::plans {
namespace {

std::vector<ui::Choice> year_choices(Words const& words, Date today) {
    std::vector<ui::Choice> choices;
    auto const now = bangla::fiscal_year(today).start;
    for (auto const year : {now, now + 1, now - 1})
        choices.push_back({std::to_string(year), year_name(words, year)});
    return choices;
}

std::vector<ui::Choice> form_choices(Words const& words) {
    std::vector<ui::Choice> choices;
    for (auto const& form : plan_templates())
        choices.push_back({form.id, words(form.title)});
    return choices;
}

FormValues first_form(Call const& call, std::vector<ui::Choice> const& offices) {
    FormValues form{{"year", std::to_string(bangla::fiscal_year(call.today).start)},
                    {"start", "form"}};
    if (offices.size() == 1) form.emplace("office", offices.front().value);
    form.emplace("form", usual_form(call.today));
    return form;
}

web::Response begin_page(Call const& call, FormValues const& form,
                         std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const offices = own_offices(call);
    auto const wrong = [&](std::string_view field) {
        return error ? ui::error_at(words, error->fields, field) : std::string();
    };
    std::vector<ui::FieldLabel> const labels{{"office", words("plans.office")},
                                             {"year", words("plans.year")},
                                             {"form", words("plans.form")},
                                             {"start", words("plans.start")}};
    auto const fields = html::all(
        ui::select(words, {.name = "office",
                           .label = words("plans.office"),
                           .choices = offices,
                           .value = value_of(form, "office"),
                           .error = wrong("office")}),
        ui::select(words, {.name = "year",
                           .label = words("plans.year"),
                           .choices = year_choices(words, call.today),
                           .value = value_of(form, "year"),
                           .error = wrong("year")}),
        ui::select(words, {.name = "form",
                           .label = words("plans.form"),
                           .choices = form_choices(words),
                           .value = value_of(form, "form"),
                           .error = wrong("form")}),
        ui::radios(words,
                   {.name = "start",
                    .label = words("plans.start"),
                    .choices = {{"form", words("plans.start_form"), words("plans.start_form_hint")},
                                {"last", words("plans.start_last"), words("plans.start_last_hint")},
                                {"empty", words("plans.start_empty")}},
                    .value = value_of(form, "start"),
                    .error = wrong("start")}),
        ui::button({.label = words("plans.begin")}));
    auto const main = html::all(
        html::when(error.has_value(), [&] { return ui::error_summary(words, *error, labels); }),
        ui::page_heading({.title = words("plans.begin"), .lead = words("plans.begin_lead")}),
        ui::form({.action = "/plans", .csrf = call.csrf()}, fields),
        html::p(ui::link({.text = words("plans.import"), .href = "/plans/import"})));
    return call.page(words("plans.begin"), main,
                     {.before_main = ui::breadcrumb(words, {{words("plans.title"), "/plans"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? status_of(*error) : 200});
}

struct Asked {
    Id<Office> office = {};
    int year = 0;
    PlanTemplate const* form = nullptr;
};

/// The tree that the plan begins with.
Result<PlanFacts> tree_of(Call const& call, Asked const& asked, std::string const& start) {
    if (start == "form") return start_of(*asked.form, asked.year);
    auto empty = start_of(*asked.form, asked.year);
    empty.areas.clear();
    if (start == "empty") return empty;
    auto former = call.look([&](Db& db) -> std::optional<PlanFacts> {
        for (auto const& plan : plans_of(db, asked.office, asked.year - 1))
            if (plan.form == asked.form->id && may_see(call, plan))
                return facts_of(db, plan, plan.current());
        return {};
    });
    if (!former) return invalid("start", {"plans.no_last_year"});
    former->title = empty.title;
    return carried_over(std::move(*former), asked.year);
}

Result<Asked> asked_of(Call const& call, FormValues const& form) {
    std::vector<FieldError> wrong;
    Asked asked;
    if (auto const office = parse_id<Office>(value_of(form, "office")))
        asked.office = *office;
    else
        wrong.push_back({"office", {"field.required"}});
    auto const year = value_of(form, "year");
    std::from_chars(year.data(), year.data() + year.size(), asked.year);
    auto const now = bangla::fiscal_year(call.today).start;
    if (asked.year < now - 1 || asked.year > now + 1) wrong.push_back({"year", {"field.required"}});
    asked.form = plan_template(value_of(form, "form"));
    if (!asked.form) wrong.push_back({"form", {"field.required"}});
    auto const start = value_of(form, "start");
    if (start != "form" && start != "last" && start != "empty")
        wrong.push_back({"start", {"field.required"}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return asked;
}

Result<Id<Plan>> begun(Call const& call, FormValues const& form) {
    auto const asked = TRY(asked_of(call, form));
    Beginning beginning{.office = asked.office, .form = asked.form->id};
    beginning.tree = TRY(tree_of(call, asked, value_of(form, "start")));
    return call.perform(begin, beginning);
}

} // namespace

Result<web::Response> show_begin(Call& call) {
    return begin_page(call, first_form(call, own_offices(call)));
}

Result<web::Response> post_begin(Call& call) {
    auto const form = call.values();
    auto const plan = begun(call, form);
    if (!plan && can_be_mended(plan.error())) return begin_page(call, form, plan.error());
    if (!plan) return plan.error();
    return call.redirect(url("/plans/{}/edit", *plan), "plans.begun_flash");
}

} // namespace udb::plans
