// What a plan is called, corrected while it is drafted.
#include "modules/plans/pages.hpp"
#include "modules/plans/plan_form.hpp"
#include "modules/plans/policy.hpp"

namespace udb::plans {
namespace {

Result<PlanRecord> titled_plan(Call const& call) {
    auto plan = TRY(seen_plan(call));
    TRY(call.allow(policy, Act::write, plan.header.target()));
    return plan;
}

web::Response title_page(Call const& call, PlanRecord const& plan, FormValues const& form,
                         std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const field = [&](std::string const& name, bool optional) {
        return ui::text_area(words, {.name = name,
                                     .label = words("plans.field_" + name),
                                     .value = value_of(form, name),
                                     .error = error ? ui::error_at(words, error->fields, name) : "",
                                     .rows = 2,
                                     .optional = optional});
    };
    Html wrong;
    if (error)
        wrong = ui::error_summary(words, *error,
                                  {{"title_bn", words("plans.field_title_bn")},
                                   {"title_en", words("plans.field_title_en")}});
    Html later;
    if (plan.approved_version > 0)
        later = ui::notice(words, {.body = html::p(words("plans.title_later"))});
    auto const main = html::all(
        wrong, ui::page_heading({.title = words("plans.correct_title")}), later,
        ui::form({.action = url("/plans/{}/title", plan.id()), .csrf = call.csrf()},
                 html::all(version_field(plan), field("title_bn", false), field("title_en", true),
                           ui::button({.label = words("plans.save")}))));
    return call.page(words("plans.correct_title"), main,
                     {.before_main = way_to_plan(call, plan),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? status_of(*error) : 200});
}

} // namespace

Result<web::Response> show_title(Call& call) {
    auto const plan = TRY(titled_plan(call));
    return title_page(call, plan, form_of(plan.working_title));
}

Result<web::Response> post_title(Call& call) {
    auto const plan = TRY(titled_plan(call));
    auto const title = parse_title(call.values());
    Done const done =
        title ? call.perform(save_title, header_read(call, plan), *title) : Done(title.error());
    if (!done && can_be_mended(done.error()))
        return title_page(call, TRY(titled_plan(call)), call.values(), done.error());
    if (!done) return done.error();
    return call.redirect(url("/plans/{}/edit", plan.id()), "plans.saved_flash");
}

} // namespace udb::plans
