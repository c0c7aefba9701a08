// For everybody: the public page of an issued paper, to which the QR code on it leads; and a page
// that tells whether a file is the issued one.
#include "bangla/calendar/bangla_date.hpp"
#include "host/sight.hpp"
#include "modules/offices/offices.hpp"
#include "modules/papers/pages.hpp"
#include "platform/digest.hpp"

namespace udb::papers {
namespace {

/// What anybody may know of an issued paper.
struct Known {
    PaperRecord record;
    BilingualText office = {};
    std::optional<PaperFile> file = {};
    std::optional<PaperRecord> replaced_by = {};
};

std::optional<Known> known(Call const& call, Id<IssuedPaper> id) {
    return call.look([&](Db& db) -> std::optional<Known> {
        auto record = find_paper(db, id);
        if (!record || !record->issued) return {};
        Known k{.record = std::move(*record)};
        if (auto const office = offices::find_office(db, k.record.office))
            k.office = office->office.name();
        k.file = file_of(db, id);
        if (k.record.replaced_by) k.replaced_by = find_paper(db, k.record.replaced_by);
        return k;
    });
}

/// Of a paper that stays inside, whoever may not read it learns that it is genuine, not what it
/// says.
Html facts(Call const& call, Known const& k) {
    auto const& words = call.words;
    auto const& record = k.record;
    bool const reads = bool(allow_reading(call, record.header));
    std::vector<ui::SummaryRow> rows{
        {words("papers.column_memo"), text(record.issued->memo)},
        {words("papers.column_date"),
         text(bangla::both_dates(record.issued->date, words.language()))},
        {words("papers.column_kind"), text(words(label_of(record.paper.kind)))},
        {words("papers.column_office"), text(words(k.office))},
        {words("papers.column_about"),
         text(reads ? shown_title(words, record.header.title) : words("papers.stays_inside"))},
        {words("papers.column_stage"), stage_mark(words, record.stage)}};
    if (k.replaced_by && k.replaced_by->issued)
        rows.push_back({words("papers.replaced_by"),
                        ui::link({.text = k.replaced_by->issued->memo,
                                  .href = url("/verify/{}", k.replaced_by->id())})});
    if (reads && !record.cancel_reason.empty())
        rows.push_back({words("papers.cancel_reason"), text(record.cancel_reason)});
    if (k.file) rows.push_back({words("papers.fingerprint"), html::code(k.file->sha256)});
    return ui::summary_list(rows);
}

Html asking(Call const& call, std::optional<Error> const& error) {
    auto const& words = call.words;
    return ui::form(
        {.action = "/verify", .csrf = call.csrf(), .files = true},
        html::all(ui::file_upload(words,
                                  {.name = "file",
                                   .label = words("papers.verify_file"),
                                   .hint = words("papers.verify_hint"),
                                   .error = error ? ui::error_at(words, error->fields, "file") : "",
                                   .accept = ".pdf,application/pdf"}),
                  ui::button({.label = words("papers.verify_do")})));
}

web::Response page(Call const& call, Html const& answer, std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const title = words("papers.verify_title");
    return call.page(
        title,
        html::all(html::when(error.has_value(),
                             [&] {
                                 return ui::error_summary(words, *error,
                                                          {{"file", words("papers.verify_file")}});
                             }),
                  ui::page_heading({.title = title, .lead = words("papers.verify_lead")}), answer,
                  asking(call, error)),
        {.problems = error ? error->fields.size() : 0, .status = error ? 422 : 200});
}

Html told(Call const& call, ui::Notice::Kind kind, std::string_view heading,
          std::string_view sentence) {
    return ui::notice(
        call.words,
        {.kind = kind, .heading = call.words(heading), .body = html::p(call.words(sentence))});
}

/// What is to be said of a file that is one of ours.
Html verdict(Call const& call, PaperFound const& found, Stage stage) {
    using Kind = ui::Notice::Kind;
    switch (stage) {
    case Stage::superseded:
        return told(call, Kind::problem, "papers.is_issued", "papers.is_superseded");
    case Stage::cancelled:
        return told(call, Kind::problem, "papers.is_issued", "papers.is_cancelled");
    case Stage::discarded:
    case Stage::draft:
    case Stage::submitted:
    case Stage::approved:
    case Stage::issued: break;
    }
    return told(call, Kind::success, "papers.is_issued",
                found.signed_copy ? "papers.is_signed_copy" : "papers.is_unchanged");
}

} // namespace

Result<web::Response> show_verify(Call& call) { return page(call, {}); }

Result<web::Response> post_verify(Call& call) {
    auto const* file = call.form.file("file");
    if (!file) return page(call, {}, invalid("file", {"papers.no_file"}));
    auto const sha256 = sha256_hex(file->bytes);
    auto const found = call.look([&](Db& db) { return paper_with_bytes(db, sha256); });
    auto const k = found ? known(call, found->paper) : std::nullopt;
    if (!k)
        return page(call, html::all(told(call, ui::Notice::Kind::problem, "papers.is_not_issued",
                                         "papers.is_not_issued_why"),
                                    ui::summary_list({{call.words("papers.file_fingerprint"),
                                                       html::code(sha256)}})));
    return page(call, verdict(call, *found, k->record.stage) + facts(call, *k));
}

Result<web::Response> show_verified(Call& call) {
    auto const id = TRY(call.id<IssuedPaper>());
    auto const k = known(call, id);
    if (!k) return not_found();
    auto const& words = call.words;
    auto const title = words("papers.verified_title");
    auto const main = html::all(
        ui::page_heading({.title = title,
                          .above = std::string(words(label_of(k->record.paper.kind))),
                          .status = stage_mark(words, k->record.stage),
                          .lead = words("papers.verified_lead")}),
        facts(call, *k),
        html::p(ui::link({.text = words("papers.see_paper"), .href = url("/papers/{}", id)})),
        verify_code(call, id, 160),
        ui::section({.id = "file",
                     .title = words("papers.verify_title"),
                     .body = html::all(html::p(words("papers.verify_lead")), asking(call, {}))}));
    return call.page(
        title, main,
        {.before_main = ui::breadcrumb(words, {{words("papers.verify_title"), "/verify"}})});
}

} // namespace udb::papers
