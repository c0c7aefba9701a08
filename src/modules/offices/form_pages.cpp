// Adding and correcting offices and posts.
#include "modules/offices/pages.hpp"
#include "modules/offices/policy.hpp"
#include "registers/draw.hpp"
#include "web/components/components.hpp"

#include <charconv>

namespace udb::offices {
namespace {

/// A form as it stands: what was typed, what is wrong with it, and where it goes.
struct Sheet {
    std::string title;
    Url action;
    FormValues form;
    std::optional<Error> error = {};
    std::string path = {}; ///< of the office it belongs to
};

std::vector<FieldError> problems_of(Sheet const& sheet) {
    return sheet.error ? sheet.error->fields : std::vector<FieldError>{};
}

int status_of(Sheet const& sheet) {
    if (!sheet.error) return 200;
    return sheet.error->kind == Error::Kind::conflict ? 409 : 422;
}

web::Response sheet_page(Call const& call, Sheet const& sheet, RegisterView const& reg,
                         Html const& fields) {
    auto const& words = call.words;
    auto const way = call.look([&](Db& db) { return way_to(db, sheet.path); });
    Html main;
    if (sheet.error) main += ui::error_summary(words, *sheet.error, labels_of(words, reg));
    main += ui::page_heading({.title = sheet.title});
    main += ui::form({.action = sheet.action, .csrf = call.csrf()},
                     html::all(html::hidden("version", value_of(sheet.form, "version")), fields,
                               ui::button({.label = words("ui.save")})));
    return call.page(
        sheet.title, main,
        {.before_main = way_back(call, way),
         .problems = sheet.error ? std::max<std::size_t>(1, problems_of(sheet).size()) : 0,
         .status = status_of(sheet)});
}

web::Response office_sheet(Call const& call, Sheet const& sheet) {
    auto const& words = call.words;
    auto const problems = problems_of(sheet);
    auto const pick = [&](std::string name, std::string_view key) {
        auto error = ui::error_at(words, problems, name);
        return picker(words, office_picker(call, sheet.form,
                                           {.name = std::move(name),
                                            .label = words(key),
                                            .error = std::move(error),
                                            .optional = true}));
    };
    return sheet_page(call, sheet, office_register,
                      html::all(draw_form(words, office_register, sheet.form, problems),
                                pick("parent", "offices.above"),
                                pick("successor", "offices.successor")));
}

web::Response post_sheet(Call const& call, Sheet const& sheet) {
    return sheet_page(
        call, sheet, post_register,
        html::all(html::hidden("office", value_of(sheet.form, "office")),
                  draw_form(call.words, post_register, sheet.form, problems_of(sheet))));
}

bool can_be_mended(Error const& error) {
    return error.kind == Error::Kind::invalid || error.kind == Error::Kind::conflict
           || error.kind == Error::Kind::refused;
}

/// The codes of memo numbers, which are kept in ASCII digits, as the reader writes them.
FormValues codes_shown(Words const& words, FormValues form) {
    for (auto const* code : {"ministry_code", "agency_code", "place_code"})
        if (auto const at = form.find(code); at != form.end())
            at->second = in_digits(words, at->second);
    return form;
}

FormValues edited(FormValues form, std::int64_t version) {
    form.emplace("version", std::to_string(version));
    return form;
}

} // namespace

Picker office_picker(Call const& call, FormValues const& form, Picker start) {
    auto const& words = call.words;
    return picked(
        std::move(start), form,
        [&](std::string_view search) {
            std::vector<ui::Choice> found;
            auto const lines = call.look([&](Db& db) {
                return find_offices(db, {.search = search, .size = Picker::most}, call.today);
            });
            for (auto const& line : lines.lines)
                found.push_back({to_string(line.id), words(line.name), words(line.parent_name)});
            return found;
        },
        [&](std::string_view value) -> std::string {
            auto const id = parse_id<Office>(value);
            if (!id) return {};
            auto const office = call.look([&](Db& db) { return find_office(db, *id); });
            return office ? words(office->office.name()) : "";
        });
}

Result<web::Response> show_new_office(Call& call) {
    Sheet sheet{.title = call.words("offices.add"), .action = "/offices/new", .form = {}};
    if (auto const parent = parse_id<Office>(call.request.query.get_or("parent"))) {
        auto const above = call.look([&](Db& db) { return find_office(db, *parent); });
        if (!above) return not_found();
        sheet.path = above->path();
        sheet.form.emplace("parent", to_string(*parent));
    }
    TRY(call.allow(policy, Act::write, {.office_path = sheet.path}));
    return office_sheet(call, sheet);
}

Result<web::Response> post_new_office(Call& call) {
    Sheet sheet{
        .title = call.words("offices.add"), .action = "/offices/new", .form = call.values()};
    if (picker_asked(sheet.form)) return office_sheet(call, sheet);
    auto const office = parse(office_register, sheet.form);
    if (!office) {
        sheet.error = office.error();
        return office_sheet(call, sheet);
    }
    auto const id = call.perform(add_office, *office);
    if (id) return call.redirect(url("/offices/{}", *id), "offices.added_flash");
    if (!can_be_mended(id.error())) return id.error();
    sheet.error = id.error();
    return office_sheet(call, sheet);
}

Result<web::Response> show_office_form(Call& call) {
    auto const id = TRY(call.id<Office>());
    auto const office = call.look([&](Db& db) { return find_office(db, id); });
    if (!office) return not_found();
    TRY(call.allow(policy, Act::write, office->header.target()));
    return office_sheet(
        call,
        {.title = call.words("offices.correct"),
         .action = url("/offices/{}/edit", id),
         .form = edited(codes_shown(call.words, form_of(office_register.fields, &office->office)),
                        office->header.version),
         .path = office->path()});
}

Result<web::Response> post_office_form(Call& call) {
    auto const id = TRY(call.id<Office>());
    auto const office = call.look([&](Db& db) { return find_office(db, id); });
    if (!office) return not_found();
    TRY(call.allow(policy, Act::write, office->header.target()));
    Sheet sheet{.title = call.words("offices.correct"),
                .action = url("/offices/{}/edit", id),
                .form = call.values(),
                .path = office->path()};
    if (picker_asked(sheet.form)) return office_sheet(call, sheet);
    auto const after = parse(office_register, sheet.form, office->office);
    if (!after) {
        sheet.error = after.error();
        return office_sheet(call, sheet);
    }
    auto header = office->header;
    header.version = version_of(sheet.form);
    auto const done = call.perform(correct_office, header, *after);
    if (done) return call.redirect(url("/offices/{}", id), "offices.corrected_flash");
    if (!can_be_mended(done.error())) return done.error();
    sheet.error = done.error();
    return office_sheet(call, sheet);
}

Result<web::Response> show_new_post(Call& call) {
    auto const office = parse_id<Office>(call.request.query.get_or("office"));
    if (!office) return not_found();
    auto const found = call.look([&](Db& db) { return find_office(db, *office); });
    if (!found) return not_found();
    TRY(call.allow(policy, Act::write, found->header.target()));
    return post_sheet(call, {.title = call.words("offices.add_post"),
                             .action = "/posts/new",
                             .form = {{"office", to_string(*office)}},
                             .path = found->path()});
}

Result<web::Response> post_new_post(Call& call) {
    Sheet sheet{
        .title = call.words("offices.add_post"), .action = "/posts/new", .form = call.values()};
    if (auto const office = parse_id<Office>(value_of(sheet.form, "office")))
        if (auto const found = call.look([&](Db& db) { return find_office(db, *office); }))
            sheet.path = found->path();
    if (sheet.path.empty()) return not_found();
    auto const post = parse(post_register, sheet.form);
    if (!post) {
        sheet.error = post.error();
        return post_sheet(call, sheet);
    }
    auto const id = call.perform(add_post, *post);
    if (id) return call.redirect(url("/posts/{}", *id), "offices.post_added_flash");
    if (!can_be_mended(id.error())) return id.error();
    sheet.error = id.error();
    return post_sheet(call, sheet);
}

Result<web::Response> show_post_form(Call& call) {
    auto const id = TRY(call.id<Post>());
    auto const post = call.look([&](Db& db) { return find_post(db, id); });
    if (!post) return not_found();
    TRY(call.allow(policy, Act::write, post->header.target()));
    return post_sheet(
        call, {.title = call.words("offices.correct_post"),
               .action = url("/posts/{}/edit", id),
               .form = edited(form_of(post_register.fields, &post->post), post->header.version),
               .path = post->header.office_path});
}

Result<web::Response> post_post_form(Call& call) {
    auto const id = TRY(call.id<Post>());
    auto const post = call.look([&](Db& db) { return find_post(db, id); });
    if (!post) return not_found();
    TRY(call.allow(policy, Act::write, post->header.target()));
    Sheet sheet{.title = call.words("offices.correct_post"),
                .action = url("/posts/{}/edit", id),
                .form = call.values(),
                .path = post->header.office_path};
    sheet.form.erase("office");
    sheet.form.emplace("office", to_string(post->post.office));
    auto const after = parse(post_register, sheet.form, post->post);
    if (!after) {
        sheet.error = after.error();
        return post_sheet(call, sheet);
    }
    auto header = post->header;
    header.version = version_of(sheet.form);
    auto const done = call.perform(correct_post, header, *after);
    if (done) return call.redirect(url("/posts/{}", id), "offices.corrected_flash");
    if (!can_be_mended(done.error())) return done.error();
    sheet.error = done.error();
    return post_sheet(call, sheet);
}

} // namespace udb::offices
