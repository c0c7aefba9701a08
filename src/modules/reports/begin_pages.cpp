// Beginning a report: of which office, year and kind. And the list of them all.
#include "modules/holidays/holidays.hpp"
#include "modules/offices/offices.hpp"
#include "modules/reports/pages.hpp"
#include "modules/reports/policy.hpp"
#include "registers/pages/pages.hpp"

#include <algorithm>
#include <charconv>

namespace udb::reports {
namespace {

std::string year_name(Words const& words, int year) {
    return bangla::name(bangla::FiscalYear{year}, words.language());
}

std::vector<ui::Choice> year_choices(Words const& words, Date today) {
    std::vector<ui::Choice> choices;
    auto const now = bangla::fiscal_year(today).start;
    for (auto const year : {now - 1, now, now - 2})
        choices.push_back({std::to_string(year), year_name(words, year)});
    return choices;
}

std::vector<ui::Choice> kind_choices(Words const& words) {
    std::vector<ui::Choice> choices;
    for (auto const& term : terms<Kind>())
        choices.push_back({std::string(term.id), std::string(words(term.label))});
    return choices;
}

/// The office of a place in the tree, `/1/7/`.
std::optional<Id<Office>> office_at(std::string_view path) {
    if (path.size() < 2) return {};
    path.remove_suffix(1);
    return parse_id<Office>(path.substr(path.rfind('/') + 1));
}

std::vector<ui::Choice> own_offices(Call const& call) {
    std::vector<Id<Office>> ids;
    auto const add = [&](std::optional<Id<Office>> id) {
        if (id && *id && std::ranges::find(ids, *id) == ids.end()) ids.push_back(*id);
    };
    for (auto const& assignment : call.actor.assignments)
        add(office_at(assignment.office_path));
    add(call.actor.office);
    std::vector<ui::Choice> choices;
    for (auto const& line : call.look([&](Db& db) { return offices::office_lines(db, ids); }))
        if (call.may(policy, Act::write, {.office_path = line.path}))
            choices.push_back({to_string(line.id), call.words(line.name)});
    return choices;
}

web::Response begin_page(Call const& call, FormValues const& form,
                         std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const wrong = [&](std::string_view field) {
        return error ? ui::error_at(words, error->fields, field) : std::string();
    };
    auto const select = [&](char const* name, std::vector<ui::Choice> choices) {
        auto const key = std::string("reports.") + name;
        return ui::select(words, {.name = name,
                                  .label = words(key),
                                  .choices = std::move(choices),
                                  .value = value_of(form, name),
                                  .error = wrong(name)});
    };
    auto const fields = html::all(
        select("office", own_offices(call)), select("year", year_choices(words, call.today)),
        select("kind", kind_choices(words)), ui::button({.label = words("reports.begin")}));
    auto const main = html::all(
        html::when(error.has_value(),
                   [&] {
                       return ui::error_summary(words, *error,
                                                {{"office", words("reports.office")},
                                                 {"year", words("reports.year")},
                                                 {"kind", words("reports.kind")}});
                   }),
        ui::page_heading({.title = words("reports.begin"), .lead = words("reports.begin_lead")}),
        ui::form({.action = "/reports", .csrf = call.csrf()}, fields));
    return call.page(words("reports.begin"), main,
                     {.before_main = ui::breadcrumb(words, {{words("reports.title"), "/reports"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? status_of(*error) : 200});
}

Result<Beginning> asked_of(Call const& call, FormValues const& form) {
    std::vector<FieldError> wrong;
    Beginning asked;
    if (auto const office = parse_id<Office>(value_of(form, "office")))
        asked.office = *office;
    else
        wrong.push_back({"office", {"field.required"}});
    auto const year = value_of(form, "year");
    std::from_chars(year.data(), year.data() + year.size(), asked.fiscal_year);
    auto const now = bangla::fiscal_year(call.today).start;
    if (asked.fiscal_year < now - 2 || asked.fiscal_year > now)
        wrong.push_back({"year", {"field.required"}});
    if (auto const kind = term_with_id<Kind>(value_of(form, "kind")))
        asked.kind = *kind;
    else
        wrong.push_back({"kind", {"field.required"}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return asked;
}

/// Sent and published against the day, for each line of the list.
std::vector<std::vector<Html>> cells_of(Call const& call, Db& db,
                                        std::vector<ListLine> const& lines) {
    std::vector<Id<Report>> ids;
    for (auto const& line : lines)
        ids.push_back(as<Report>(line.header.id));
    auto const reports = find_reports(db, ids);
    auto const editions = editions_of(db, ids);
    holidays::Calendars const calendars(db, call.today);
    std::vector<std::vector<Html>> cells;
    for (auto const id : ids) {
        auto const report = std::ranges::find(reports, id, &ReportRecord::id);
        std::optional<Date> sent, published;
        for (auto const& e : editions) {
            if (e.report != id) continue;
            if (e.sent_on && (!sent || *e.sent_on < *sent)) sent = e.sent_on;
            if (e.published_on && (!published || *e.published_on < *published))
                published = e.published_on;
        }
        auto const due = due_of(report->kind, report->fiscal_year);
        auto const calendar = calendars.of(report->header.office_path);
        cells.push_back(
            {against_due(call, due, sent, calendar), against_due(call, due, published, calendar)});
    }
    return cells;
}

} // namespace

Result<web::Response> show_begin(Call& call) {
    auto const& query = call.request.query;
    FormValues form{{"year", std::to_string(bangla::fiscal_year(call.today).start - 1)},
                    {"kind", std::string(id_of(Kind::annual))}};
    auto const offices = own_offices(call);
    if (!offices.empty()) form.emplace("office", offices.front().value);
    for (auto& [name, value] : form)
        if (auto const asked = query.get(name)) value = *asked;
    return begin_page(call, form);
}

Result<web::Response> post_begin(Call& call) {
    auto const form = call.values();
    auto const asked = asked_of(call, form);
    if (!asked) return begin_page(call, form, asked.error());
    auto const begun = call.perform(begin, *asked);
    if (!begun && can_be_mended(begun.error())) return begin_page(call, form, begun.error());
    if (!begun) return begun.error();
    return call.redirect(url("/reports/{}", *begun), "reports.begun_flash");
}

Result<web::Response> show_reports(Call& call) {
    auto const& words = call.words;
    Html actions;
    if (permits_somewhere(policy, call.actor, Act::write))
        actions = ui::button({.label = words("reports.begin"), .href = "/reports/new"});
    return list_page(
        call,
        {.lead = words("reports.list_lead"),
         .actions = actions,
         .above = html::p(ui::link({.text = words("reports.feed"), .href = "/reports/feed.atom"})),
         .narrowing = {{"year", years_to_narrow(call, "reports")}},
         .columns = {{.label = words("reports.sent")}, {.label = words("reports.published")}},
         .cells = [&](Db& db, std::vector<ListLine> const& lines) {
             return cells_of(call, db, lines);
         }});
}

} // namespace udb::reports
