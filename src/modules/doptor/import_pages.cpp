// The administrator's pages: files in, the report out, and the reports of earlier imports.
#include "modules/doptor/import_store.hpp"
#include "modules/doptor/pages.hpp"
#include "modules/doptor/policy.hpp"
#include "platform/clock.hpp"
#include "web/components/components.hpp"

#include <charconv>

namespace udb::doptor {
namespace {

constexpr int lines_on_page = 100;
constexpr int imports_most = 20;
constexpr std::size_t tried_lines_most = 500;

ui::Status outcome_status(Words const& words, Outcome outcome) {
    using Tone = ui::Status::Tone;
    auto const tone = outcome == Outcome::refused   ? Tone::bad
                      : outcome == Outcome::matched ? Tone::plain
                                                    : Tone::good;
    return {.text = std::string(words(label_of(outcome))), .tone = tone};
}

Html counts_table(Words const& words, Report const& report) {
    std::vector<ui::Table::Column> columns{{words("doptor.kind")}};
    for (auto const& outcome : terms<Outcome>())
        columns.push_back({std::string(words(outcome.label)), true});
    std::vector<ui::Table::Row> rows;
    for (auto const& kind : terms<Kind>()) {
        std::vector<Html> cells{text(words(kind.label))};
        std::int64_t all = 0;
        for (auto const& outcome : terms<Outcome>()) {
            auto const count = report.count(kind.value, outcome.value);
            all += count;
            cells.push_back(text(words.number(count)));
        }
        if (all > 0) rows.push_back({.cells = std::move(cells)});
    }
    return ui::table({.caption = words("doptor.counts_by_kind"),
                      .columns = std::move(columns),
                      .rows = std::move(rows),
                      .hidden_caption = true,
                      .phone = ui::Table::Phone::scroll});
}

Html notes_of(Words const& words, Line const& line) {
    Html out;
    for (auto const& note : line.notes) {
        if (!out.empty()) out += html::br();
        out += text(words.catalogue().has(note.key) ? words(note) : note.key);
    }
    return out;
}

Url page_of(Line const& line) {
    return line.kind == Kind::designation ? url("/posts/{}", line.record)
                                          : url("/offices/{}", line.record);
}

Html lines_table(Words const& words, std::span<Line const> lines) {
    std::vector<ui::Table::Row> rows;
    for (auto const& line : lines) {
        auto const name = line.name.bn.empty() && line.name.en.empty() ? words("doptor.nameless")
                                                                       : words(line.name);
        rows.push_back(
            {.cells = {
                 line.record ? ui::link({.text = name, .href = page_of(line)}) : text(name),
                 text(std::string(words(label_of(line.kind))) + " " + words.number(line.outside)),
                 html::all(text(line.file), html::br(),
                           text(words("doptor.row", {{"row", line.row}}))),
                 ui::status(outcome_status(words, line.outcome)), notes_of(words, line)}});
    }
    return ui::table({.caption = words("doptor.lines"),
                      .columns = {{words("doptor.name")},
                                  {words("doptor.number")},
                                  {words("doptor.where")},
                                  {words("doptor.outcome")},
                                  {words("doptor.why")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html sums(Words const& words, Report const& report) {
    return html::p(words("doptor.sums", {{"added", report.count(Outcome::added)},
                                         {"updated", report.count(Outcome::updated)},
                                         {"matched", report.count(Outcome::matched)},
                                         {"unchanged", report.count(Outcome::unchanged)},
                                         {"mended", report.mended},
                                         {"refused", report.count(Outcome::refused)}}));
}

Html upload_form(Call const& call, std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    return ui::form(
        {.action = "/doptor", .csrf = call.csrf(), .files = true},
        html::all(
            ui::file_upload(words, {.name = "files",
                                    .label = words("doptor.files"),
                                    .hint = words("doptor.files_hint"),
                                    .error = ui::error_at(words, errors, "files"),
                                    .accept = ".json,application/json",
                                    .many = true}),
            ui::button_group(
                {ui::button({.label = words("doptor.try"),
                             .kind = ui::Button::Kind::secondary,
                             .name = "do",
                             .value = "try"}),
                 ui::button({.label = words("doptor.take"), .name = "do", .value = "take"})})));
}

web::Response imports_page(Call const& call, std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const imports = call.look([](Db& db) { return imports_of(db, imports_most); });
    std::vector<ui::Table::Row> rows;
    for (auto const& line : imports)
        rows.push_back(
            {.cells = {ui::link({.text = words.date(day_of(line.at)),
                                 .href = url("/doptor/{}", line.id),
                                 .about = line.files}),
                       text(words(line.who)), text(words.number(line.report.count(Outcome::added))),
                       text(words.number(line.report.count(Outcome::updated))),
                       text(words.number(line.report.count(Outcome::refused)))}});
    auto const list =
        rows.empty()
            ? ui::empty_state({.sentence = words("doptor.none")})
            : ui::table({.caption = words("doptor.earlier"),
                         .columns = {{words("doptor.when")},
                                     {words("doptor.who")},
                                     {std::string(words(label_of(Outcome::added))), true},
                                     {std::string(words(label_of(Outcome::updated))), true},
                                     {std::string(words(label_of(Outcome::refused))), true}},
                         .rows = std::move(rows),
                         .hidden_caption = true});
    auto const main =
        html::all(ui::error_summary(words, errors),
                  ui::page_heading({.title = words("doptor.title"), .lead = words("doptor.lead")}),
                  upload_form(call, errors),
                  ui::section({.id = "earlier", .title = words("doptor.earlier"), .body = list}));
    return call.page(words("doptor.title"), main,
                     {.problems = errors.size(), .status = errors.empty() ? 200 : 422});
}

/// What an import would do: nothing was saved.
web::Response tried_page(Call const& call, Report const& report) {
    auto const& words = call.words;
    auto const shown = std::min(report.lines.size(), tried_lines_most);
    Html list = report.lines.empty() ? html::p(words("doptor.all_well"))
                                     : lines_table(words, std::span(report.lines).first(shown));
    if (shown < report.lines.size())
        list += html::p(
            words("doptor.more_lines", {{"shown", static_cast<std::int64_t>(shown)},
                                        {"all", static_cast<std::int64_t>(report.lines.size())}}));
    auto const main = html::all(
        ui::page_heading(
            {.title = words("doptor.tried_title"), .lead = words("doptor.tried_lead")}),
        ui::section({.id = "sums",
                     .title = words("doptor.counts"),
                     .body = html::all(sums(words, report), counts_table(words, report))}),
        ui::section({.id = "lines", .title = words("doptor.lines"), .body = list}),
        ui::section(
            {.id = "again", .title = words("doptor.take_now"), .body = upload_form(call, {})}));
    return call.page(
        words("doptor.tried_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("doptor.title"), "/doptor"}}), .wide = true});
}

std::int64_t page_asked(Call const& call) {
    std::int64_t page = 1;
    auto const text = call.request.query.get_or("page", "1");
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, 1'000'000);
}

Html choose_outcome(Words const& words, Id<DoptorImport> id, std::optional<Outcome> chosen) {
    Html items;
    auto const item = [&](std::string const& label, Url const& href, bool here) {
        items += html::li(here ? html::strong(label) : ui::link({.text = label, .href = href}));
    };
    auto const all = url("/doptor/{}", id);
    item(words("doptor.all_lines"), all, !chosen);
    for (auto const outcome : {Outcome::refused, Outcome::matched, Outcome::added})
        item(outcome == Outcome::added ? words("doptor.added_mended")
                                       : std::string(words(label_of(outcome))),
             Url(all).with("outcome", id_of(outcome)), chosen == outcome);
    return html::ul(items);
}

} // namespace

Result<web::Response> show_imports(Call& call) {
    TRY(call.allow(policy, Act::write, {.office_path = "/"}));
    return imports_page(call, {});
}

Result<web::Response> post_import(Call& call) {
    TRY(call.allow(policy, Act::write, {.office_path = "/"}));
    std::vector<SourceFile> files;
    for (auto const& upload : call.form.files)
        if (upload.field == "files") files.push_back({upload.name, upload.bytes});
    if (files.empty()) return imports_page(call, {{"files", {"doptor.no_file"}}});
    if (call.form["do"] != "take") {
        auto const report = tried([&](auto const& work) { return call.perform(work); }, files);
        if (report) return tried_page(call, *report);
        if (report.error().kind != Error::Kind::invalid) return report.error();
        return imports_page(call, report.error().fields);
    }
    auto const imported = call.perform([&](Work& work) { return import(work, files); });
    if (imported) return call.redirect(url("/doptor/{}", imported->id), "doptor.taken_flash");
    if (imported.error().kind != Error::Kind::invalid) return imported.error();
    return imports_page(call, imported.error().fields);
}

Result<web::Response> show_import(Call& call) {
    TRY(call.allow(policy, Act::write, {.office_path = "/"}));
    auto const& words = call.words;
    auto const id = TRY(call.id<DoptorImport>());
    auto const outcome = term_with_id<Outcome>(call.request.query.get_or("outcome"));
    auto const page = page_asked(call);
    struct Shown {
        std::optional<ImportLine> import;
        KeptLines kept;
    };
    auto const s = call.look([&](Db& db) {
        return Shown{find_import(db, id),
                     lines_of(db, id, outcome, lines_on_page, (page - 1) * lines_on_page)};
    });
    if (!s.import) return not_found();
    auto const title = words("doptor.report_title", {{"date", day_of(s.import->at)}});
    auto const list =
        s.kept.lines.empty() ? html::p(words("doptor.all_well")) : lines_table(words, s.kept.lines);
    auto href = url("/doptor/{}", id);
    if (outcome) href = href.with("outcome", id_of(*outcome));
    auto const main = html::all(
        ui::page_heading({.title = title, .lead = s.import->files}),
        ui::section({.id = "sums",
                     .title = words("doptor.counts"),
                     .body = html::all(sums(words, s.import->report),
                                       counts_table(words, s.import->report))}),
        ui::section({.id = "lines",
                     .title = words("doptor.lines"),
                     .body = html::all(choose_outcome(words, id, outcome), list,
                                       ui::pager(words, {.page = page,
                                                         .pages = (s.kept.total + lines_on_page - 1)
                                                                  / lines_on_page,
                                                         .href = href}))}));
    return call.page(
        title, main,
        {.before_main = ui::breadcrumb(words, {{words("doptor.title"), "/doptor"}}), .wide = true});
}

} // namespace udb::doptor
