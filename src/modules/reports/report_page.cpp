// A report on the screen: how far it is, what is due, and what it says chapter by chapter.
#include "modules/holidays/holidays.hpp"
#include "modules/reports/pages.hpp"
#include "registers/pages/history.hpp"

#include <algorithm>

namespace udb::reports {
namespace {

constexpr int events_most = 40;

/// What is shown of it: the edition that is written, or one that was frozen.
struct Shown {
    Content content = {};
    int frozen = 0; ///< the edition whose files hold it; zero: it is still written
};

/// A frozen edition's own JSON; nothing where there is none.
std::optional<Content> frozen_content(Db& db, ReportRecord const& report, int edition) {
    for (auto const& file : files_of(db, report.id(), edition))
        if (file.format == "json") {
            auto content = content_of(bytes_of(db, file));
            if (content) content->title = report.header.title.bn;
            return content;
        }
    return {};
}

Shown shown_of(Call const& call, ReportRecord const& report) {
    return call.look([&](Db& db) {
        auto const edition =
            is_within(call, report) ? report.approved_edition : report.published_edition;
        bool const written = is_within(call, report) && report.working != Stage::approved;
        if (!written)
            if (auto content = frozen_content(db, report, edition))
                return Shown{std::move(*content), edition};
        return Shown{assembled(db, report, call.today, call.now, false), 0};
    });
}

Html heading_of(Call const& call, ReportRecord const& report, Shown const& shown) {
    auto const& words = call.words;
    std::vector<Html> ways;
    using Kind = ui::Button::Kind;
    if (shown.frozen > 0)
        ways.push_back(ui::button(
            {.label = words("reports.pdf"),
             .kind = Kind::secondary,
             .href = url("/reports/{}/editions/{}/{}", report.id(), shown.frozen, "pdf")}));
    else
        ways.push_back(ui::button({.label = words("reports.draft_pdf"),
                                   .kind = Kind::secondary,
                                   .href = url("/reports/{}/draft.pdf", report.id())}));
    return ui::page_heading(
        {.title = words(report.header.title),
         .above = words(report.office_name),
         .status =
             stage_mark(words, report.stage == Stage::published ? report.stage : report.working),
         .actions = ui::button_group(ways)});
}

Html summary_of(Call const& call, ReportRecord const& report) {
    auto const& words = call.words;
    auto const days = days_of(report.kind, report.fiscal_year);
    auto const calendars = call.look([&](Db& db) { return holidays::Calendars(db, call.today); });
    auto const calendar = calendars.of(report.header.office_path);
    std::vector<ui::SummaryRow> rows{
        {words("reports.period"),
         text(words("reports.of_days", {{"first", days.first}, {"last", days.last}}))}};
    if (auto const due = due_of(report.kind, report.fiscal_year)) {
        auto const mark =
            report.approved_edition > 0 ? Html{} : against_due(call, due, {}, calendar);
        rows.push_back(
            {words("reports.due"),
             html::all(html::div(holidays::due_said(words, due->on, calendar)), html::div(mark),
                       html::div(html::span({.cls = "govuk-hint"}, words(due->source))))});
    }
    if (report.working != Stage::approved && is_within(call, report) && report.edition > 1)
        rows.push_back(
            {words("reports.edition"),
             text(words("reports.correcting", {{"edition", std::int64_t{report.edition}}}))});
    return ui::summary_list(rows);
}

Html contents_of(Content const& content, Words const& words) {
    std::vector<ui::Section> sections;
    for (auto const& chapter : content.chapters)
        sections.push_back({.id = "chapter-" + chapter.id,
                            .title = chapter.number + "। " + chapter.title,
                            .body = {}});
    auto const chips = html::div({.more = {{"lang", "bn"}}}, ui::contents(words, sections));
    return ui::section(
        {.id = "contents",
         .title = words("reports.contents"),
         .body = html::all(
             html::when(words.language() != Language::bn,
                        [&] { return html::p({.cls = "govuk-hint"}, words("reports.in_bangla")); }),
             chips)});
}

Html content_of_page(Call const& call, ReportRecord const& report, Shown const& shown) {
    bool const writing =
        shown.frozen == 0 && report.working == Stage::draft && may(call, Act::write, report);
    return content_html(
        shown.content,
        [&](bangla::Picture const& p) -> std::optional<Url> {
            if (p.address.empty()) return {};
            if (shown.frozen == 0) return Url::parse(p.address);
            return url("/reports/{}/editions/{}/{}", report.id(), shown.frozen, p.address);
        },
        [&](ChapterContent const& chapter) {
            if (!writing) return Html{};
            return ui::link({.text = call.words("reports.write"),
                             .href = url("/reports/{}/chapters/{}", report.id(), chapter.id),
                             .about = chapter.title});
        });
}

std::vector<ui::FieldLabel> labels(std::vector<std::pair<std::string, std::string>> const& own) {
    std::vector<ui::FieldLabel> out;
    for (auto const& [field, label] : own)
        out.push_back({field, label});
    return out;
}

Html problems_of(Words const& words, std::optional<Error> const& error) {
    if (!error) return {};
    std::vector<std::pair<std::string, std::string>> own;
    for (std::string const field :
         {"reason", "why", "on", "channel", "memo", "email", "proof", "note", "address"})
        own.emplace_back(field, words("reports." + field));
    return ui::error_summary(words, *error, labels(own));
}

} // namespace

Result<web::Response> report_page(Call const& call, ReportRecord const& report,
                                  std::optional<Error> const& error) {
    auto const& words = call.words;
    auto const shown = shown_of(call, report);
    Html history;
    if (is_within(call, report))
        history = ui::section({.id = "history",
                               .title = words("reports.history"),
                               .body = draw_history(words, call.look([&](Db& db) {
                                   return events_of(db, report.header.id, events_most);
                               }))});
    auto const main =
        html::all(problems_of(words, error), heading_of(call, report, shown),
                  summary_of(call, report), moves_of(call, report, error),
                  proofs_of(call, report, error), contents_of(shown.content, words),
                  content_of_page(call, report, shown), editions_of_page(call, report), history);
    return call.page(words(report.header.title), main,
                     {.before_main = ui::breadcrumb(words, {{words("reports.title"), "/reports"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .wide = true,
                      .status = error ? status_of(*error) : 200});
}

Result<web::Response> show_report(Call& call) { return report_page(call, TRY(seen_report(call))); }

} // namespace udb::reports
