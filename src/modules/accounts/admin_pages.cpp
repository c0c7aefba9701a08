// The administrator's pages of one account: opening it, its roles granted by hand, its ways in.
#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "modules/accounts/identity_store.hpp"
#include "modules/accounts/letter_pages.hpp"
#include "modules/accounts/list_page.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/policy.hpp"
#include "modules/accounts/second_factor_store.hpp"
#include "modules/offices/pages.hpp"
#include "modules/people/pages.hpp"
#include "modules/people/people.hpp"
#include "platform/password.hpp"
#include "registers/pages/history.hpp"
#include "registers/pages/picker.hpp"
#include "web/components/components.hpp"

namespace udb::accounts {
Html whose_account(Call const& call, FormValues const& form,
                   std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const error = [&](std::string_view field) { return ui::error_at(words, errors, field); };
    return html::all(picker(words, people::officer_picker(call, form,
                                                          {.name = "officer",
                                                           .label = words("accounts.officer"),
                                                           .error = error("officer"),
                                                           .optional = true})),
                     ui::text_field(words, {.name = "name_bn",
                                            .label = words("accounts.name_without_officer"),
                                            .value = value_of(form, "name_bn"),
                                            .hint = words("accounts.name_without_officer_hint"),
                                            .error = error("name_bn"),
                                            .optional = true}));
}

namespace {

using offices::office_picker;

Result<web::Response> new_page(Call const& call, FormValues const& form,
                               std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const error = [&](std::string_view field) { return ui::error_at(words, errors, field); };
    auto const fields = html::all(whose_account(call, form, errors),
                                  ui::text_field(words, {.name = "username",
                                                         .label = words("accounts.username"),
                                                         .value = value_of(form, "username"),
                                                         .hint = words("accounts.username_hint"),
                                                         .error = error("username"),
                                                         .width = 20,
                                                         .autocomplete = "off"}),
                                  ui::text_field(words, {.name = "password",
                                                         .label = words("accounts.password_first"),
                                                         .hint = words("accounts.password_hint"),
                                                         .error = error("password"),
                                                         .type = ui::TextField::Type::password,
                                                         .width = 20,
                                                         .autocomplete = "new-password"}),
                                  ui::button({.label = words("ui.save")}));
    auto const main =
        html::all(ui::error_summary(words, errors,
                                    {{"officer", words("accounts.officer")},
                                     {"name_bn", words("accounts.name_without_officer")},
                                     {"username", words("accounts.username")},
                                     {"password", words("accounts.password_first")}}),
                  ui::page_heading({.title = words("accounts.new_title")}),
                  ui::form({.action = "/accounts/new", .csrf = call.csrf()}, fields));
    return call.page(
        words("accounts.new_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("accounts.list_title"), "/accounts"}}),
         .problems = errors.size(),
         .status = errors.empty() ? 200 : 422});
}

Html grants_table(Call const& call, AccountRecord const& account,
                  std::vector<GrantLine> const& grants) {
    auto const& words = call.words;
    if (grants.empty()) return ui::empty_state({.sentence = words("accounts.no_grants")});
    std::vector<ui::Table::Row> rows;
    for (auto const& g : grants) {
        auto const take = html::form(
            {.cls = "post-button",
             .action = url("/accounts/{}/revoke", account.id()),
             .more = {{"method", "post"}}},
            html::hidden("csrf", call.csrf()), html::hidden("role", id_of(g.role)),
            html::hidden("office", to_string(g.office)),
            ui::button({.label = words("accounts.revoke"), .kind = ui::Button::Kind::secondary}));
        rows.push_back(
            {.cells = {text(words(label_of(g.role))), text(words(g.office_name)), take}});
    }
    return ui::table({.caption = words("accounts.grants"),
                      .columns = {{words("accounts.role")},
                                  {words("accounts.office")},
                                  {words("accounts.session_act")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html grant_form(Call const& call, AccountRecord const& account, FormValues const& form,
                std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    std::vector<ui::Choice> roles;
    for (auto const& term : terms<Role>())
        if (term.value != Role::guest)
            roles.push_back({std::string(term.id), std::string(words(term.label))});
    return ui::form(
        {.action = url("/accounts/{}/grant", account.id()), .csrf = call.csrf()},
        html::all(ui::select(words, {.name = "role",
                                     .label = words("accounts.role"),
                                     .choices = std::move(roles),
                                     .value = value_of(form, "role"),
                                     .error = ui::error_at(words, errors, "role")}),
                  picker(words, office_picker(call, form,
                                              {.name = "office",
                                               .label = words("accounts.office"),
                                               .error = ui::error_at(words, errors, "office")})),
                  ui::button({.label = words("accounts.grant")})));
}

Html password_form(Call const& call, AccountRecord const& account,
                   std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    return ui::form(
        {.action = url("/accounts/{}/password", account.id()), .csrf = call.csrf()},
        html::all(ui::text_field(words, {.name = "password",
                                         .label = words("accounts.password_new"),
                                         .hint = words("accounts.password_hint"),
                                         .error = ui::error_at(words, errors, "password"),
                                         .type = ui::TextField::Type::password,
                                         .width = 20,
                                         .autocomplete = "new-password"}),
                  ui::button({.label = words("accounts.password_set"),
                              .kind = ui::Button::Kind::secondary})));
}

Html email_form(Call const& call, AccountRecord const& account, FormValues const& form,
                std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const typed = form.contains("email") ? value_of(form, "email") : account.account.email;
    auto const change = ui::form(
        {.action = url("/accounts/{}/email", account.id()), .csrf = call.csrf()},
        html::all(ui::text_field(words, {.name = "email",
                                         .label = words("accounts.email"),
                                         .value = typed,
                                         .hint = words("accounts.email_hint"),
                                         .error = ui::error_at(words, errors, "email"),
                                         .type = ui::TextField::Type::email,
                                         .autocomplete = "off",
                                         .optional = true}),
                  ui::button({.label = words("ui.save"), .kind = ui::Button::Kind::secondary})));
    if (account.account.email.empty() || !mail_is_set_up() || !account.account.active)
        return change;
    return html::all(
        change,
        ui::post_button({.label = words(account.account.has_password ? "accounts.send_reset"
                                                                     : "accounts.send_invitation"),
                         .kind = ui::Button::Kind::secondary,
                         .action = url("/accounts/{}/password-link", account.id())},
                        call.csrf()));
}

Html second_factor(Call const& call, Id<Account> id, bool there) {
    auto const& words = call.words;
    if (!there) return html::p(words("accounts.factor_off"));
    return html::all(html::p(words("accounts.factor_reset_lead")),
                     ui::post_button({.label = words("accounts.factor_reset"),
                                      .kind = ui::Button::Kind::warning,
                                      .action = url("/accounts/{}/second-factor/reset", id)},
                                     call.csrf()));
}

/// Only where there is something to tell.
Html identities(Call const& call, Id<Account> id, std::vector<Identity> const& all) {
    auto const& words = call.words;
    if (all.empty()) return {};
    std::vector<ui::SummaryRow> rows;
    for (auto const& identity : all)
        rows.push_back({identity.issuer, text(moment(words, identity.made))});
    return ui::section(
        {.id = "identities",
         .title = words("accounts.identities"),
         .body = html::all(ui::summary_list(rows),
                           ui::post_button({.label = words("accounts.unlink"),
                                            .kind = ui::Button::Kind::warning,
                                            .action = url("/accounts/{}/unlink", id)},
                                           call.csrf()))});
}

Result<web::Response> account_page(Call const& call, FormValues const& form,
                                   std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const id = TRY(call.id<Account>());
    struct Shown {
        std::optional<AccountRecord> account;
        std::vector<GrantLine> grants;
        std::vector<Event> events;
        bool second_factor = false;
        std::vector<Identity> identities = {};
    };
    auto const shown = call.look([&](Db& db) {
        return Shown{find_account(db, id), grants_of(db, id), events_of(db, as_record(id)),
                     has_second_factor(db, id), identities_of(db, id)};
    });
    if (!shown.account) return not_found();
    auto const& a = *shown.account;
    auto const toggle = ui::post_button(
        {.label = words(a.account.active ? "accounts.close" : "accounts.open_again"),
         .kind = a.account.active ? ui::Button::Kind::warning : ui::Button::Kind::secondary,
         .action = url("/accounts/{}/{}", id, a.account.active ? "close" : "open")},
        call.csrf());
    auto const main = html::all(
        ui::error_summary(words, errors,
                          {{"role", words("accounts.role")}, {"office", words("accounts.office")}}),
        ui::page_heading({.title = words(a.account.name),
                          .above = a.account.username,
                          .status = ui::status(account_status(words, a.account)),
                          .actions = toggle}),
        ui::section({.id = "grants",
                     .title = words("accounts.grants"),
                     .body = html::all(html::p(words("accounts.grants_lead")),
                                       grants_table(call, a, shown.grants),
                                       grant_form(call, a, form, errors))}),
        ui::section({.id = "email",
                     .title = words("accounts.email"),
                     .body = email_form(call, a, form, errors)}),
        ui::section({.id = "password-set",
                     .title = words("accounts.password_set"),
                     .body = password_form(call, a, errors)}),
        ui::section({.id = "second-factor",
                     .title = words("accounts.factor_title"),
                     .body = second_factor(call, id, shown.second_factor)}),
        identities(call, id, shown.identities),
        ui::section({.id = "history",
                     .title = words("offices.history"),
                     .body = draw_history(words, shown.events)}));
    return call.page(
        words(a.account.name), main,
        {.before_main = ui::breadcrumb(words, {{words("accounts.list_title"), "/accounts"}}),
         .problems = errors.size(),
         .status = errors.empty() ? 200 : 422});
}

} // namespace

Result<web::Response> show_new_account(Call& call) {
    FormValues form;
    if (auto const officer = call.request.query.get("officer"))
        form.emplace("officer", std::string(*officer));
    return new_page(call, form, {});
}

Result<web::Response> post_new_account(Call& call) {
    TRY(call.allow(policy, Act::administer, {.office_path = {}}));
    auto const form = call.values();
    if (picker_asked(form)) return new_page(call, form, {});
    std::vector<FieldError> errors;
    auto const officer = parse_id<Officer>(value_of(form, "officer"));
    BilingualText name{value_of(form, "name_bn"), {}};
    if (!officer && name.bn.empty()) errors.push_back({"name_bn", {"accounts.whose"}});
    auto const username = parse_username(value_of(form, "username"));
    if (!username) errors.push_back(username.error().fields.front());
    auto const password =
        parse_password(value_of(form, "password"), username ? *username : std::string{});
    if (!password) errors.push_back(password.error().fields.front());
    if (!errors.empty()) return new_page(call, form, errors);
    auto const hash = hash_password(*password);
    auto const id = call.perform([&](Work& work) {
        return add_account(work, {.username = *username,
                                  .password_hash = hash,
                                  .officer = officer.value_or(Id<Officer>{}),
                                  .name = name});
    });
    if (!id && id.error().kind == Error::Kind::invalid)
        return new_page(call, form, id.error().fields);
    if (!id) return id.error();
    return call.redirect(url("/accounts/{}", *id), "accounts.added_flash");
}

Result<web::Response> show_account(Call& call) { return account_page(call, {}, {}); }

namespace {

/// Runs `verb(work, account)` as the administrator and comes back to the account's page.
template <class Verb>
Result<web::Response> changed(Call& call, std::string_view flash, Verb const& verb) {
    TRY(call.allow(policy, Act::administer, {.office_path = {}}));
    auto const id = TRY(call.id<Account>());
    auto const done = call.perform([&](Work& work) -> Done {
        auto const account = find_account(work.db, id);
        if (!account) return not_found();
        return verb(work, *account);
    });
    if (!done && done.error().kind == Error::Kind::invalid)
        return account_page(call, call.values(), done.error().fields);
    if (!done) return done.error();
    return call.redirect(url("/accounts/{}", id), flash);
}

} // namespace

Result<web::Response> post_password(Call& call) {
    auto const id = TRY(call.id<Account>());
    auto const account = call.look([&](Db& db) { return find_account(db, id); });
    if (!account) return not_found();
    auto const password = parse_password(call.form["password"], account->account.username);
    if (!password) return account_page(call, {}, password.error().fields);
    auto const hash = hash_password(*password);
    return changed(call, "accounts.password_flash",
                   [&](Work& work, AccountRecord const& a) -> Done {
                       TRY(set_password(work, a, hash));
                       tell_password_changed(work, call.words.catalogue(), a);
                       return {};
                   });
}

Result<web::Response> post_active(Call& call) {
    bool const active = call.request.path.ends_with("/open");
    return changed(call, active ? "accounts.opened_flash" : "accounts.closed_flash",
                   [&](Work& work, AccountRecord const& a) { return set_active(work, a, active); });
}

Result<web::Response> post_grant(Call& call) {
    auto const form = call.values();
    if (picker_asked(form)) return account_page(call, form, {});
    return changed(call, "accounts.granted_flash", [&](Work& work, AccountRecord const& a) -> Done {
        auto const role = term_with_id<Role>(call.form["role"]);
        auto const office = parse_id<Office>(call.form["office"]);
        std::vector<FieldError> wrong;
        if (!role) wrong.push_back({"role", {"field.not_a_choice"}});
        if (!office) wrong.push_back({"office", {"field.not_a_choice"}});
        if (!wrong.empty()) return invalid(std::move(wrong));
        return grant(work, a, *role, *office);
    });
}

Result<web::Response> post_unlink(Call& call) {
    return changed(call, "accounts.unlinked_flash",
                   [&](Work& work, AccountRecord const& a) { return unlink_identities(work, a); });
}

Result<web::Response> post_email(Call& call) {
    return changed(call, "accounts.email_flash", [&](Work& work, AccountRecord const& a) -> Done {
        auto const typed = call.form["email"];
        auto const email = mail_address_of(typed);
        if (email.empty() && !bangla::trimmed(typed).empty())
            return invalid("email", {"accounts.email_bad"});
        return set_email(work, a, email);
    });
}

Result<web::Response> post_password_link(Call& call) {
    if (!mail_is_set_up()) return refused({"accounts.no_mail"});
    return changed(call, "accounts.link_flash", [&](Work& work, AccountRecord const& a) -> Done {
        if (a.account.email.empty() || !a.account.active) return not_found();
        send_password_link(work, call.words.catalogue(), a,
                           a.account.has_password ? LinkKind::reset : LinkKind::invitation);
        return {};
    });
}

Result<web::Response> post_second_factor_reset(Call& call) {
    return changed(call, "accounts.factor_reset_flash",
                   [&](Work& work, AccountRecord const& a) -> Done {
                       TRY(remove_second_factor(work, a, "account.factor_reset"));
                       end_other_sessions(work, a, {});
                       return {};
                   });
}

Result<web::Response> post_revoke(Call& call) {
    return changed(call, "accounts.revoked_flash", [&](Work& work, AccountRecord const& a) -> Done {
        auto const role = term_with_id<Role>(call.form["role"]);
        auto const office = parse_id<Office>(call.form["office"]);
        if (!role || !office) return not_found();
        return revoke(work, a, *role, *office);
    });
}

} // namespace udb::accounts
