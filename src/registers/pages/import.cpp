// A file into a register: brought, reported on row by row, confirmed.
#include "registers/exchange/import.hpp"

#include "host/application.hpp"
#include "host/uploads.hpp"
#include "kernel/form_values.hpp"
#include "registers/pages/pages.hpp"
#include "registers/pages/places.hpp"
#include "registers/tables/csv.hpp"
#include "web/components/components.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

constexpr std::int64_t problems_shown_most = 200;
/// The verbs of a register's own are tried beforehand on so many rows; they hold the database.
constexpr std::int64_t rehearsed_most = 2000;

Url report_address(Kept const& kept, Id<Upload> id, std::string_view rest = {}) {
    return address(kept, "/import/" + to_string(id) + std::string(rest));
}

std::string import_title(Call const& call) {
    return call.words("host.import_title",
                      {{"title", std::string(call.words(call.kept->reg->title))}});
}

web::Response upload_page(Call const& call, std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const title = import_title(call);
    auto const problem = error ? words(error->message) : std::string{};
    Html main;
    if (error) main += ui::error_summary(words, {{"file", error->message}});
    main += ui::page_heading({.title = title, .lead = words("host.import_lead")});
    auto const sample = address(*call.kept, "/export").with("format", "xlsx");
    main += html::ul({.cls = "govuk-list govuk-list--bullet"},
                     html::all(html::li(words("host.import_how_heads")),
                               html::li(words("host.import_how_id")),
                               html::li(words("host.import_how_report"))));
    main +=
        html::p(ui::link({.text = words("host.import_sample"), .href = sample, .download = true}));
    main += ui::form(
        {.action = address(*call.kept, "/import"), .csrf = call.csrf(), .files = true},
        html::all(ui::file_upload(
                      words,
                      {.name = "file",
                       .label = words("host.import_file"),
                       .hint = words("host.import_file_hint",
                                     {{"most", static_cast<std::int64_t>(import_bytes_max >> 20U)},
                                      {"rows", static_cast<std::int64_t>(TableLimits{}.rows_max)}}),
                       .error = problem,
                       .accept = ".csv,.xlsx,.txt,text/csv"}),
                  ui::button({.label = words("host.import_examine")})));
    return call.page(title, main,
                     {.before_main = way_back(call),
                      .problems = error ? std::size_t{1} : std::size_t{0},
                      .status = error ? 422 : 200});
}

/// An upload that waits, read again.
struct Waiting {
    Upload file;
    Table table;
    ImportHeads heads;
};
Result<Waiting> waiting(Call const& call) {
    auto const id = TRY(call.id<Upload>("upload"));
    auto file = call.look(
        [&](Db& db) { return find_upload(db, id, call.actor, call.kept->reg->name, call.now); });
    if (!file) return refused({"host.import_gone"});
    Waiting found{.file = {}, .table = TRY(read_table(file->bytes)), .heads = {}};
    found.file = {.id = file->id, .name = std::move(file->name)};
    found.heads = TRY(read_heads(call.application().catalogue(), *call.kept->reg, found.table));
    return found;
}

ImportSource source_of(Call const& call, Waiting const& w) {
    return {.kept = *call.kept,
            .words = call.application().catalogue(),
            .table = w.table,
            .heads = w.heads};
}

/// Every problem, those that only the register's own verbs see too.
ImportSummary examined(Call const& call, Waiting const& w,
                       std::function<void(ImportProblem const&)> const& wrong) {
    auto const source = source_of(call, w);
    auto summary = call.look([&](Db& db) { return examine_import(db, call.actor, source, wrong); });
    bool const own = call.kept->enter || call.kept->correct;
    if (!own || summary.entered + summary.corrected > rehearsed_most) return summary;
    std::vector<ImportProblem> found;
    auto const rolled_back = call.perform([&](Work& work) -> Done {
        found.clear();
        rehearse_import(work, source,
                        [&](ImportProblem const& problem) { found.push_back(problem); });
        return refused({"host.import_faulty"});
    });
    // Something that no verb foresaw, such as a name that is taken.
    if (rolled_back.error().message.key != "host.import_faulty")
        found.push_back({.message = rolled_back.error().message});
    std::int64_t last = -1;
    for (auto const& problem : found) {
        summary.faulty += problem.row != last ? 1 : 0;
        last = problem.row;
        ++summary.problems;
        wrong(problem);
    }
    return summary;
}

Html counts(Words const& words, ImportSummary const& s) {
    auto const row = [&](std::string_view key, std::int64_t count) {
        return ui::SummaryRow{words(key), text(words.number(count))};
    };
    return ui::summary_list({row("host.import_rows", s.rows), row("host.import_entered", s.entered),
                             row("host.import_corrected", s.corrected),
                             row("host.import_unchanged", s.unchanged),
                             row("host.import_wrong_rows", s.faulty)});
}

Html problems_table(Call const& call, std::vector<ImportProblem> const& problems,
                    ImportSummary const& summary) {
    auto const& words = call.words;
    ui::Table table{.caption = words("host.import_problems", {{"count", summary.problems}}),
                    .columns = {{words("host.import_row")},
                                {words("host.import_column")},
                                {words("host.import_cell")},
                                {words("host.import_what")}},
                    .rows = {}};
    for (auto const& p : problems)
        table.rows.push_back(
            {.cells = {text(p.row > 0 ? words("host.import_at_row", {{"row", p.row}}) : ""),
                       text(words(p.column)), text(p.cell), text(words(p.message))}});
    return ui::table(table);
}

struct Report {
    Waiting waiting;
    ImportSummary summary;
    std::vector<ImportProblem> problems; ///< the first of them
};

Html what_to_do(Call const& call, Report const& report) {
    auto const& words = call.words;
    auto const& s = report.summary;
    auto const again = ui::button({.label = words("host.import_again"),
                                   .kind = ui::Button::Kind::secondary,
                                   .href = address(*call.kept, "/import")});
    if (s.problems > 0)
        return html::all(ui::notice(words, {.kind = ui::Notice::Kind::problem,
                                            .body = text(words("host.import_mend"))}),
                         problems_table(call, report.problems, s),
                         html::when(s.problems > problems_shown_most,
                                    [&] {
                                        return html::p(words("host.import_first",
                                                             {{"most", problems_shown_most}}));
                                    }),
                         html::p(ui::link({.text = words("host.import_problems_file"),
                                           .href = report_address(
                                               *call.kept, report.waiting.file.id, "/problems"),
                                           .download = true})),
                         again);
    if (s.entered + s.corrected == 0)
        return html::all(ui::notice(words, {.body = text(words("host.import_nothing"))}), again);
    return ui::form(
        {.action = report_address(*call.kept, report.waiting.file.id), .csrf = call.csrf()},
        html::all(html::hidden("seen", s.seen),
                  ui::button_group({ui::button({.label = words("host.import_confirm")}), again})));
}

web::Response report_page(Call const& call, Report const& report,
                          std::optional<Message> const& first = {}) {
    auto const& words = call.words;
    auto const title = words("host.import_report");
    Html unknown;
    for (auto const& head : report.waiting.heads.unknown)
        unknown += html::li(head);
    auto const main = html::all(
        html::when(first.has_value(),
                   [&] {
                       return ui::notice(
                           words, {.kind = ui::Notice::Kind::problem, .body = text(words(*first))});
                   }),
        ui::page_heading({.title = title, .lead = report.waiting.file.name}),
        counts(words, report.summary),
        html::when(!unknown.empty(),
                   [&] {
                       return ui::notice(words,
                                         {.body = html::all(html::p(words("host.import_unknown")),
                                                            html::ul(unknown))});
                   }),
        what_to_do(call, report));
    return call.page(title, main, {.before_main = way_back(call), .status = first ? 409 : 200});
}

Report report_on(Call const& call, Waiting w) {
    Report report{.waiting = std::move(w), .summary = {}, .problems = {}};
    report.summary = examined(call, report.waiting, [&](ImportProblem const& problem) {
        if (std::ssize(report.problems) < problems_shown_most) report.problems.push_back(problem);
    });
    return report;
}

} // namespace

Result<web::Response> show_import(Call& call) { return upload_page(call); }

Result<web::Response> post_import(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const* file = call.form.file("file");
    if (!file) return upload_page(call, refused({"host.import_no_file"}));
    auto const table = read_table(file->bytes);
    if (!table) return upload_page(call, table.error());
    if (auto const heads = read_heads(call.application().catalogue(), *call.kept->reg, *table);
        !heads)
        return upload_page(call, heads.error());
    auto const id = call.perform([&](Work& work) {
        return keep_upload(work, call.kept->reg->name, file->name, file->bytes);
    });
    return call.redirect(report_address(*call.kept, id));
}

Result<web::Response> show_import_report(Call& call) {
    auto w = waiting(call);
    if (!w) return upload_page(call, w.error());
    return report_page(call, report_on(call, std::move(*w)));
}

Result<web::Response> show_import_problems(Call& call) {
    auto const w = TRY(waiting(call));
    auto const& words = call.words;
    auto body = std::make_shared<web::BodyFile>();
    auto const writer = table_writer(TableFormat::csv, *body, {});
    writer->heads(std::array{words("host.import_row"), words("host.import_column"),
                             words("host.import_cell"), words("host.import_what")});
    examined(call, w, [&](ImportProblem const& p) {
        writer->row(std::array<TableCell, 4>{{{std::to_string(p.row), TableCell::Kind::number},
                                              {words(p.column)},
                                              {p.cell},
                                              {words(p.message)}}});
    });
    writer->finish();
    return web::Response::file(std::move(body), media_type_of(TableFormat::csv),
                               words("host.import_report") + ".csv");
}

Result<web::Response> post_import_confirmed(Call& call) {
    auto w = waiting(call);
    if (!w) return upload_page(call, w.error());
    auto const source = source_of(call, *w);
    auto const seen = value_of(call.values(), "seen");
    std::vector<ImportProblem> refusals;
    auto const done = call.perform([&](Work& work) {
        refusals.clear();
        auto summary = carry_out_import(
            work, source, seen, [&](ImportProblem const& problem) { refusals.push_back(problem); });
        if (summary) drop_upload(work.db, w->file.id);
        return summary;
    });
    if (done) return call.redirect(address(*call.kept), "host.imported_flash");
    auto report = report_on(call, std::move(*w));
    bool const overtaken = done.error().kind == Error::Kind::conflict;
    if (!overtaken && report.summary.problems == 0) {
        report.problems = std::move(refusals);
        report.summary.problems = std::max<std::int64_t>(1, std::ssize(report.problems));
        report.summary.faulty = 1;
    }
    return report_page(call, report,
                       Message{overtaken ? "host.import_overtaken" : "host.import_faulty"});
}

} // namespace udb
