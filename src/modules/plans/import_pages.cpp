// A plan from a table that somebody kept in a spreadsheet: brought, reported on row by row, and
// saved only when the report was read.
#include "bangla/text/search_key.hpp"
#include "host/uploads.hpp"
#include "modules/offices/offices.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/plan_import.hpp"
#include "registers/exchange/import.hpp"

#include <algorithm>
#include <charconv>

namespace udb::plans {
namespace {

constexpr std::string_view purpose = "plan";

/// Of which office, year and form the table is.
struct Of {
    Id<Office> office = {};
    int year = 0;
    PlanTemplate const* form = nullptr;
};

Result<Of> of_form(Call const& call, FormValues const& form) {
    std::vector<FieldError> wrong;
    Of of;
    if (auto const office = parse_id<Office>(value_of(form, "office")))
        of.office = *office;
    else
        wrong.push_back({"office", {"field.required"}});
    auto const year = value_of(form, "year");
    std::from_chars(year.data(), year.data() + year.size(), of.year);
    auto const now = bangla::fiscal_year(call.today).start;
    if (of.year < now - 10 || of.year > now + 1) wrong.push_back({"year", {"field.required"}});
    of.form = plan_template(value_of(form, "form"));
    if (!of.form) wrong.push_back({"form", {"field.required"}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return of;
}

web::Response upload_page(Call const& call, FormValues const& form,
                          std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const now = bangla::fiscal_year(call.today).start;
    std::vector<ui::Choice> years, forms;
    for (int year = now + 1; year >= now - 3; --year)
        years.push_back({std::to_string(year), year_name(words, year)});
    for (auto const& one : plan_templates())
        forms.push_back({one.id, words(one.title)});
    auto const pick = [&](std::string name, std::string_view label,
                          std::vector<ui::Choice> choices) {
        auto const wrong = error ? ui::error_at(words, error->fields, name) : std::string();
        auto const value = value_of(form, name);
        return ui::select(words, {.name = std::move(name),
                                  .label = words(label),
                                  .choices = std::move(choices),
                                  .value = value,
                                  .error = wrong});
    };
    auto const main = html::all(
        html::when(error.has_value(),
                   [&] {
                       return ui::error_summary(words, *error,
                                                {{"office", words("plans.office")},
                                                 {"year", words("plans.year")},
                                                 {"form", words("plans.form")},
                                                 {"file", words("plans.file")}});
                   }),
        ui::page_heading({.title = words("plans.import"), .lead = words("plans.import_lead")}),
        ui::form({.action = "/plans/import", .csrf = call.csrf(), .files = true},
                 html::all(pick("office", "plans.office", own_offices(call)),
                           pick("year", "plans.year", std::move(years)),
                           pick("form", "plans.form", std::move(forms)),
                           ui::file_upload(
                               words, {.name = "file",
                                       .label = words("plans.file"),
                                       .hint = words("plans.file_hint"),
                                       .error = error ? ui::error_at(words, error->fields, "file")
                                                      : std::string(),
                                       .accept = ".xlsx,.csv"}),
                           ui::button({.label = words("plans.read_file")}))));
    return call.page(words("plans.import"), main,
                     {.before_main = ui::breadcrumb(words, {{words("plans.title"), "/plans"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? status_of(*error) : 200});
}

/// Posts of the office by the names that the rows write.
void name_posts(Call const& call, Id<Office> office, PlanImport& read) {
    std::map<std::string, Id<Post>, std::less<>> posts;
    for (auto const& line :
         call.look([&](Db& db) { return offices::posts_of(db, office, call.today); })) {
        auto const label = offices::label_of(line.post);
        for (auto const& name : {line.post.title_bn, line.post.title_en, label.bn, label.en})
            if (!name.empty()) posts.emplace(bangla::search_key(name), line.id);
    }
    for (auto const& row : read.rows) {
        auto const [area, activity, indicator] = row.place;
        auto const found = posts.find(bangla::search_key(row.responsible));
        if (indicator == 0 || row.responsible.empty() || found == posts.end()) continue;
        read.plan.areas.at(area - 1)
            .activities.at(activity - 1)
            .indicators.at(indicator - 1)
            .responsible = found->second;
    }
}

Result<PlanImport> read_plan_table(Call const& call, std::string_view bytes, Of const& of) {
    auto const table = TRY(read_table(bytes));
    std::vector<SheetRow> rows;
    rows.reserve(table.rows());
    for (std::size_t r = 0; r < table.rows(); ++r) {
        SheetRow row{.number = table.number(r)};
        for (std::size_t c = 0; c < table.columns(r); ++c)
            row.cells.push_back(table.cell(r, c));
        rows.push_back(std::move(row));
    }
    auto read = TRY(import_plan(rows, *of.form, of.year));
    name_posts(call, of.office, read);
    return read;
}

std::string_view state_key(RowState state) {
    switch (state) {
    case RowState::taken: return "plans.row_taken";
    case RowState::mended: return "plans.row_mended";
    case RowState::refused: return "plans.row_refused";
    case RowState::passed_over: break;
    }
    return "plans.row_passed_over";
}

ui::Status::Tone tone_of(RowState state) {
    using Tone = ui::Status::Tone;
    switch (state) {
    case RowState::taken: return Tone::good;
    case RowState::mended: return Tone::unsure;
    case RowState::refused: return Tone::bad;
    case RowState::passed_over: break;
    }
    return Tone::past;
}

Html rows_of(Words const& words, PlanImport const& read) {
    std::vector<ui::Table::Row> rows;
    for (auto const& row : read.rows) {
        std::string says;
        for (auto const& [column, message] : row.says) {
            if (!says.empty()) says += " ";
            if (auto const& name = words(column); !name.empty()) says += name + ": ";
            says += words(message);
        }
        auto name = row.name;
        if (row.place.area > 0) name = number_of(words, row.place) + " " + name;
        rows.push_back({.cells = {text(words.number(row.number)), text(name),
                                  ui::status({.text = words(state_key(row.state)),
                                              .tone = tone_of(row.state)}),
                                  text(says)}});
    }
    return ui::table({.caption = words("plans.import_rows"),
                      .columns = {{.label = words("plans.row"), .number = true},
                                  {words("plans.indicator")},
                                  {words("plans.state")},
                                  {words("plans.row_says")}},
                      .rows = std::move(rows)});
}

std::string joined(Words const& words, std::vector<BilingualText> const& labels) {
    std::string out;
    for (auto const& label : labels)
        out += (out.empty() ? "" : ", ") + words(label);
    return out.empty() ? "–" : out;
}

Html report_of(Call const& call, FormValues const& form, PlanImport const& read, Id<Upload> file,
               std::optional<Error> const& error) {
    auto const& words = call.words;
    auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    std::string unknown;
    for (auto const& head : read.unknown)
        unknown += (unknown.empty() ? "" : ", ") + head;
    auto fields = html::hidden("upload", to_string(file));
    for (std::string_view const name : {"office", "year", "form"})
        fields += html::hidden(name, value_of(form, name));
    return html::all(
        html::when(error.has_value(), [&] { return ui::error_summary(words, *error); }),
        ui::page_heading(
            {.title = words("plans.import_report"), .lead = words("plans.import_report_lead")}),
        ui::summary_list(
            {{words("plans.rows_taken"), text(words.number(count(read.taken + read.mended)))},
             {words("plans.rows_refused"), text(words.number(count(read.refused)))},
             {words("plans.rows_passed_over"), text(words.number(count(read.passed_over)))},
             {words("plans.columns_found"), text(joined(words, read.found))},
             {words("plans.columns_missing"), text(joined(words, read.missing))},
             {words("plans.columns_unknown"), text(unknown.empty() ? "–" : unknown)}}),
        html::when(!read.findings.empty(),
                   [&] { return ui::findings(words, finding_lines(words, read.findings)); }),
        ui::form({.action = "/plans/imported", .csrf = call.csrf()},
                 html::all(fields, ui::button({.label = words("plans.import_confirm")}))),
        rows_of(words, read), html::when(read.untold > 0, [&] {
            return html::p(words("plans.rows_untold", {{"n", count(read.untold)}}));
        }));
}

web::Response report_page(Call const& call, FormValues const& form, PlanImport const& read,
                          Id<Upload> file, std::optional<Error> const& error = {}) {
    return call.page(
        call.words("plans.import_report"), report_of(call, form, read, file, error),
        {.before_main = ui::breadcrumb(call.words, {{call.words("plans.title"), "/plans"},
                                                    {call.words("plans.import"), "/plans/import"}}),
         .problems = error ? std::size_t{1} : 0,
         .status = error ? status_of(*error) : 200});
}

} // namespace

Result<web::Response> show_import(Call& call) {
    auto const offices = own_offices(call);
    FormValues form{{"year", std::to_string(bangla::fiscal_year(call.today).start)},
                    {"form", usual_form(call.today)}};
    if (offices.size() == 1) form.emplace("office", offices.front().value);
    return upload_page(call, form);
}

Result<web::Response> post_import(Call& call) {
    auto const form = call.values();
    auto const of = of_form(call, form);
    if (!of) return upload_page(call, form, of.error());
    auto const* file = call.form.file("file");
    if (!file) return upload_page(call, form, invalid("file", {"field.required"}));
    auto const read = read_plan_table(call, file->bytes, *of);
    if (!read)
        return upload_page(call, form,
                           read.error().fields.empty() ? invalid("file", read.error().message)
                                                       : read.error());
    auto const kept = call.perform([&](Work& work) -> Result<Id<Upload>> {
        return keep_upload(work, purpose, file->name, file->bytes);
    });
    if (!kept) return kept.error();
    return report_page(call, form, *read, *kept);
}

Result<web::Response> post_imported(Call& call) {
    auto const form = call.values();
    auto const of = of_form(call, form);
    auto const id = parse_id<Upload>(value_of(form, "upload"));
    if (!of || !id) return not_found();
    auto const upload =
        call.look([&](Db& db) { return find_upload(db, *id, call.actor, purpose, call.now); });
    if (!upload) return upload_page(call, form, refused({"plans.upload_gone"}));
    auto const read = TRY(read_plan_table(call, upload->bytes, *of));
    Beginning const beginning{.office = of->office, .form = of->form->id, .tree = read.plan};
    auto const plan = call.perform([&](Work& work) -> Result<Id<Plan>> {
        auto const begun = TRY(begin(work, beginning));
        drop_upload(work.db, *id);
        return begun;
    });
    if (!plan && can_be_mended(plan.error()))
        return report_page(call, form, read, *id, plan.error());
    if (!plan) return plan.error();
    return call.redirect(url("/plans/{}/edit", *plan), "plans.imported_flash");
}

} // namespace udb::plans
