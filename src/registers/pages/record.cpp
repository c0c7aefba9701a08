// One record of a register, with the history of who changed what; entering and correcting it.
#include "registers/records/record.hpp"

#include "host/application.hpp"
#include "host/search.hpp"
#include "kernel/form_values.hpp"
#include "registers/exchange/import.hpp"
#include "registers/pages/draw.hpp"
#include "registers/pages/history.hpp"
#include "registers/pages/pages.hpp"
#include "registers/pages/picker.hpp"
#include "registers/pages/places.hpp"
#include "registers/records/rows.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb {
namespace {

constexpr int events_most = 50;

/// The records that a row refers to, now and in its history.
std::vector<Named> named_in(Db& db, RegisterView const& reg, void const* row,
                            std::vector<Event> const& events) {
    std::vector<Id<Record>> ids;
    for (auto const& f : reg.fields) {
        if (f.refers_to.empty()) continue;
        auto values = references_in(events, f.name);
        values.push_back(f.write(row));
        for (auto const& value : values)
            if (auto const id = parse_id<Record>(value)) ids.push_back(*id);
    }
    return names_of(db, std::move(ids));
}

Lookups lookups_of(Words const& words, RegisterView const& reg, std::vector<Named> const& named) {
    Lookups lookups;
    for (auto const& f : reg.fields)
        for (auto const& n : named)
            if (n.kind == f.refers_to)
                lookups[std::string(f.name)].push_back({to_string(n.id), words(n.title)});
    return lookups;
}

/// A form as it stands: what was typed, what is wrong with it, and where it goes.
struct Sheet {
    std::string title;
    Url action;
    FormValues form;
    std::optional<Error> error = {};
    bool correcting = false;
    Html meanwhile = {}; ///< what somebody else saved since the form was opened
};

Picker pick_record(Call const& call, Field const& f, FormValues const& form, std::string error) {
    auto const& words = call.words;
    auto const readable = readable_by(call.application().parts().modules, call.actor);
    return picked(
        {.name = std::string(f.name),
         .label = std::string(words(f.label)),
         .hint = std::string(words(f.traits.hint)),
         .error = std::move(error),
         .optional = !f.traits.required},
        form,
        [&](std::string_view asked) {
            auto const found = call.look([&](Db& db) {
                return search(db, {.text = asked, .kind = f.refers_to, .most = Picker::most},
                              readable);
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
            if (named.empty() || named.front().kind != f.refers_to) return {};
            return words(named.front().title);
        });
}

web::Response sheet_page(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    auto const& reg = *call.kept->reg;
    auto const problems = sheet.error ? sheet.error->fields : std::vector<FieldError>{};
    auto const reference = [&](Field const& f) {
        if (f.refers_to.empty()) return Html{};
        return picker(words,
                      pick_record(call, f, sheet.form, ui::error_at(words, problems, f.name)));
    };
    Html main;
    if (sheet.error) main += ui::error_summary(words, *sheet.error, labels_of(words, reg));
    main += sheet.meanwhile;
    main += ui::page_heading({.title = sheet.title});
    main += ui::form({.action = sheet.action, .csrf = call.csrf()},
                     html::all(html::hidden("version", value_of(sheet.form, "version")),
                               draw_form(words, reg, sheet.form, problems,
                                         {.reference = reference, .correcting = sheet.correcting}),
                               ui::button({.label = words("ui.save")})));
    int const status = !sheet.error ? 200 : sheet.error->kind == Error::Kind::conflict ? 409 : 422;
    return call.page(sheet.title, main,
                     {.before_main = way_back(call),
                      .problems = sheet.error ? std::max<std::size_t>(1, problems.size()) : 0,
                      .status = status});
}

bool can_be_mended(Error const& error) {
    return error.kind == Error::Kind::invalid || error.kind == Error::Kind::conflict
           || error.kind == Error::Kind::refused;
}

/// Somebody saved first: what is there now where it differs from what was typed, and the form as it
/// was typed, which may be saved over it.
void meet_conflict(Call const& call, Sheet& sheet, void const* typed) {
    auto const& words = call.words;
    auto const& reg = *call.kept->reg;
    auto const now = call.look([&](Db& db) { return load_record(db, call, Act::write); });
    if (!now) return;
    sheet.form.erase("version");
    sheet.form.emplace("version", std::to_string(now->header.version));
    auto const differing = changes(reg.fields, now->row.get(), typed);
    std::vector<Named> named =
        call.look([&](Db& db) { return named_in(db, reg, now->row.get(), {}); });
    auto const lookups = lookups_of(words, reg, named);
    Html lines;
    for (auto const& change : differing) {
        auto const* f = reg.field(change.field);
        auto value = shown(words, *f, change.before, lookups);
        lines += html::li(std::string(words(f->label)) + ": "
                          + (value.empty() ? words("host.empty_value") : value));
    }
    sheet.meanwhile =
        ui::notice(words, {.body = html::all(html::p(words("host.meanwhile")), html::ul(lines))});
}

std::string new_title(Call const& call) {
    return call.words("host.add", {{"one", std::string(call.words(call.kept->reg->one))}});
}
std::string correct_title(Call const& call) {
    return call.words("host.correct", {{"one", std::string(call.words(call.kept->reg->one))}});
}

} // namespace

Result<web::Response> show_record(Call& call) {
    auto const& words = call.words;
    auto const& kept = *call.kept;
    auto const& reg = *kept.reg;
    struct Shown {
        LoadedRecord record;
        std::vector<Event> events;
        std::vector<Named> named;
    };
    auto const shown = call.look([&](Db& db) -> Result<Shown> {
        Shown s{TRY(load_record(db, call, Act::read)), {}, {}};
        s.events = events_of(db, s.record.header.id, events_most);
        s.named = named_in(db, reg, s.record.row.get(), s.events);
        return s;
    });
    if (!shown) return shown.error();
    auto const& header = shown->record.header;
    auto const lookups = lookups_of(words, reg, shown->named);
    auto const edit = html::when(call.may(reg.policy, Act::write, header.target()), [&] {
        return ui::button({.label = words("ui.edit"),
                           .kind = ui::Button::Kind::secondary,
                           .href = address(kept, header.id, "/edit")});
    });
    auto const main =
        html::all(ui::page_heading({.title = words(header.title),
                                    .above = std::string(words(reg.one)),
                                    .actions = edit,
                                    .lang = ui::lang_of(words, words(header.title))}),
                  ui::section({.id = "details",
                               .title = words("host.details"),
                               .body = draw_show(words, reg, shown->record.row.get(), lookups)}),
                  ui::section({.id = "history",
                               .title = words("host.history"),
                               .body = draw_history(words, reg, shown->events, lookups)}));
    return call.page(words(header.title), main, {.before_main = way_back(call)});
}

Result<web::Response> show_new(Call& call) {
    auto const& kept = *call.kept;
    // What the address says is filled in: `/posts/new?office=7`.
    FormValues form;
    for (auto const& f : kept.reg->fields)
        if (auto const value = call.request.query.get_or(f.name); !value.empty())
            form.emplace(f.name, value);
    auto const* office = kept.reg->field("office");
    if (office && office->refers_to == record_kind<Office> && !form.contains("office")
        && call.actor.office)
        form.emplace("office", to_string(call.actor.office));
    return sheet_page(
        call, {.title = new_title(call), .action = address(kept, "/new"), .form = std::move(form)});
}

Result<web::Response> post_new(Call& call) {
    auto const& kept = *call.kept;
    Sheet sheet{.title = new_title(call), .action = address(kept, "/new"), .form = call.values()};
    if (picker_asked(sheet.form)) return sheet_page(call, sheet);
    auto const row = kept.reg->blank();
    if (auto wrong = read_record(*kept.reg, sheet.form, row.get()); !wrong.empty()) {
        sheet.error = invalid(std::move(wrong));
        return sheet_page(call, sheet);
    }
    auto const id = call.perform([&](Work& work) { return enter_kept(work, kept, row.get()); });
    if (id) return call.redirect(address(kept, *id), "host.entered_flash");
    if (!can_be_mended(id.error())) return id.error();
    sheet.error = id.error();
    return sheet_page(call, sheet);
}

Result<web::Response> show_correct(Call& call) {
    auto const loaded = call.look([&](Db& db) { return load_record(db, call, Act::write); });
    if (!loaded) return loaded.error();
    auto form = form_of(call.kept->reg->fields, loaded->row.get());
    form.emplace("version", std::to_string(loaded->header.version));
    return sheet_page(call, {.title = correct_title(call),
                             .action = address(*call.kept, loaded->header.id, "/edit"),
                             .form = std::move(form),
                             .correcting = true});
}

Result<web::Response> post_correct(Call& call) {
    auto const& kept = *call.kept;
    auto loaded = call.look([&](Db& db) { return load_record(db, call, Act::write); });
    if (!loaded) return loaded.error();
    Sheet sheet{.title = correct_title(call),
                .action = address(kept, loaded->header.id, "/edit"),
                .form = call.values(),
                .correcting = true};
    for (auto const& f : kept.reg->fields)
        if (f.traits.fixed) {
            sheet.form.erase(std::string(f.name));
            sheet.form.emplace(f.name, f.write(loaded->row.get()));
        }
    if (picker_asked(sheet.form)) return sheet_page(call, sheet);
    if (auto wrong = read_record(*kept.reg, sheet.form, loaded->row.get()); !wrong.empty()) {
        sheet.error = invalid(std::move(wrong));
        return sheet_page(call, sheet);
    }
    loaded->header.version = version_of(sheet.form);
    auto const done = call.perform(
        [&](Work& work) { return correct_kept(work, kept, loaded->header, loaded->row.get()); });
    if (done) return call.redirect(address(kept, loaded->header.id), "host.corrected_flash");
    if (!can_be_mended(done.error())) return done.error();
    if (done.error().kind == Error::Kind::conflict) meet_conflict(call, sheet, loaded->row.get());
    sheet.error = done.error();
    return sheet_page(call, sheet);
}

std::span<PageRoute const> register_pages() {
    static constexpr PageRoute pages[] = {
        get("", show_list, Act::read),
        get("/new", show_new, Act::write),
        post("/new", post_new, Act::write),
        get("/export", show_export, Act::read),
        get("/import", show_import, Act::write),
        post("/import", post_import, Act::write, import_bytes_max + (std::size_t{64} << 10)),
        get("/import/{upload}", show_import_report, Act::write),
        get("/import/{upload}/problems", show_import_problems, Act::write),
        post("/import/{upload}", post_import_confirmed, Act::write),
        get("/{id}", show_record, Act::read),
        get("/{id}/edit", show_correct, Act::write),
        post("/{id}/edit", post_correct, Act::write),
    };
    return pages;
}

} // namespace udb
