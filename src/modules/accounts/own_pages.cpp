// One's own account: name, posts, roles and where they come from, password, sessions.
#include "host/application.hpp"
#include "modules/accounts/entering_pages.hpp"
#include "modules/accounts/letter_pages.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/second_factor_store.hpp"
#include "modules/offices/offices.hpp"
#include "modules/people/people.hpp"
#include "platform/password.hpp"
#include "web/components/components.hpp"
#include "web/http/session.hpp"

#include <map>

namespace udb::accounts {
namespace {

struct RoleLine {
    Assignment assignment;
    BilingualText office;
    BilingualText from; ///< granted, or the module it follows from
};

struct Own {
    AccountRecord account;
    std::vector<people::HeldPost> posts;
    std::vector<RoleLine> roles;
    std::vector<SessionLine> sessions;
    bool has_second_factor = false;
};

Id<Office> office_at(std::string_view path) {
    if (path.size() < 2) return {};
    auto const inner = path.substr(0, path.size() - 1);
    return parse_id<Office>(inner.substr(inner.rfind('/') + 1)).value_or(Id<Office>{});
}

/// `<module>.roles_from` says what brings the role; the module's title, where it says nothing.
BilingualText source_of(Catalogue const& catalogue, Module const& module) {
    auto const key = std::string(module.name) + ".roles_from";
    return catalogue.has(key) ? catalogue.say({key}) : BilingualText(module.title);
}

std::vector<RoleLine> roles_of(Db& db, Call const& call) {
    std::vector<RoleLine> lines;
    for (auto const& g : grants_of(db, call.actor.account))
        lines.push_back(
            {{g.role, {}}, g.office_name, call.words.catalogue().say({"accounts.by_grant"})});
    std::vector<Id<Office>> offices;
    for (auto const* module : call.application().parts().modules) {
        if (!module->roles || !call.actor.officer) continue;
        for (auto const& a : module->roles(db, call.actor.officer, call.today)) {
            lines.push_back({a, {}, source_of(call.words.catalogue(), *module)});
            offices.push_back(office_at(a.office_path));
        }
    }
    std::map<std::string, BilingualText> names;
    for (auto& office : offices::office_lines(db, offices))
        names[office.path] = office.name;
    for (auto& line : lines)
        if (line.office.bn.empty()) line.office = names[line.assignment.office_path];
    return lines;
}

std::optional<Own> own_of(Db& db, Call const& call) {
    auto account = find_account(db, call.actor.account);
    if (!account) return {};
    Own own{.account = std::move(*account),
            .posts = {},
            .roles = roles_of(db, call),
            .sessions = sessions_of(db, call.actor.account, call.now),
            .has_second_factor = has_second_factor(db, call.actor.account)};
    if (call.actor.officer) own.posts = people::posts_held(db, call.actor.officer);
    std::erase_if(own.posts, [&](auto const& held) { return !held.holding.on(call.today); });
    return own;
}

Html who(Call const& call, Own const& own) {
    auto const& words = call.words;
    std::vector<ui::SummaryRow> rows{
        {words("accounts.name"), call.actor.officer
                                     ? ui::link({.text = words(call.actor.name),
                                                 .href = url("/people/{}", call.actor.officer)})
                                     : text(words(call.actor.name))},
        {words("accounts.username"), html::code(own.account.account.username)}};
    if (auto const& email = own.account.account.email; !email.empty())
        rows.push_back({words("accounts.email"), text(email)});
    for (auto const& held : own.posts)
        rows.push_back({std::string(words(label_of(held.holding.kind))),
                        ui::link({.text = words(offices::label_of(held.post)),
                                  .href = url("/posts/{}", held.post.id)})});
    return ui::summary_list(rows);
}

Html roles(Words const& words, std::vector<RoleLine> const& lines) {
    if (lines.empty()) return ui::empty_state({.sentence = words("accounts.no_roles")});
    std::vector<ui::Table::Row> rows;
    for (auto const& line : lines)
        rows.push_back({.cells = {text(words(label_of(line.assignment.role))),
                                  text(words(line.office)), text(words(line.from))}});
    return ui::table({.caption = words("accounts.roles"),
                      .columns = {{words("accounts.role")},
                                  {words("accounts.office")},
                                  {words("accounts.role_from")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html sessions(Call const& call, std::vector<SessionLine> const& lines) {
    auto const& words = call.words;
    auto const here = web::session_digest(call.session());
    std::vector<ui::Table::Row> rows;
    for (auto const& s : lines) {
        auto const act = s.digest == here
                             ? ui::status({.text = words("accounts.this_session"),
                                           .tone = ui::Status::Tone::good})
                             : ui::post_button({.label = words("accounts.end_session"),
                                                .kind = ui::Button::Kind::secondary,
                                                .action = url("/account/sessions/{}/end", s.id)},
                                               call.csrf());
        rows.push_back({.cells = {text(words.date(day_of(s.created))), text(moment(words, s.seen)),
                                  text(s.peer), text(browser_of(s.browser)), act}});
    }
    auto const table = ui::table({.caption = words("accounts.sessions"),
                                  .columns = {{words("accounts.session_since")},
                                              {words("accounts.session_seen")},
                                              {words("accounts.session_from")},
                                              {words("accounts.browser")},
                                              {words("accounts.session_act")}},
                                  .rows = std::move(rows),
                                  .hidden_caption = true});
    return html::all(table, html::when(lines.size() > 1, [&] {
                         return ui::post_button({.label = words("accounts.end_others"),
                                                 .kind = ui::Button::Kind::warning,
                                                 .action = "/account/sessions/end-others"},
                                                call.csrf());
                     }));
}

Html second_factor(Words const& words, bool there) {
    return html::all(
        html::p(
            ui::status(there ? ui::Status{words("accounts.factor_on"), ui::Status::Tone::good}
                             : ui::Status{words("accounts.factor_off"), ui::Status::Tone::plain})),
        html::p(words("accounts.factor_lead")),
        ui::button({.label = words(there ? "accounts.factor_look" : "accounts.factor_begin"),
                    .kind = ui::Button::Kind::secondary,
                    .href = "/account/second-factor"}));
}

Html password_form(Call const& call, std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const field = [&](std::string name, std::string_view key, std::string autocomplete) {
        auto error = ui::error_at(words, errors, name);
        return ui::text_field(words, {.name = std::move(name),
                                      .label = words(key),
                                      .error = std::move(error),
                                      .type = ui::TextField::Type::password,
                                      .width = 20,
                                      .autocomplete = std::move(autocomplete)});
    };
    return ui::form({.action = "/account/password", .csrf = call.csrf()},
                    html::all(field("current", "accounts.password_now", "current-password"),
                              field("password", "accounts.password_new", "new-password"),
                              field("again", "accounts.password_again", "new-password"),
                              html::p({.cls = "hint"}, words("accounts.password_hint")),
                              ui::button({.label = words("accounts.password_change")})));
}

Result<web::Response> own_page(Call const& call, std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    if (call.actor.guest()) return forbidden();
    auto const own = call.look([&](Db& db) { return own_of(db, call); });
    if (!own) return not_found();
    auto const main = html::all(
        ui::error_summary(words, errors,
                          {{"current", words("accounts.password_now")},
                           {"password", words("accounts.password_new")},
                           {"again", words("accounts.password_again")}}),
        ui::page_heading({.title = words("accounts.own_title")}), who(call, *own),
        ui::section(
            {.id = "roles", .title = words("accounts.roles"), .body = roles(words, own->roles)}),
        ui::section({.id = "password-change",
                     .title = words("accounts.password_change"),
                     .body = password_form(call, errors)}),
        ui::section({.id = "second-factor",
                     .title = words("accounts.factor_title"),
                     .body = second_factor(words, own->has_second_factor)}),
        ui::section({.id = "tokens",
                     .title = words("accounts.programs_title"),
                     .body = html::p(ui::link(
                         {.text = words("accounts.programs_link"), .href = "/account/tokens"}))}),
        ui::section({.id = "sessions",
                     .title = words("accounts.sessions"),
                     .body = sessions(call, own->sessions)}));
    return call.page(words("accounts.own_title"), main,
                     {.problems = errors.size(), .status = errors.empty() ? 200 : 422});
}

} // namespace

Result<web::Response> show_own_account(Call& call) { return own_page(call, {}); }

Result<web::Response> post_own_password(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto& database = call.application().parts().database;
    auto const record = database.read([&](Db& db) { return find_account(db, call.actor.account); });
    if (!record) return not_found();
    auto const& username = record->account.username;
    if (auto const error = password_refused(call, *record)) return own_page(call, {*error});
    auto const password = parse_password(call.form["password"], username);
    if (!password) return own_page(call, password.error().fields);
    if (password_of(call.form["again"]) != *password)
        return own_page(call, {{"again", {"accounts.password_differs"}}});
    auto const hash = hash_password(*password);
    auto const done = call.perform([&](Work& work) -> Done {
        TRY(set_password(work, *record, hash, web::session_digest(call.session())));
        tell_password_changed(work, call.words.catalogue(), *record);
        return {};
    });
    if (!done) return done.error();
    return call.redirect("/account", "accounts.password_flash");
}

Result<web::Response> post_session_end(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const id = TRY(call.id<Session>());
    auto const done = call.perform([&](Work& work) -> Done {
        auto const account = find_account(work.db, call.actor.account);
        if (!account) return not_found();
        return end_session(work, *account, id);
    });
    if (!done) return done.error();
    return call.redirect("/account", "accounts.session_flash");
}

Result<web::Response> post_other_sessions_end(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const done = call.perform([&](Work& work) -> Done {
        auto const account = find_account(work.db, call.actor.account);
        if (!account) return not_found();
        end_other_sessions(work, *account, web::session_digest(call.session()));
        return {};
    });
    if (!done) return done.error();
    return call.redirect("/account", "accounts.others_ended_flash");
}

} // namespace udb::accounts
