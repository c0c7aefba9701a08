// A plan on the screen and on paper: what it asks, what was achieved, what it earns, what is
// behind.
#include "modules/evidence/evidence.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/plans/dated_rules.hpp"
#include "modules/plans/pace.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/plan_template.hpp"
#include "registers/pages/history.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

constexpr int events_most = 30;

struct Around {
    PlanFacts facts = {};
    PlanFacts working = {}; ///< where it is drafted or amended, for whoever may write
    std::vector<PlanVersion> versions = {};
    std::vector<SubmittedPeriod> submitted = {};
    std::vector<AssessmentRecord> assessments = {};
    std::vector<Event> events = {};
};

Around around_of(Call const& call, PlanRecord const& plan) {
    return call.look([&](Db& db) {
        auto const id = plan.id();
        return Around{.facts = facts_of(db, plan, plan.current()),
                      .working = plan.is_amended() && may(call, Act::write, plan)
                                     ? facts_of(db, plan, working_copy)
                                     : PlanFacts{},
                      .versions = versions_of(db, id),
                      .submitted = submitted_periods(db, std::span(&id, 1)),
                      .assessments = assessments_of(db, std::span(&id, 1)),
                      .events = events_of(db, plan.header.id, events_most)};
    });
}

Html heading_of(Call const& call, PlanRecord const& plan) {
    auto const& words = call.words;
    std::vector<Html> ways;
    auto const way = [&](std::string_view key, Url const& href, bool first = false) {
        ways.push_back(
            ui::button({.label = words(key),
                        .kind = first ? ui::Button::Kind::primary : ui::Button::Kind::secondary,
                        .href = href}));
    };
    if (plan.working == Stage::draft && may(call, Act::write, plan))
        way("plans.edit", url("/plans/{}/edit", plan.id()), true);
    bool const tells = plan.stage == Stage::approved
                       && (may(call, Act::report, plan) || call.actor.office == plan.office);
    auto const progress = url("/plans/{}/progress", plan.id());
    if (tells)
        way("plans.tell", progress, plan.working == Stage::approved);
    else if (plan.approved_version > 0 && !call.actor.guest())
        way("plans.progress", progress);
    if (plan.approved_version > 0) {
        if (!call.actor.guest()) way("plans.assessment", url("/plans/{}/assessment", plan.id()));
        way("plans.versions", url("/plans/{}/versions", plan.id()));
    }
    return ui::page_heading(
        {.title = words(plan.header.title),
         .above = words(plan.office_name) + ", " + year_name(words, plan.fiscal_year),
         .status = stage_mark(words, plan.stage),
         .actions = ui::button_group(ways),
         .lang = ui::lang_of(words, words(plan.header.title))});
}

std::string score_text(Words const& words, PlanScore const& score, Scale const& scale) {
    auto text = words("plans.score_of", {{"score", shown(words, score.marks.score)},
                                         {"weight", shown(words, score.marks.weight)}});
    if (score.scaled)
        text += "; "
                + words("plans.scaled",
                        {{"score", shown(words, *score.scaled)}, {"to", shown(words, scale.to)}});
    return text;
}

Html summary_of(Call const& call, PlanRecord const& plan, Around const& around,
                PlanScore const& score) {
    auto const& words = call.words;
    auto const* form = plan_template(plan.form);
    std::vector<ui::SummaryRow> rows{
        {words("plans.form"), text(form ? words(form->title) : plan.form)},
        {words("plans.total_weight"), text(shown(words, score.marks.weight))}};
    if (plan.approved_version > 0) {
        auto const& v = around.versions.front();
        rows.push_back(
            {words("plans.score_so_far"), text(score_text(words, score, scale_of(plan)))});
        rows.push_back(
            {words("plans.approved"),
             html::all(
                 words("plans.approved_on",
                       {{"version", std::int64_t{v.version}}, {"date", v.approved_on}}),
                 call.actor.guest()
                     ? Html{}
                     : html::all(" · ", ui::link({.text = words("plans.decision"),
                                                  .href = url("/decisions/{}", v.decision)})))});
    }
    return ui::summary_list(rows);
}

Html indicator_name(Call const& call, Placed const& one) {
    auto const& i = *one.indicator;
    return html::all(number_of(call.words, one.place), " ",
                     ui::link({.text = i.name, .href = url("/indicators/{}", i.id)}));
}

/// The score, its working behind it.
Html score_cell(Words const& words, IndicatorFacts const& i, Score const& score) {
    return html::details(html::summary(shown(words, score.score)),
                         html::p(words(working(i, score))));
}

Html state_cell(Words const& words, IndicatorFacts const& i, int fiscal_year, Date today) {
    if (auto const why = behind(i, fiscal_year, today))
        return html::all(ui::status({.text = words("plans.behind"), .tone = ui::Status::Tone::bad}),
                         html::p({.cls = "govuk-hint"}, words(*why)));
    return {};
}

ui::Table::Row activity_row(Words const& words, Placed const& one) {
    return {.cells = {html::all(number_of(words, {one.place.area, one.place.activity}), " ",
                                one.activity->name)},
            .heading = true};
}

ui::Table::Row indicator_row(Call const& call, PlanRecord const& plan, Placed const& one) {
    auto const& words = call.words;
    auto const& i = *one.indicator;
    std::vector<Html> cells{indicator_name(call, one), text(unit_of(words, i)),
                            text(shown(words, i.weight)), bands_of(words, i)};
    if (plan.approved_version > 0) {
        auto const score = scored(i);
        cells.push_back(text(with_unit(words, i, score.achieved.year)));
        cells.push_back(score_cell(words, i, score));
        cells.push_back(plan.stage == Stage::approved
                            ? state_cell(words, i, plan.fiscal_year, call.today)
                            : Html{});
    }
    return {.cells = std::move(cells)};
}

/// The indicators of one area, under the activities that they belong to.
Html area_table(Call const& call, PlanRecord const& plan, std::span<Placed const> indicators) {
    auto const& words = call.words;
    ui::Table table{.caption = indicators.front().area->name,
                    .columns = {{words("plans.indicator")},
                                {words("plans.unit")},
                                {.label = words("plans.weight"), .number = true},
                                {words("plans.bands")}},
                    .rows = {},
                    .hidden_caption = true};
    if (plan.approved_version > 0) {
        table.columns.push_back({.label = words("plans.achieved"), .number = true});
        table.columns.push_back({.label = words("plans.score"), .number = true});
        table.columns.push_back({words("plans.state")});
    }
    ActivityFacts const* activity = nullptr;
    for (auto const& one : indicators) {
        if (one.activity != activity) table.rows.push_back(activity_row(words, one));
        activity = one.activity;
        table.rows.push_back(indicator_row(call, plan, one));
    }
    return ui::table(table);
}

/// The portion asked for, area by area, with each area's marks.
Html table_of(Call const& call, PlanRecord const& plan, PlanFacts const& facts,
              PlanScore const& score) {
    auto const& words = call.words;
    auto const all = placed(facts);
    if (all.empty()) return html::p(words("plans.no_indicators"));
    auto const cut = portions(facts);
    auto const current = portion_asked(call, cut.size());
    auto const shown_here =
        std::span(all).subspan(cut[current].first, cut[current].last - cut[current].first);
    Html out = portion_links(words, facts, cut, current, url("/plans/{}", plan.id()));
    for (std::size_t at = 0; at < shown_here.size();) {
        auto end = at;
        while (end < shown_here.size() && shown_here[end].area == shown_here[at].area)
            ++end;
        auto const area = shown_here[at].place.area;
        auto const& marks = score.areas[area - 1].marks;
        auto body = html::all(
            html::p({.cls = "govuk-hint"},
                    words(plan.approved_version > 0 ? "plans.area_score" : "plans.area_weight",
                          {{"score", shown(words, marks.score)},
                           {"weight", shown(words, marks.weight)}})),
            area_table(call, plan, shown_here.subspan(at, end - at)));
        out += ui::section({.id = "area-" + std::to_string(area),
                            .title = number_of(words, {area}) + " " + shown_here[at].area->name,
                            .body = std::move(body)});
        at = end;
    }
    return out;
}

Html downloads(Call const& call, PlanRecord const& plan) {
    auto const& words = call.words;
    Html lines;
    if (!call.actor.guest()) {
        auto const where = url("/plans/{}/evidence", plan.id());
        lines += html::li(
            ui::link({.text = words("plans.evidence"), .href = where}), ": ",
            ui::link({.text = words("evidence.gallery"), .href = where.with("view", "gallery")}),
            " · ",
            ui::link({.text = words("evidence.print"), .href = where.with("view", "register")}));
    }
    for (auto const& kind : terms<TableKind>()) {
        Html links;
        for (std::string_view const format : {"pdf", "xlsx", "csv"}) {
            if (!links.empty()) links += text(" · ");
            std::string name(format);
            std::ranges::transform(name, name.begin(), [](char c) {
                return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
            });
            links += ui::link(
                {.text = name,
                 .href =
                     url("/plans/{}/table", plan.id()).with("kind", kind.id).with("format", format),
                 .about = std::string(words(kind.label)),
                 .download = true});
        }
        lines += html::li(words(kind.label), ": ", links);
    }
    return html::ul({.cls = "govuk-list govuk-list--bullet"}, lines);
}

Html done_cell(Words const& words, std::optional<Date> done, std::optional<Due> const& due,
               Date today, bangla::WorkingCalendar const& calendar) {
    Html cell = text(done ? words.date(*done) : words("plans.not_yet"));
    if (!due) return cell;
    auto const late = days_late(due->on, done, today, calendar);
    if (late > 0)
        cell += html::br()
                + ui::status({.text = words("plans.days_late", {{"days", std::int64_t{late}}}),
                              .tone = ui::Status::Tone::bad});
    return cell;
}

/// Each period: when it is due, when it was submitted, and what it scored then.
Html periods_of(Call const& call, PlanRecord const& plan, Around const& around) {
    auto const& words = call.words;
    auto const calendars = call.look([&](Db& db) { return holidays::Calendars(db, call.today); });
    auto const calendar = calendars.of(plan.header.office_path);
    auto const due_cell = [&](std::optional<Due> const& due) {
        return due ? holidays::due_said(words, due->on, calendar) : text("–");
    };
    std::vector<ui::Table::Row> rows;
    for (auto const& term : terms<Period>()) {
        auto const due = due_of(Task::progress, term.value, plan.fiscal_year);
        auto const found =
            std::ranges::find(around.submitted, term.value, &SubmittedPeriod::period);
        bool const there = found != around.submitted.end();
        if (!due && !there) continue;
        rows.push_back({.cells = {text(words(term.label)), due_cell(due),
                                  done_cell(words, there ? std::optional(found->on) : std::nullopt,
                                            due, call.today, calendar),
                                  text(there ? shown(words, found->score) : std::string("–"))}});
    }
    for (auto const& a : around.assessments) {
        auto const task = a.assessor == Assessor::self ? Task::self : Task::higher;
        auto const due = due_of(task, a.period, plan.fiscal_year);
        rows.push_back({.cells = {text(std::string(words(label_of(a.assessor))) + ", "
                                       + std::string(words(label_of(a.period)))),
                                  due_cell(due), done_cell(words, a.on, due, call.today, calendar),
                                  text("–")}});
    }
    return ui::table({.caption = words("plans.periods"),
                      .columns = {{words("plans.period")},
                                  {words("plans.due")},
                                  {words("plans.done_on")},
                                  {.label = words("plans.score"), .number = true}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

} // namespace

Result<web::Response> plan_page(Call const& call, PlanRecord const& plan,
                                std::optional<Error> const& error) {
    auto const& words = call.words;
    auto const around = around_of(call, plan);
    auto const score = scored(around.facts, scale_of(plan));
    auto const& working = plan.is_amended() ? around.working : around.facts;
    std::vector<ui::Section> sections;
    if (plan.approved_version > 0)
        sections.push_back({.id = "periods",
                            .title = words("plans.periods"),
                            .body = periods_of(call, plan, around)});
    sections.push_back(
        {.id = "files", .title = words("plans.files"), .body = downloads(call, plan)});
    if (!call.actor.guest())
        sections.push_back({.id = "history",
                            .title = words("plans.history"),
                            .body = draw_history(words, around.events)});
    auto const main =
        html::all(html::when(error.has_value(),
                             [&] {
                                 return ui::error_summary(words, *error,
                                                          {{"reason", words("plans.reason")},
                                                           {"decision", words("plans.decision")}});
                             }),
                  heading_of(call, plan), summary_of(call, plan, around, score),
                  moves_of(call, plan, working, error), table_of(call, plan, around.facts, score),
                  html::each(sections, [](ui::Section const& s) { return ui::section(s); }));
    return call.page(words(plan.header.title), main,
                     {.before_main = ui::breadcrumb(words, {{words("plans.title"), "/plans"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .wide = true,
                      .status = error ? status_of(*error) : 200});
}

Result<web::Response> show_plan(Call& call) { return plan_page(call, TRY(seen_plan(call))); }

} // namespace udb::plans
