// Entering a piece, correcting it, bringing a newer version.
#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "host/search.hpp"
#include "kernel/form_values.hpp"
#include "modules/evidence/form_page.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/evidence/policy.hpp"
#include "registers/pages/picker.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

using web::Response;

constexpr std::size_t records_most = 50;

/// The form of a new piece: of which kind, for what.
struct Entering {
    Kind kind = Kind::file;
    std::vector<Id<Record>> records = {};
    std::vector<FunctionLink> functions = {};
};

/// `for=7` and `function=cabinet-2023:5`, each as often as wanted; what is none is left out.
template <class Pairs>
Entering entering_of(Pairs const& pairs, std::string_view kind) {
    Entering e{.kind = term_with_id<Kind>(kind).value_or(Kind::file)};
    for (auto const value : pairs.all("for"))
        if (auto const id = parse_id<Record>(value); id && e.records.size() < records_most)
            if (std::ranges::count(e.records, *id) == 0) e.records.push_back(*id);
    for (auto const value : pairs.all("function"))
        if (auto const function = parse_function(value);
            function && e.functions.size() < records_most)
            e.functions.push_back(*function);
    return e;
}

Url new_address(Entering const& e, Kind kind) {
    auto where = Url("/evidence/new").with("kind", id_of(kind));
    for (auto const record : e.records)
        where = where.with("for", to_string(record));
    for (auto const& function : e.functions)
        where = where.with("function", function_text(function));
    return where;
}

Html hidden_links(Entering const& e) {
    Html out;
    for (auto const record : e.records)
        out += html::hidden("for", to_string(record));
    for (auto const& function : e.functions)
        out += html::hidden("function", function_text(function));
    return out;
}

/// What it will be linked to, above the form.
std::string proves_what(Call const& call, Entering const& e) {
    auto const named = call.look([&](Db& db) { return names_of(db, e.records); });
    std::string all;
    auto const add = [&](std::string const& title) { all += (all.empty() ? "" : "; ") + title; };
    for (auto const& one : named)
        add(call.words(one.title));
    for (auto const& function : e.functions)
        add(call.words(function_label(function)));
    return all.empty() ? call.words("evidence.new_lead")
                       : call.words("evidence.new_for", {{"what", all}});
}

Html kinds_of_evidence(Call const& call, Entering const& e) {
    Html items;
    for (auto const& kind : terms<Kind>())
        items +=
            html::li(kind.value == e.kind ? html::strong({.more = {{"aria-current", "true"}}},
                                                         call.words(kind.label))
                                          : ui::link({.text = std::string(call.words(kind.label)),
                                                      .href = new_address(e, kind.value)}));
    return html::nav({.cls = "ways", .more = {{"aria-label", call.words("evidence.kind")}}},
                     html::ul(items));
}

/// Which record of the system it points at.
Html record_picker(Call const& call, FormValues const& form, std::string error) {
    auto const& words = call.words;
    auto const readable = readable_by(call.application().parts().modules, call.actor);
    return picker(
        words,
        picked(
            {.name = "points_at", .label = words("evidence.points_at"), .error = std::move(error)},
            form,
            [&](std::string_view asked) {
                auto const found = call.look([&](Db& db) {
                    return search(db, {.text = asked, .most = Picker::most}, readable);
                });
                std::vector<ui::Choice> choices;
                for (auto const& hit : found.hits)
                    choices.push_back({to_string(hit.id), words(hit.title), words(hit.office)});
                return choices;
            },
            [&](std::string_view value) -> std::string {
                auto const id = parse_id<Record>(value);
                if (!id) return {};
                auto const named = call.look([&](Db& db) { return names_of(db, {*id}); });
                return named.empty() ? std::string() : words(named.front().title);
            }));
}

/// The same bytes are here: link those, or keep these as well.
Html known_notice(Call const& call, Entering const& e, EvidenceFacts const& same) {
    auto const& words = call.words;
    auto body =
        html::p(words("evidence.known", {{"date", same.on}}), text(" "),
                ui::link({.text = words(same.title), .href = url("/evidence/{}", same.id)}));
    if (!e.records.empty() || !e.functions.empty())
        body += ui::form({.action = url("/evidence/{}/links", same.id), .csrf = call.csrf()},
                         hidden_links(e) + ui::button({.label = words("evidence.link_that")}));
    body += html::p(words("evidence.known_anyway"));
    return ui::notice(words, {.heading = words("evidence.known_heading"), .body = body});
}

struct Redraw {
    std::optional<Error> error = {};
    std::optional<PartUpload> upload = {};
    std::optional<EvidenceFacts> same = {};
};

Response new_page(Call const& call, Entering const& e, FormValues const& form,
                  Redraw const& again = {}) {
    FormSheet sheet{.title = call.words("evidence.new_title"),
                    .lead = proves_what(call, e),
                    .action = "/evidence/new",
                    .kind = e.kind,
                    .form = form,
                    .error = again.error,
                    .upload = again.upload,
                    .above = kinds_of_evidence(call, e)};
    sheet.before = hidden_links(e) + html::hidden("kind", id_of(e.kind));
    if (e.kind == Kind::record) {
        auto const errors = again.error ? again.error->fields : std::vector<FieldError>{};
        sheet.before += record_picker(call, form, ui::error_at(call.words, errors, "points_at"));
    }
    if (again.same) {
        sheet.notice = known_notice(call, e, *again.same);
        sheet.before += html::hidden("anyway", again.same->sha256);
    }
    return form_page(call, sheet);
}

/// Adds the problems of `more` to those that are known.
void join(std::optional<Error>& error, Error const& more) {
    if (!error || more.fields.empty())
        error = more;
    else
        error->fields.insert(error->fields.end(), more.fields.begin(), more.fields.end());
}

/// What a form brought: the piece, the file, and all that is wrong with both.
struct Read {
    Keeping keeping = {};
    std::optional<Incoming> file = {};
    std::optional<Error> error = {};
};

Read read_form(Call const& call, Kind kind) {
    Read read;
    auto const values = call.values();
    auto piece = parse(form_of_kind(kind), values, Piece{.kind = kind});
    if (piece) {
        read.keeping.piece = std::move(*piece);
        auto wrong = doubts(read.keeping.piece, call.today);
        if (!wrong.empty()) read.error = invalid(std::move(wrong));
    } else {
        read.error = piece.error();
    }
    read.keeping.attest = value_of(values, "attest") == "1";
    read.keeping.points_at = parse_id<Record>(value_of(values, "points_at")).value_or(Id<Record>{});
    if (kind == Kind::link || kind == Kind::record) return read;
    auto file = incoming(call);
    if (!file) {
        join(read.error, file.error());
        return read;
    }
    read.file = std::move(*file);
    if (!read.file) return read;
    auto brought = received(call, *read.file);
    if (brought) {
        read.keeping.file = std::move(*brought);
        return read;
    }
    // What may not be kept need not be kept for later either, but what only waits for clamd.
    auto const& key = brought.error().fields.front().message.key;
    if (key != "host.not_scanned") read.file.reset();
    join(read.error, brought.error());
    return read;
}

/// Of the office's own pieces the one that has the same bytes, unless that was seen already.
std::optional<EvidenceFacts> known_already(Call const& call, Keeping const& keeping) {
    if (!keeping.file || call.form["anyway"] == keeping.file->sha256) return {};
    return call.look([&](Db& db) -> std::optional<EvidenceFacts> {
        auto const office = find_record(db, record_kind<Office>, as_record(keeping.office));
        if (!office) return {};
        return same_file(db, keeping.file->sha256, office->office_path);
    });
}

void forget_upload(Call const& call, std::optional<Incoming> const& file) {
    if (file && !file->key.empty())
        drop_part(call.application().parts().database, file->key, call.actor.account);
}

bool mendable(Error const& error) {
    return error.kind != Error::Kind::forbidden && error.kind != Error::Kind::not_found;
}

/// Those of the records that this actor may read: others cannot be named.
std::vector<Id<Record>> readable_records(Call const& call, std::vector<Id<Record>> const& asked) {
    auto const readable = readable_by(call.application().parts().modules, call.actor);
    return call.look([&](Db& db) { return readable_among(db, asked, readable); });
}

FormSheet replacing_sheet(Call const& call, EvidenceRecord const& e, FormValues form) {
    FormSheet sheet{.title = call.words("evidence.replace_title"),
                    .lead = call.words("evidence.replace_lead"),
                    .action = url("/evidence/{}/replace", e.id()),
                    .kind = e.piece.kind,
                    .form = std::move(form),
                    .way = {{call.words(e.header.title), url("/evidence/{}", e.id())}}};
    return sheet;
}

Html replacing_fields(Call const& call, EvidenceRecord const& e, FormSheet const& sheet) {
    auto const errors = sheet.error ? sheet.error->fields : std::vector<FieldError>{};
    auto fields = html::hidden("version", std::to_string(e.header.version))
                  + ui::text_area(call.words, {.name = "why",
                                               .label = call.words("evidence.why"),
                                               .value = value_of(sheet.form, "why"),
                                               .error = ui::error_at(call.words, errors, "why"),
                                               .rows = 3});
    if (e.piece.kind == Kind::record)
        fields += record_picker(call, sheet.form, ui::error_at(call.words, errors, "points_at"));
    return fields;
}

FormValues values_of(EvidenceRecord const& e) {
    auto values = form_of(form_of_kind(e.piece.kind).fields, &e.piece);
    values.emplace("version", std::to_string(e.header.version));
    if (e.points_at) values.emplace("points_at", to_string(e.points_at));
    return values;
}

FormSheet correcting_sheet(Call const& call, EvidenceRecord const& e, FormValues form) {
    FormSheet sheet{.title = call.words("evidence.correct_title"),
                    .action = url("/evidence/{}/correct", e.id()),
                    .kind = e.piece.kind,
                    .form = std::move(form),
                    .way = {{call.words(e.header.title), url("/evidence/{}", e.id())}},
                    .with_file = false};
    sheet.before = html::hidden("version", value_of(sheet.form, "version"));
    return sheet;
}

} // namespace

Result<Response> show_new(Call& call) {
    auto e = entering_of(call.request.query, call.request.query.get_or("kind"));
    e.records = readable_records(call, e.records);
    return new_page(call, e, {});
}

Result<Response> post_new(Call& call) {
    auto e = entering_of(call.form.fields, call.form["kind"]);
    e.records = readable_records(call, e.records);
    auto const values = call.values();
    if (e.kind == Kind::record && picker_asked(values)) return new_page(call, e, values);
    auto read = read_form(call, e.kind);
    read.keeping.records = e.records;
    read.keeping.functions = e.functions;
    read.keeping.office = office_to_enter(call, e.records);
    if (!read.keeping.office) return forbidden();
    auto const again = [&](std::optional<Error> error, std::optional<EvidenceFacts> same = {}) {
        return new_page(call, e, values,
                        {.error = std::move(error),
                         .upload = kept_for_later(call, read.file),
                         .same = std::move(same)});
    };
    if (read.keeping.points_at && readable_records(call, {read.keeping.points_at}).empty())
        read.keeping.points_at = {};
    if (read.error) return again(read.error);
    if (auto same = known_already(call, read.keeping)) return again({}, std::move(same));
    auto const kept = call.perform(keep, read.keeping);
    if (!kept && !mendable(kept.error())) return kept.error();
    if (!kept) return again(kept.error());
    forget_upload(call, read.file);
    return call.redirect(url("/evidence/{}", *kept), "evidence.kept_flash");
}

Result<Response> show_correct(Call& call) {
    auto const e = TRY(seen_piece(call));
    TRY(call.allow(policy, Act::write, e.header.target()));
    if (e.stage != Stage::open) return call.redirect(url("/evidence/{}", e.id()));
    return form_page(call, correcting_sheet(call, e, values_of(e)));
}

Result<Response> post_correct(Call& call) {
    auto const e = TRY(seen_piece(call));
    auto const values = call.values();
    // What was attested stands on no form; it is read as it is.
    auto whole = values;
    for (auto& [name, value] : form_of(form_of_kind(e.piece.kind).fields, &e.piece))
        if (form_of_kind(e.piece.kind).field(name)->traits.fixed) whole.emplace(name, value);
    auto piece = parse(form_of_kind(e.piece.kind), whole, e.piece);
    auto read = e.header;
    read.version = version_of(values);
    auto const done = piece ? call.perform(correct, read, *piece) : Done{piece.error()};
    if (done) return call.redirect(url("/evidence/{}", e.id()), "evidence.corrected_flash");
    if (!mendable(done.error())) return done.error();
    auto form = values;
    if (done.error().kind == Error::Kind::conflict) {
        form.erase("version");
        form.emplace("version", std::to_string(e.header.version));
    }
    auto sheet = correcting_sheet(call, e, std::move(form));
    sheet.error = done.error();
    return form_page(call, sheet);
}

Result<Response> show_replace(Call& call) {
    auto const e = TRY(seen_piece(call));
    TRY(call.allow(policy, Act::write, e.header.target()));
    if (e.stage == Stage::replaced) return call.redirect(url("/evidence/{}", e.id()));
    auto form = values_of(e);
    form.erase("attested_by");
    form.erase("attested_on");
    auto sheet = replacing_sheet(call, e, std::move(form));
    sheet.before = replacing_fields(call, e, sheet);
    return form_page(call, sheet);
}

Result<Response> post_replace(Call& call) {
    auto const e = TRY(seen_piece(call));
    TRY(call.allow(policy, Act::write, e.header.target()));
    auto const values = call.values();
    auto sheet = replacing_sheet(call, e, values);
    if (e.piece.kind == Kind::record && picker_asked(values)) {
        sheet.before = replacing_fields(call, e, sheet);
        return form_page(call, sheet);
    }
    auto read = read_form(call, e.piece.kind);
    auto const why = bangla::normalised(bangla::trimmed(value_of(values, "why")));
    if (why.empty()) join(read.error, invalid("why", {"field.required"}));
    auto header = e.header;
    header.version = version_of(values);
    auto const done = read.error ? Result<Id<Evidence>>{*read.error}
                                 : call.perform(replace, header, read.keeping, why);
    if (done) {
        forget_upload(call, read.file);
        return call.redirect(url("/evidence/{}", *done), "evidence.replaced_flash");
    }
    if (!mendable(done.error())) return done.error();
    sheet.error = done.error();
    sheet.upload = kept_for_later(call, read.file);
    sheet.before = replacing_fields(call, e, sheet);
    return form_page(call, sheet);
}

} // namespace udb::evidence
