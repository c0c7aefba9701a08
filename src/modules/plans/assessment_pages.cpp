// A submitted period assessed: by the office itself, then by the office above, indicator by
// indicator.
#include "modules/holidays/holidays.hpp"
#include "modules/plans/dated_rules.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/policy.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

using Marks = std::map<Id<Indicator>, Mark>;

struct Sheet {
    PlanRecord plan = {};
    Period period = Period::half;
    PlanFacts facts = {};
    std::map<Id<Indicator>, Frozen> figures = {};
    std::vector<AssessmentRecord> there = {};
    Marks self = {}, higher = {};
    FormValues typed = {};
    std::optional<Error> error = {};

    AssessmentRecord const* by(Assessor assessor) const {
        for (auto const& a : there)
            if (a.period == period && a.assessor == assessor) return &a;
        return nullptr;
    }
    Marks const& marks_by(Assessor assessor) const {
        return assessor == Assessor::self ? self : higher;
    }
};

Period period_asked(Call const& call, PlanRecord const& plan) {
    std::string_view asked = call.request.query.get_or("period");
    if (asked.empty()) asked = call.form["period"];
    auto const period = term_with_id<Period>(asked);
    if (period == Period::half || period == Period::year) return *period;
    return days_of(plan.fiscal_year, Period::year).last < call.today ? Period::year : Period::half;
}

/// Only plans that others see, and their feedback only for officers.
Result<Sheet> sheet_of(Call const& call) {
    Sheet sheet{.plan = TRY(seen_plan(call))};
    if (call.actor.guest() || sheet.plan.approved_version == 0) return not_found();
    sheet.period = period_asked(call, sheet.plan);
    call.look([&](Db& db) {
        auto const id = sheet.plan.id();
        sheet.facts = facts_of(db, sheet.plan, sheet.plan.current());
        sheet.figures = figures_of(db, id, sheet.period);
        sheet.there = assessments_of(db, std::span(&id, 1));
        if (auto const* a = sheet.by(Assessor::self)) sheet.self = marks_of(db, *a);
        if (auto const* a = sheet.by(Assessor::higher)) sheet.higher = marks_of(db, *a);
    });
    return sheet;
}

/// As whom the actor may assess now; nothing for a reader.
std::optional<Assessor> assessor_of(Call const& call, Sheet const& sheet) {
    if (sheet.figures.empty() || sheet.plan.stage != Stage::approved) return {};
    if (may_assess(call.actor, sheet.plan.header.office_path)) return Assessor::higher;
    if (may(call, Act::write, sheet.plan) && !sheet.by(Assessor::higher)) return Assessor::self;
    return {};
}

std::string mark_text(Words const& words, Marks const& marks, Id<Indicator> id, bool assessed) {
    if (!assessed) return "–";
    auto const found = marks.find(id);
    auto text = found == marks.end() || !found->second.score ? words("plans.agreed")
                                                             : shown(words, *found->second.score);
    if (found != marks.end() && !found->second.remark.empty()) text += " — " + found->second.remark;
    return text;
}

std::string wrong_at(Words const& words, Sheet const& sheet, std::string const& field) {
    return sheet.error ? ui::error_at(words, sheet.error->fields, field) : std::string();
}

std::string typed_or(Sheet const& sheet, std::string const& field, std::string const& otherwise) {
    auto const at = sheet.typed.find(field);
    return at == sheet.typed.end() ? otherwise : at->second;
}

Html row_fields(Words const& words, Sheet const& sheet, IndicatorFacts const& i, Marks const& own) {
    auto const id = to_string(i.id);
    auto const found = own.find(i.id);
    auto const mark = found == own.end() ? Mark{} : found->second;
    auto const seen_score = "seen_score_" + id, seen_remark = "seen_remark_" + id;
    return html::div(
        {.cls = "fields-in-row wide-last"},
        html::hidden(seen_score,
                     typed_or(sheet, seen_score, mark.score ? to_string(*mark.score) : "")),
        html::hidden(seen_remark, typed_or(sheet, seen_remark, mark.remark)),
        ui::text_field(
            words,
            {.name = "score_" + id,
             .label = words("plans.own_score", {{"weight", shown(words, i.weight)}}),
             .value = typed_or(sheet, "score_" + id, mark.score ? shown(words, *mark.score) : ""),
             .error = wrong_at(words, sheet, "score_" + id),
             .width = 5,
             .digits = true}),
        ui::text_field(words, {.name = "remark_" + id,
                               .label = words("plans.remark"),
                               .value = typed_or(sheet, "remark_" + id, mark.remark),
                               .error = wrong_at(words, sheet, "remark_" + id)}));
}

Html indicator_block(Call const& call, Sheet const& sheet, Placed const& one, Assessor assessor) {
    auto const& words = call.words;
    auto const& i = *one.indicator;
    auto const frozen = sheet.figures.find(i.id);
    auto const computed =
        frozen == sheet.figures.end() ? std::string("–") : shown(words, frozen->second.score);
    auto body =
        html::all(html::legend(number_of(words, one.place), " ", i.name),
                  html::p({.cls = "govuk-hint"},
                          words("plans.computed_score",
                                {{"score", computed}, {"weight", shown(words, i.weight)}})));
    if (assessor == Assessor::higher && sheet.by(Assessor::self))
        body += html::p(
            words("plans.self_mark", {{"value", mark_text(words, sheet.self, i.id, true)}}));
    body += row_fields(words, sheet, i, sheet.marks_by(assessor));
    return html::fieldset({.cls = "row-of-list"}, body);
}

/// For whoever reads: what was computed, and what each office says of it.
Html marks_table(Call const& call, Sheet const& sheet, std::span<Placed const> indicators) {
    auto const& words = call.words;
    ui::Table table{.caption = words("plans.assessment"),
                    .columns = {{words("plans.indicator")},
                                {.label = words("plans.weight"), .number = true},
                                {.label = words("plans.score"), .number = true},
                                {std::string(words(label_of(Assessor::self)))},
                                {std::string(words(label_of(Assessor::higher)))}},
                    .rows = {},
                    .hidden_caption = true};
    for (auto const& one : indicators) {
        auto const& i = *one.indicator;
        auto const frozen = sheet.figures.find(i.id);
        auto const said = [&](Assessor who) {
            return text(mark_text(words, sheet.marks_by(who), i.id, sheet.by(who) != nullptr));
        };
        table.rows.push_back(
            {.cells = {html::all(number_of(words, one.place), " ",
                                 ui::link({.text = i.name, .href = url("/indicators/{}", i.id)})),
                       text(shown(words, i.weight)),
                       text(frozen == sheet.figures.end() ? std::string("–")
                                                          : shown(words, frozen->second.score)),
                       said(Assessor::self), said(Assessor::higher)}});
    }
    return ui::table(table);
}

/// What the marks come to: the own figure, or the computed one that was agreed to.
Value total_of(Sheet const& sheet, Marks const& marks) {
    Value total{};
    for (auto const& [id, frozen] : sheet.figures) {
        auto const mark = marks.find(id);
        bool const own = mark != marks.end() && mark->second.score;
        total.units += own ? mark->second.score->units : frozen.score.units;
    }
    return total;
}

Html standing(Call const& call, Sheet const& sheet, Assessor assessor) {
    auto const& words = call.words;
    auto const task = assessor == Assessor::self ? Task::self : Task::higher;
    auto const due = due_of(task, sheet.period, sheet.plan.fiscal_year);
    auto const* there = sheet.by(assessor);
    std::string line;
    if (there)
        line = words("plans.assessed_on",
                     {{"date", there->on},
                      {"who", there->who},
                      {"score", shown(words, total_of(sheet, sheet.marks_by(assessor)))}});
    else
        line = words("plans.not_assessed_yet");
    auto const calendars = call.look([&](Db& db) { return holidays::Calendars(db, call.today); });
    auto const calendar = calendars.of(sheet.plan.header.office_path);
    if (due) {
        line += " " + words("plans.due_on", {{"date", due->on}, {"source", due->source}});
        auto const late = days_late(due->on, there ? std::optional(there->on) : std::nullopt,
                                    call.today, calendar);
        if (late > 0) line += " " + words("plans.days_late", {{"days", std::int64_t{late}}});
    }
    Html value = text(line);
    if (due) value += holidays::open_said(words, due->on, calendar);
    if (there && !there->remark.empty()) value += html::p(there->remark);
    return value;
}

Html period_links(Words const& words, Sheet const& sheet) {
    Html links;
    for (auto const period : {Period::half, Period::year}) {
        auto const label = std::string(words(label_of(period)));
        links += html::li(period == sheet.period
                              ? html::strong({.more = {{"aria-current", "page"}}}, label)
                              : ui::link({.text = label,
                                          .href = url("/plans/{}/assessment", sheet.plan.id())
                                                      .with("period", id_of(period))}));
    }
    return html::nav({.cls = "ways", .more = {{"aria-label", words("plans.periods")}}},
                     html::ul(links));
}

Html body_of(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    if (sheet.figures.empty()) return html::p(words("plans.period_not_submitted"));
    auto const assessor = assessor_of(call, sheet);
    auto const cut = portions(sheet.facts);
    auto const at = portion_asked(call, cut.size());
    auto const all = placed(sheet.facts);
    auto const here = std::span(all).subspan(cut[at].first, cut[at].last - cut[at].first);
    auto const links = portion_links(
        words, sheet.facts, cut, at,
        url("/plans/{}/assessment", sheet.plan.id()).with("period", id_of(sheet.period)));
    if (!assessor) return links + marks_table(call, sheet, here);
    auto const rows = html::each(
        here, [&](Placed const& one) { return indicator_block(call, sheet, one, *assessor); });
    auto const* there = sheet.by(*assessor);
    auto const remark = there ? there->remark : std::string();
    return html::all(
        links,
        ui::form({.action = url("/plans/{}/assessment", sheet.plan.id()), .csrf = call.csrf()},
                 html::all(html::hidden("period", id_of(sheet.period)),
                           html::hidden("assessor", id_of(*assessor)),
                           html::hidden("seen_remark", typed_or(sheet, "seen_remark", remark)),
                           html::hidden("portion", std::to_string(at + 1)),
                           html::p(words("plans.assess_lead")), rows,
                           ui::text_area(words, {.name = "remark",
                                                 .label = words("plans.whole_remark"),
                                                 .value = typed_or(sheet, "remark", remark),
                                                 .error = wrong_at(words, sheet, "remark"),
                                                 .rows = 4,
                                                 .optional = true}),
                           ui::button({.label = words(*assessor == Assessor::self
                                                          ? "plans.save_self"
                                                          : "plans.save_higher")}))));
}

web::Response assessment_page(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    auto const period = std::string(words(label_of(sheet.period)));
    auto const& error = sheet.error;
    auto const main =
        html::all(html::when(error.has_value(), [&] { return ui::error_summary(words, *error); }),
                  ui::page_heading({.title = words("plans.assessment_title", {{"period", period}}),
                                    .above = words(sheet.plan.header.title) + ", "
                                             + year_name(words, sheet.plan.fiscal_year)}),
                  period_links(words, sheet),
                  ui::summary_list({{std::string(words(label_of(Assessor::self))),
                                     standing(call, sheet, Assessor::self)},
                                    {std::string(words(label_of(Assessor::higher))),
                                     standing(call, sheet, Assessor::higher)}}),
                  body_of(call, sheet));
    return call.page(words("plans.assessment_title", {{"period", period}}), main,
                     {.before_main = way_to_plan(call, sheet.plan),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? status_of(*error) : 200});
}

/// What the form brought; figures that cannot be read are told.
Result<Assessing> assessing_of(Sheet const& sheet) {
    Assessing given{
        .plan = sheet.plan.id(),
        .period = sheet.period,
        .assessor =
            term_with_id<Assessor>(value_of(sheet.typed, "assessor")).value_or(Assessor::self),
        .remark = value_of(sheet.typed, "remark"),
        .seen_remark = value_of(sheet.typed, "seen_remark")};
    std::vector<FieldError> wrong;
    for (auto const& one : placed(sheet.facts)) {
        auto const id = to_string(one.indicator->id);
        auto const typed = sheet.typed.find("score_" + id);
        if (typed == sheet.typed.end()) continue;
        MarkRow row{.mark = {.remark = value_of(sheet.typed, "remark_" + id)}};
        if (typed->second.find_first_not_of(" \t\r\n") != std::string::npos) {
            row.mark.score = parse_value(typed->second, Unit::number);
            if (!row.mark.score) wrong.push_back({typed->first, {"field.not_a_decimal"}});
        }
        if (sheet.typed.contains("seen_score_" + id)) {
            auto const seen = value_of(sheet.typed, "seen_score_" + id);
            row.seen = Mark{seen.empty() ? std::nullopt : parse_decimal(seen),
                            value_of(sheet.typed, "seen_remark_" + id)};
        }
        given.marks[one.indicator->id] = std::move(row);
    }
    if (!wrong.empty()) return invalid(std::move(wrong));
    return given;
}

/// What was left alone is drawn as it stands now. What others marked meanwhile has been said: the
/// next saving is meant.
void drawn_again(FormValues& typed, Assessing const& given) {
    for (auto const& [indicator, row] : given.marks) {
        auto const id = to_string(indicator);
        if (row.seen && row.mark.score == row.seen->score) typed.erase("score_" + id);
        if (row.seen && row.mark.remark == row.seen->remark) typed.erase("remark_" + id);
        typed.erase("seen_score_" + id);
        typed.erase("seen_remark_" + id);
    }
    if (given.remark == given.seen_remark) typed.erase("remark");
    typed.erase("seen_remark");
}

} // namespace

Result<web::Response> show_assessment(Call& call) {
    return assessment_page(call, TRY(sheet_of(call)));
}

Result<web::Response> post_assessment(Call& call) {
    auto sheet = TRY(sheet_of(call));
    sheet.typed = call.values();
    auto const given = assessing_of(sheet);
    Done const done = given ? call.perform(assess, *given) : Done(given.error());
    if (!done && can_be_mended(done.error())) {
        auto again = TRY(sheet_of(call));
        again.typed = std::move(sheet.typed);
        if (given) drawn_again(again.typed, *given);
        again.error = done.error();
        return assessment_page(call, again);
    }
    if (!done) return done.error();
    return call.redirect(url("/plans/{}/assessment", sheet.plan.id())
                             .with("period", id_of(sheet.period))
                             .with("portion", call.form["portion"]),
                         "plans.assessed_flash");
}

} // namespace udb::plans
