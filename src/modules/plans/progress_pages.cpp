// A quarter told for the whole plan in one form, portion by portion; and a period submitted.
#include "modules/holidays/holidays.hpp"
#include "modules/plans/dated_rules.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/policy.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

struct Sheet {
    PlanRecord plan = {};
    unsigned quarter = 1;
    PlanFacts facts = {};
    std::map<Id<Indicator>, Told> told = {};
    std::vector<SubmittedPeriod> submitted = {};
    std::vector<Id<Post>> posts = {};
    FormValues typed = {};
    std::vector<FieldError> errors = {};
    std::optional<Error> error = {}; ///< of the whole
    int saved = 0;

    bool is_submitted() const {
        return std::ranges::any_of(submitted, [&](SubmittedPeriod const& p) {
            return quarters_of(p.period).holds(quarter);
        });
    }
    Told const* of(IndicatorFacts const& i) const {
        auto const found = told.find(i.reported_with ? i.reported_with : i.id);
        return found == told.end() ? nullptr : &found->second;
    }
};

unsigned quarter_asked(Call const& call, PlanRecord const& plan) {
    std::string_view asked = call.request.query.get_or("quarter");
    if (asked.empty()) asked = call.form["quarter"];
    return parse_quarter(asked).value_or(quarter_to_tell(plan.fiscal_year, call.today));
}

void load(Call const& call, Sheet& sheet) {
    call.look([&](Db& db) {
        auto const id = sheet.plan.id();
        sheet.facts = facts_of(db, sheet.plan, sheet.plan.current());
        sheet.told = told_in(db, sheet.plan, sheet.plan.current(), sheet.quarter);
        sheet.submitted = submitted_periods(db, std::span(&id, 1));
        sheet.posts = posts_held_now(db, call.actor, call.today);
    });
}

Result<Sheet> sheet_of(Call const& call) {
    Sheet sheet{.plan = TRY(seen_plan(call))};
    if (sheet.plan.approved_version == 0) return refused({"plans.not_approved"});
    sheet.quarter = quarter_asked(call, sheet.plan);
    load(call, sheet);
    return sheet;
}

bool may_tell(Call const& call, Sheet const& sheet, IndicatorFacts const& i) {
    if (sheet.plan.stage == Stage::closed) return false;
    return may_tell_all(call.actor, sheet.plan)
           || (i.responsible && std::ranges::find(sheet.posts, i.responsible) != sheet.posts.end());
}

std::string typed_or(Sheet const& sheet, std::string const& field, std::string const& otherwise) {
    auto const found = sheet.typed.find(field);
    return found == sheet.typed.end() ? otherwise : found->second;
}

Html before_line(Words const& words, IndicatorFacts const& i, unsigned quarter) {
    std::string line =
        words("plans.target_line", {{"target", with_unit(words, i, i.bands[0])},
                                    {"count", std::string(words(label_of(i.count)))}});
    for (unsigned q = 1; q < quarter; ++q)
        line +=
            "; "
            + words("plans.quarter_value", {{"quarter", std::string(words(label_of(period_of(q))))},
                                            {"value", with_unit(words, i, i.quarters[q - 1])}});
    return html::p({.cls = "govuk-hint"}, line);
}

Html row_of(Call const& call, Sheet const& sheet, Placed const& one) {
    auto const& words = call.words;
    auto const& i = *one.indicator;
    auto const* told = sheet.of(i);
    auto const legend = html::legend(number_of(words, one.place), " ", i.name);
    auto const head = html::all(legend, before_line(words, i, sheet.quarter));
    auto const now = told ? told->value : std::optional<Value>{};
    if (i.reported_with || !may_tell(call, sheet, i)) {
        auto body = html::p(words("plans.told_value", {{"value", with_unit(words, i, now)}}));
        if (i.reported_with)
            body += html::p(ui::link({.text = words("plans.reported_elsewhere"),
                                      .href = url("/indicators/{}", i.reported_with)}));
        return html::fieldset({.cls = "row-of-list"}, head, body);
    }
    auto const id = to_string(i.id);
    auto const value = "value_" + id, remark = "remark_" + id, seen = "seen_" + id,
               seen_remark = "seen_remark_" + id;
    auto const remark_now = told ? told->remark : std::string();
    auto const written_now = now ? shown(words, *now, i.unit) : std::string();
    return html::fieldset(
        {.cls = "row-of-list"}, head,
        html::hidden(seen, typed_or(sheet, seen, now ? to_string(*now) : "")),
        html::hidden(seen_remark, typed_or(sheet, seen_remark, remark_now)),
        html::div({.cls = "fields-in-row wide-last"},
                  ui::text_field(
                      words, {.name = value,
                              .label = words("plans.achieved_in", {{"unit", unit_of(words, i)}}),
                              .value = typed_or(sheet, value, written_now),
                              .error = ui::error_at(words, sheet.errors, value),
                              .width = 10,
                              .digits = i.unit != Unit::date}),
                  ui::text_field(words, {.name = remark,
                                         .label = words("plans.remark"),
                                         .value = typed_or(sheet, remark, remark_now),
                                         .error = ui::error_at(words, sheet.errors, remark)})));
}

Html quarter_links(Words const& words, Sheet const& sheet) {
    Html links;
    for (unsigned q = 1; q <= 4; ++q) {
        auto const label = std::string(words(label_of(period_of(q))));
        links += html::li(q == sheet.quarter
                              ? html::strong({.more = {{"aria-current", "page"}}}, label)
                              : ui::link({.text = label,
                                          .href = url("/plans/{}/progress", sheet.plan.id())
                                                      .with("quarter", std::to_string(q))}));
    }
    return html::nav({.cls = "ways", .more = {{"aria-label", words("plans.quarters")}}},
                     html::ul(links));
}

Html telling(Call const& call, Sheet const& sheet, std::size_t at, Portion const& portion) {
    auto const& words = call.words;
    auto const all = placed(sheet.facts);
    Html rows;
    AreaFacts const* area = nullptr;
    bool any = false;
    for (auto k = portion.first; k < portion.last; ++k) {
        if (all[k].area != area) {
            area = all[k].area;
            rows += html::h2({.cls = "govuk-heading-m"},
                             number_of(words, {all[k].place.area}) + " " + area->name);
        }
        any |= !all[k].indicator->reported_with && may_tell(call, sheet, *all[k].indicator);
        rows += row_of(call, sheet, all[k]);
    }
    if (!any) return rows;
    Html reason;
    if (sheet.is_submitted())
        reason = ui::text_area(words, {.name = "reason",
                                       .label = words("plans.change_reason"),
                                       .value = typed_or(sheet, "reason", ""),
                                       .hint = words("plans.change_reason_hint"),
                                       .error = ui::error_at(words, sheet.errors, "reason"),
                                       .rows = 2});
    return ui::form({.action = url("/plans/{}/progress", sheet.plan.id()), .csrf = call.csrf()},
                    html::all(html::hidden("quarter", std::to_string(sheet.quarter)),
                              html::hidden("portion", std::to_string(at + 1)), rows, reason,
                              ui::button({.label = words("plans.save")})));
}

/// The periods that end with the quarter shown: submitted, or the way to submit.
Html submitting(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    auto const calendars = call.look([&](Db& db) { return holidays::Calendars(db, call.today); });
    Html out;
    for (auto const& term : terms<Period>()) {
        if (quarters_of(term.value).last != sheet.quarter) continue;
        auto const label = std::string(words(term.label));
        auto const due = due_of(Task::progress, term.value, sheet.plan.fiscal_year);
        auto const found = std::ranges::find(sheet.submitted, term.value, &SubmittedPeriod::period);
        if (found != sheet.submitted.end()) {
            out += html::p(words("plans.period_submitted_on",
                                 {{"period", label}, {"date", found->on}, {"who", found->who}}));
            continue;
        }
        if (due) {
            auto const calendar = calendars.of(sheet.plan.header.office_path);
            auto const late = days_late(due->on, {}, call.today, calendar);
            auto said = words("plans.period_due", {{"period", label}, {"date", due->on}});
            if (late > 0) said += " " + words("plans.days_late", {{"days", std::int64_t{late}}});
            out += html::p(said) + holidays::open_said(words, due->on, calendar);
        }
        auto const over = days_of(sheet.plan.fiscal_year, term.value).last <= call.today;
        if (!over || sheet.plan.stage == Stage::closed || !may(call, Act::write, sheet.plan))
            continue;
        out += ui::form(
            {.action = url("/plans/{}/periods", sheet.plan.id()), .csrf = call.csrf()},
            html::all(version_field(sheet.plan), html::hidden("period", term.id),
                      html::hidden("quarter", std::to_string(sheet.quarter)),
                      ui::button({.label = words("plans.submit_period", {{"period", label}}),
                                  .kind = ui::Button::Kind::secondary})));
    }
    if (out.empty()) return {};
    return ui::section({.id = "submitting",
                        .title = words("plans.submitting"),
                        .body = html::all(html::p(words("plans.submitting_lead")), out)});
}

web::Response progress_page(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    auto const cut = portions(sheet.facts);
    auto const at = portion_asked(call, cut.size());
    auto const quarter = std::string(words(label_of(period_of(sheet.quarter))));
    auto const here =
        url("/plans/{}/progress", sheet.plan.id()).with("quarter", std::to_string(sheet.quarter));
    Html wrong;
    if (sheet.error)
        wrong = ui::error_summary(words, *sheet.error, {{"reason", words("plans.change_reason")}});
    else if (!sheet.errors.empty())
        wrong = ui::error_summary(words, sheet.errors);
    if (sheet.saved > 0)
        wrong += ui::notice(words, {.kind = ui::Notice::Kind::success,
                                    .body = html::p(words("plans.rows_saved",
                                                          {{"n", std::int64_t{sheet.saved}}}))});
    auto const main = html::all(
        wrong,
        ui::page_heading({.title = words("plans.progress_title", {{"quarter", quarter}}),
                          .above = words(sheet.plan.header.title) + ", "
                                   + year_name(words, sheet.plan.fiscal_year),
                          .lead = words(sheet.plan.stage == Stage::closed ? "plans.is_closed"
                                                                          : "plans.tell_lead")}),
        quarter_links(words, sheet), portion_links(words, sheet.facts, cut, at, here),
        telling(call, sheet, at, cut[at]), submitting(call, sheet));
    return call.page(words("plans.progress_title", {{"quarter", quarter}}), main,
                     {.before_main = way_to_plan(call, sheet.plan),
                      .problems = sheet.errors.size() + (sheet.error ? 1 : 0),
                      .status = sheet.error            ? status_of(*sheet.error)
                                : sheet.errors.empty() ? 200
                                                       : 422});
}

/// The rows that the form brought; those that cannot be read are told.
Telling telling_of(Sheet& sheet) {
    Telling telling{.plan = sheet.plan.id(),
                    .quarter = sheet.quarter,
                    .reason = value_of(sheet.typed, "reason")};
    for (auto const& one : placed(sheet.facts)) {
        auto const& i = *one.indicator;
        auto const id = to_string(i.id);
        auto const typed = sheet.typed.find("value_" + id);
        if (typed == sheet.typed.end()) continue;
        TellingRow row{.indicator = i.id, .remark = value_of(sheet.typed, "remark_" + id)};
        if (typed->second.find_first_not_of(" \t\r\n") != std::string::npos) {
            row.value = parse_value(typed->second, i.unit);
            if (!row.value) {
                sheet.errors.push_back(
                    {typed->first,
                     {i.unit == Unit::date ? "plans.not_a_day" : "field.not_a_decimal"}});
                continue;
            }
        }
        if (sheet.typed.contains("seen_" + id)) {
            auto const seen = value_of(sheet.typed, "seen_" + id);
            row.seen = Told{.value = seen.empty() ? std::nullopt : parse_decimal(seen),
                            .remark = value_of(sheet.typed, "seen_remark_" + id)};
        }
        telling.rows.push_back(std::move(row));
    }
    return telling;
}

/// What was left alone is drawn as it stands now. What others told meanwhile has been said: the
/// next saving is meant.
void drawn_again(FormValues& typed, TellingRow const& row) {
    auto const id = to_string(row.indicator);
    if (row.seen && row.value == row.seen->value) typed.erase("value_" + id);
    if (row.seen && row.remark == row.seen->remark) typed.erase("remark_" + id);
    typed.erase("seen_" + id);
    typed.erase("seen_remark_" + id);
}

} // namespace

Result<web::Response> show_progress(Call& call) { return progress_page(call, TRY(sheet_of(call))); }

Result<web::Response> post_progress(Call& call) {
    auto sheet = TRY(sheet_of(call));
    sheet.typed = call.values();
    auto const telling = telling_of(sheet);
    auto const done = call.perform(tell_progress, telling);
    if (!done && !can_be_mended(done.error())) return done.error();
    if (!done) {
        sheet.error = done.error();
        for (auto const& one : done.error().fields)
            sheet.errors.push_back(one);
        return progress_page(call, sheet);
    }
    sheet.saved = done->saved;
    for (auto const& one : done->wrong)
        sheet.errors.push_back(one);
    if (!sheet.errors.empty()) {
        load(call, sheet);
        for (auto const& row : telling.rows)
            drawn_again(sheet.typed, row);
        return progress_page(call, sheet);
    }
    return call.redirect(url("/plans/{}/progress", sheet.plan.id())
                             .with("quarter", std::to_string(sheet.quarter))
                             .with("portion", call.form["portion"]),
                         "plans.told_flash");
}

Result<web::Response> post_period(Call& call) {
    auto sheet = TRY(sheet_of(call));
    auto const period = term_with_id<Period>(call.form["period"]);
    if (!period) return not_found();
    auto const done = call.perform(submit_period, header_read(call, sheet.plan), *period,
                                   std::string(call.form["remark"]));
    if (!done && can_be_mended(done.error())) {
        sheet.plan = TRY(seen_plan(call));
        sheet.error = done.error();
        return progress_page(call, sheet);
    }
    if (!done) return done.error();
    return call.redirect(
        url("/plans/{}/progress", sheet.plan.id()).with("quarter", std::to_string(sheet.quarter)),
        "plans.period_flash");
}

} // namespace udb::plans
