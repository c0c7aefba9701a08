// The page on which the second factor is set up, looked after and taken away by its owner.
#include "host/application.hpp"
#include "modules/accounts/entering_pages.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/second_factor_store.hpp"
#include "platform/password.hpp"
#include "platform/qr.hpp"
#include "platform/totp.hpp"
#include "web/components/components.hpp"

namespace udb::accounts {
namespace {

using Errors = std::vector<FieldError>;

Html qr_image(Words const& words, std::string_view address) {
    auto const code = qr_code(address);
    return ui::qr_image(
        {.side = code.side + 8, .path = qr_path(code), .label = words("accounts.factor_qr")});
}

Html code_form(Call const& call, Errors const& errors, Url const& action, ui::Button const& button,
               std::string_view hint) {
    auto const& words = call.words;
    return ui::form({.action = action, .csrf = call.csrf()},
                    html::all(ui::text_field(words, {.name = "code",
                                                     .label = words("accounts.code"),
                                                     .hint = words(hint),
                                                     .error = ui::error_at(words, errors, "code"),
                                                     .width = 20,
                                                     .autocomplete = "one-time-code"}),
                              ui::button(button)));
}

Html to_begin(Call const& call, Errors const& errors) {
    auto const& words = call.words;
    return html::all(
        html::p(words("accounts.factor_none")), html::p(words("accounts.factor_apps")),
        ui::form({.action = "/account/second-factor/begin", .csrf = call.csrf()},
                 html::all(ui::text_field(words, {.name = "current",
                                                  .label = words("accounts.password_now"),
                                                  .error = ui::error_at(words, errors, "current"),
                                                  .type = ui::TextField::Type::password,
                                                  .width = 20,
                                                  .autocomplete = "current-password"}),
                           ui::button({.label = words("accounts.factor_begin")}))));
}

Html to_confirm(Call const& call, Errors const& errors, AccountRecord const& account,
                SecondFactor const& factor) {
    auto const& words = call.words;
    auto const address =
        totp_address(factor.secret, words("accounts.factor_issuer"), account.account.username);
    return html::all(
        html::ul(html::li(words("accounts.factor_step_scan")),
                 html::li(words("accounts.factor_step_code"))),
        qr_image(words, address),
        ui::summary_list({{words("accounts.factor_secret"), html::code(totp_text(factor.secret))}}),
        code_form(call, errors, "/account/second-factor/confirm",
                  {.label = words("accounts.factor_confirm")}, "accounts.code_hint"));
}

Html in_force(Call const& call, Errors const& errors, SecondFactor const& factor) {
    auto const& words = call.words;
    // One form, two acts: both ask for the same code.
    return html::all(
        ui::summary_list(
            {{words("accounts.state"),
              ui::status({.text = words("accounts.factor_on"), .tone = ui::Status::Tone::good})},
             {words("accounts.factor_since"), text(words.date(day_of(*factor.confirmed)))},
             {words("accounts.recovery_left"), text(words.number(factor.recovery_codes_left))}}),
        html::when(factor.secret.empty(),
                   [&] {
                       return ui::notice(words, {.kind = ui::Notice::Kind::problem,
                                                 .body = text(words("accounts.factor_sealed"))});
                   }),
        ui::section(
            {.id = "change",
             .title = words("accounts.factor_change"),
             .body = ui::form(
                 {.action = "/account/second-factor/change", .csrf = call.csrf()},
                 html::all(ui::text_field(words, {.name = "code",
                                                  .label = words("accounts.code"),
                                                  .hint = words("accounts.code_or_recovery_hint"),
                                                  .error = ui::error_at(words, errors, "code"),
                                                  .width = 20,
                                                  .autocomplete = "one-time-code"}),
                           ui::button_group({ui::button({.label = words("accounts.recovery_renew"),
                                                         .kind = ui::Button::Kind::secondary,
                                                         .name = "act",
                                                         .value = "renew"}),
                                             ui::button({.label = words("accounts.factor_remove"),
                                                         .kind = ui::Button::Kind::warning,
                                                         .name = "act",
                                                         .value = "remove"})})))}));
}

Result<web::Response> factor_page(Call const& call, Errors const& errors, int status = 200) {
    auto const& words = call.words;
    if (call.actor.guest()) return forbidden();
    struct Shown {
        std::optional<AccountRecord> account;
        std::optional<SecondFactor> factor;
        bool due = false;
    };
    auto const shown = call.look([&](Db& db) {
        return Shown{find_account(db, call.actor.account),
                     second_factor_of(db, configuration().seal_key, call.actor.account),
                     second_factor_due(db, call.actor.account)};
    });
    if (!shown.account) return not_found();
    auto const& factor = shown.factor;
    // A secret that was sealed by another key is begun again.
    bool const begun = factor && !factor->confirmed && !factor->secret.empty();
    Html main = ui::error_summary(words, errors);
    main += ui::page_heading(
        {.title = words("accounts.factor_title"), .lead = words("accounts.factor_lead")});
    if (shown.due) main += ui::notice(words, {.body = text(words("accounts.factor_due"))});
    main += factor && factor->confirmed ? in_force(call, errors, *factor)
            : begun                     ? to_confirm(call, errors, *shown.account, *factor)
                                        : to_begin(call, errors);
    return call.page(
        words("accounts.factor_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("accounts.own_title"), "/account"}}),
         .problems = errors.size(),
         .status = errors.empty() ? status : 422});
}

/// The recovery codes, on the only page that ever shows them.
web::Response codes_page(Call const& call, std::vector<std::string> const& codes) {
    auto const& words = call.words;
    Html list;
    for (auto const& code : codes)
        list += html::li(html::code(code));
    auto const main = html::all(
        ui::page_heading({.title = words("accounts.recovery_title")}),
        ui::notice(words, {.kind = ui::Notice::Kind::success,
                           .body = text(words("accounts.recovery_lead"))}),
        html::ul(list), html::p(words("accounts.recovery_once")),
        ui::button({.label = words("accounts.recovery_kept"), .href = "/account/second-factor"}));
    return call.page(
        words("accounts.recovery_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("accounts.own_title"), "/account"}})});
}

/// Whether a code may be tried here, by the same pace as when signing in.
Done admitted(Call const& call, Work& work, AccountRecord const& account, std::string& whose) {
    auto const admission =
        admit_code(work.db, account.id(), trier_of(call, account.account.username), work.now);
    whose = admission.whose;
    if (auto const wait = wait_message(admission.wait)) return invalid("code", *wait);
    return {};
}

} // namespace

Result<web::Response> show_second_factor(Call& call) { return factor_page(call, {}); }

Result<web::Response> post_second_factor_begin(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const account = call.look([&](Db& db) { return find_account(db, call.actor.account); });
    if (!account) return not_found();
    if (auto const error = password_refused(call, *account)) return factor_page(call, {*error});
    auto const done = call.perform([&](Work& work) {
        return begin_second_factor(work, configuration().seal_key, *account, totp_secret());
    });
    if (!done) return done.error();
    return call.redirect("/account/second-factor");
}

Result<web::Response> post_second_factor_confirm(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const account = call.look([&](Db& db) { return find_account(db, call.actor.account); });
    if (!account) return not_found();
    auto const codes = call.perform([&](Work& work) {
        return confirm_second_factor(work, configuration().seal_key, *account, call.form["code"]);
    });
    if (!codes && codes.error().kind == Error::Kind::invalid)
        return factor_page(call, codes.error().fields);
    // Sent twice, by going back or a reload: it is in force.
    if (!codes) return call.redirect("/account/second-factor");
    return codes_page(call, *codes);
}

Result<web::Response> post_second_factor_change(Call& call) {
    if (call.actor.guest()) return forbidden();
    bool const removes = call.form["act"] == "remove";
    // A wrong code must stay counted, so it is no Error of the transaction.
    struct Changed {
        Errors errors = {};
        std::vector<std::string> codes = {};
    };
    auto const changed = call.perform([&](Work& work) -> Result<Changed> {
        auto const account = find_account(work.db, call.actor.account);
        if (!account) return not_found();
        std::string whose;
        auto const may = admitted(call, work, *account, whose);
        if (!may) return Changed{.errors = may.error().fields};
        if (!use_code(work, configuration().seal_key, *account, call.form["code"]))
            return Changed{.errors = {{"code", {"accounts.code_wrong"}}}};
        forget_tries(work.db, whose);
        if (!removes) return Changed{.codes = TRY(renew_recovery_codes(work, *account))};
        TRY(remove_second_factor(work, *account, "account.factor_removed"));
        return Changed{};
    });
    if (!changed) return changed.error();
    if (!changed->errors.empty()) return factor_page(call, changed->errors);
    if (!removes) return codes_page(call, changed->codes);
    return call.redirect("/account", "accounts.factor_removed_flash");
}

} // namespace udb::accounts
