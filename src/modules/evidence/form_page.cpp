#include "modules/evidence/form_page.hpp"

#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/text/digits.hpp"
#include "host/application.hpp"
#include "host/media_type.hpp"
#include "host/scanning.hpp"
#include "kernel/form_values.hpp"
#include "modules/evidence/policy.hpp"
#include "modules/offices/offices.hpp"
#include "registers/pages/draw.hpp"
#include "store/content_files.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

std::int64_t limit_mb() { return static_cast<std::int64_t>(evidence_bytes_max >> 20U); }

std::string accepted(Kind kind) {
    return kind == Kind::photograph ? ".jpg,.jpeg,.png" : std::string(attachment_accept());
}

/// The file input, which the script makes resumable: it finds the address, the limit and its words
/// here. Without it the form brings the file.
Html file_field(Call const& call, FormSheet const& sheet, std::string const& error) {
    auto const& words = call.words;
    auto const input = ui::file_upload(
        words,
        {.name = "file",
         .label = words(sheet.kind == Kind::statement ? "evidence.signed_copy" : "evidence.file"),
         .hint = words("evidence.file_hint", {{"limit", limit_mb()}}),
         .error = error,
         .accept = accepted(sheet.kind),
         .optional = sheet.kind == Kind::statement || sheet.upload.has_value()});
    auto const max = std::to_string(evidence_bytes_max);
    auto const too_large = words("evidence.upload_too_large", {{"limit", limit_mb()}});
    auto const says = [&](char const* key) { return words(key); };
    auto const on_way = says("evidence.upload_on_way"), done = says("evidence.upload_done"),
               again = says("evidence.upload_again"), wait = says("evidence.upload_wait"),
               failed = says("evidence.upload_failed"), stop = says("evidence.upload_stop"),
               progress = says("evidence.upload_progress");
    auto const kept = sheet.upload
                          ? html::p(words("evidence.upload_here",
                                          {{"name", sheet.upload->name},
                                           {"size", size_text(words, sheet.upload->size)}}))
                                + html::hidden("upload", sheet.upload->key)
                          : Html{};
    return html::div({.cls = "resumable",
                      .more = {{"data-upload", "/evidence/uploads"},
                               {"data-max", max},
                               {"data-too-large", too_large},
                               {"data-on-way", on_way},
                               {"data-done", done},
                               {"data-again", again},
                               {"data-wait", wait},
                               {"data-failed", failed},
                               {"data-stop", stop},
                               {"data-progress", progress}}},
                     kept, input);
}

/// Those that a piece may count in, as offices work: the last years and the next; and what stands.
std::vector<ui::Choice> years_around(Words const& words, Date today, std::string const& stands) {
    constexpr int before = 4, after = 1;
    auto const now = bangla::fiscal_year(today).start;
    std::vector<ui::Choice> choices;
    bool there = stands.empty();
    for (int start = now - before; start <= now + after; ++start) {
        auto name = bangla::name({start}, Language::en);
        there = there || name == stands;
        choices.push_back({std::move(name), bangla::name({start}, words.language())});
    }
    if (!there)
        choices.push_back(
            {stands, words.language() == Language::bn ? bangla::bangla_digits(stands) : stands});
    return choices;
}

std::vector<ui::FieldLabel> labels(Words const& words, RegisterView const& reg) {
    auto all = labels_of(words, reg);
    all.push_back({"file", words(Bilingual{"ফাইল", "File"})});
    return all;
}

int status_of(Error const& error) { return error.kind == Error::Kind::invalid ? 422 : 409; }

} // namespace

std::string size_text(Words const& words, std::int64_t bytes) {
    auto const tenths = (bytes * 10 + (1 << 19)) >> 20U;
    bool const small = bytes < (1 << 20);
    auto number = small ? std::to_string((bytes + 1023) >> 10U)
                        : std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
    if (words.language() == Language::bn) number = bangla::bangla_digits(number);
    return words(small ? "evidence.size_kb" : "evidence.size_mb", {{"size", number}});
}

web::Response form_page(Call const& call, FormSheet const& sheet) {
    auto const& words = call.words;
    auto const& reg = form_of_kind(sheet.kind);
    auto const errors = sheet.error ? sheet.error->fields : std::vector<FieldError>{};
    auto const wrong = [&](std::string_view field) { return ui::error_at(words, errors, field); };
    Html main;
    if (sheet.error) main += ui::error_summary(words, *sheet.error, labels(words, reg));
    main += ui::page_heading({.title = sheet.title, .lead = sheet.lead});
    main += sheet.notice + sheet.above;
    // A file is on its way while the rest is typed.
    bool const file_first = sheet.kind == Kind::file || sheet.kind == Kind::photograph;
    auto fields = sheet.before;
    if (sheet.with_file && file_first) fields += file_field(call, sheet, wrong("file"));
    fields += draw_form(
        words, reg, sheet.form, errors,
        {.lookups = {{"year", years_around(words, call.today, value_of(sheet.form, "year"))}},
         .correcting = !sheet.with_file});
    if (sheet.kind == Kind::statement && sheet.with_file)
        fields += ui::checkbox(
            words, {.name = "attest",
                    .choice = {"1", words("evidence.attest"), words("evidence.attest_hint")},
                    .ticked = value_of(sheet.form, "attest") == "1",
                    .error = wrong("attest")});
    if (sheet.with_file && sheet.kind == Kind::statement)
        fields += file_field(call, sheet, wrong("file"));
    main += ui::form({.action = sheet.action, .csrf = call.csrf(), .files = sheet.with_file},
                     fields + ui::button({.label = words("ui.save")}));
    auto way = sheet.way;
    way.insert(way.begin(), {words("evidence.title"), "/evidence"});
    return call.page(sheet.title, main,
                     {.before_main = ui::breadcrumb(words, way),
                      .problems = sheet.error ? std::max<std::size_t>(1, errors.size()) : 0,
                      .status = sheet.error ? status_of(*sheet.error) : 200});
}

Result<std::optional<Incoming>> incoming(Call const& call) {
    if (auto const* file = call.form.file("file"))
        return std::optional(
            Incoming{.name = file->name, .media_type = file->content_type, .bytes = file->bytes});
    auto const key = call.form["upload"];
    if (key.empty()) return std::optional<Incoming>{};
    auto const part =
        call.look([&](Db& db) { return find_part(db, key, call.actor.account, call.now); });
    if (!part) return invalid("file", {"evidence.upload_gone"});
    if (!part->complete()) return invalid("file", {"evidence.upload_unfinished"});
    auto bytes = call.look([&](Db& db) { return part_file(db, *part); });
    if (!bytes) return invalid("file", {"evidence.upload_gone"});
    Incoming found{.name = part->name,
                   .media_type = part->media_type,
                   .bytes = bytes->view(),
                   .key = part->key};
    found.part = std::move(bytes);
    return std::optional(std::move(found));
}

Result<CheckedFile> received(Call const& call, Incoming const& file) {
    auto checked = check_file(call.contents(), {.name = file.name,
                                                .media_type = file.media_type,
                                                .bytes = file.bytes,
                                                .bytes_max = evidence_bytes_max});
    bool const bad = !checked && checked.error().fields.front().message.key == "host.virus_found";
    if (bad && !file.key.empty())
        drop_part(call.application().parts().database, file.key, call.actor.account);
    return checked;
}

std::optional<PartUpload> kept_for_later(Call const& call, std::optional<Incoming> const& file) {
    if (!file || file->bytes.empty()) return {};
    auto const find = [&](std::string_view key) {
        return call.look([&](Db& db) { return find_part(db, key, call.actor.account, call.now); });
    };
    if (!file->key.empty()) return find(file->key);
    auto const part = call.perform([&](Work& work) {
        return begin_part(work, {.name = file->name,
                                 .media_type = file->media_type,
                                 .size = static_cast<std::int64_t>(file->bytes.size())});
    });
    static_cast<void>(take_piece(call.application().parts().database, call.actor.account,
                                 {.key = part.key, .offset = 0, .bytes = file->bytes}, call.now));
    return find(part.key);
}

Result<EvidenceRecord> seen_piece(Call const& call) {
    auto const id = TRY(call.id<Evidence>());
    auto found = call.look([&](Db& db) { return find_evidence(db, id); });
    if (!found || !call.may(policy, Act::read, found->header.target())) return not_found();
    return std::move(*found);
}

Id<Office> office_to_enter(Call const& call, std::vector<Id<Record>> const& records) {
    std::vector<std::string> paths;
    call.look([&](Db& db) {
        if (auto const own = offices::find_office(db, call.actor.office))
            paths.push_back(own->path());
        for (auto const record : records)
            if (auto const row = db.one("select office_path from records where id = ?", record))
                paths.push_back(row->get<std::string>(0));
        return true;
    });
    for (auto const& assignment : call.actor.assignments)
        paths.push_back(assignment.office_path);
    for (auto const& path : paths) {
        if (path.size() < 2 || !call.may(policy, Act::write, {.office_path = path})) continue;
        auto const from = path.rfind('/', path.size() - 2) + 1;
        auto const id =
            parse_id<Office>(std::string_view(path).substr(from, path.size() - from - 1));
        if (id) return *id;
    }
    return {};
}

} // namespace udb::evidence
