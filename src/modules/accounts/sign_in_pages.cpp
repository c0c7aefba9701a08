// Signing in and out. An unknown name and a wrong password get the same answer after the same time.
#include "host/application.hpp"
#include "modules/accounts/entering_pages.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/store.hpp"
#include "platform/log.hpp"
#include "platform/password.hpp"
#include "web/components/components.hpp"
#include "web/http/session.hpp"

namespace udb::accounts {
namespace {

Html demo_table(Words const& words) {
    std::vector<ui::Table::Row> rows;
    for (auto const& a : demo_accounts())
        rows.push_back(
            {.cells = {text(words(a.who)), html::code(a.username), html::code(demo_password)}});
    return ui::section({.id = "demo",
                        .title = words("accounts.demo_title"),
                        .body = html::all(html::p(words("accounts.demo_lead")),
                                          ui::table({.caption = words("accounts.demo_title"),
                                                     .columns = {{words("accounts.who")},
                                                                 {words("accounts.username")},
                                                                 {words("accounts.password")}},
                                                     .rows = std::move(rows),
                                                     .hidden_caption = true}))});
}

std::string provider_label(Words const& words) {
    auto const& label = provider()->settings().label;
    return words("accounts.provider_go",
                 {{"provider", label.empty() ? words("accounts.provider_nameless") : label}});
}

web::Response sign_in_page(Call const& call, std::string const& username, std::string const& next,
                           std::optional<Message> const& problem, int status) {
    auto const& words = call.words;
    Html main;
    if (problem) main += ui::error_summary(words, std::vector<FieldError>{{"username", *problem}});
    main += ui::page_heading(
        {.title = words("accounts.sign_in_title"), .lead = words("accounts.sign_in_lead")});
    auto const fields =
        html::all(html::hidden("next", next),
                  ui::text_field(words, {.name = "username",
                                         .label = words(mail_is_set_up() ? "accounts.name_or_email"
                                                                         : "accounts.username"),
                                         .value = username,
                                         .error = problem ? words(*problem) : "",
                                         .width = 20,
                                         .autocomplete = "username"}),
                  ui::text_field(words, {.name = "password",
                                         .label = words("accounts.password"),
                                         .type = ui::TextField::Type::password,
                                         .width = 20,
                                         .autocomplete = "current-password"}),
                  ui::button({.label = words("ui.sign_in")}));
    main += ui::form({.action = "/sign-in", .csrf = call.csrf()}, fields);
    main +=
        mail_is_set_up()
            ? html::p(ui::link({.text = words("accounts.forgotten_title"), .href = "/forgotten"}))
            : html::p(words("accounts.forgotten"));
    if (provider())
        main += ui::section(
            {.id = "provider",
             .title = words("accounts.provider_title"),
             .body = ui::button({.label = provider_label(words),
                                 .kind = ui::Button::Kind::secondary,
                                 .href = Url("/sign-in/provider").with("next", next)})});
    if (configuration().show_demo) main += demo_table(words);
    return call.page(words("accounts.sign_in_title"), main,
                     {.problems = problem ? std::size_t{1} : 0, .status = status});
}

bool right_password(std::optional<Credentials> const& known, std::string_view password) {
    auto const typed = password_of(password);
    return known ? verify_password(typed, known->password_hash) : verify_nobody(typed);
}

} // namespace

web::RateLimit& tries_of_network() {
    static web::RateLimit limit{{.burst = 50, .refill = std::chrono::seconds{6}}};
    return limit;
}

Result<web::Response> show_sign_in(Call& call) {
    auto const next = next_of(call.request.query.get_or("next", "/"));
    if (!call.actor.guest()) return web::Response::redirect(next);
    return sign_in_page(call, {}, next, {}, 200);
}

Result<web::Response> post_sign_in(Call& call) {
    auto const username = username_of(call.form["username"]);
    auto const next = next_of(call.form["next"]);
    auto const trier = trier_of(call, username);
    auto& database = call.application().parts().database;
    auto const admission = database.write([&](Db& db) { return admit(db, trier, call.now); });
    auto wait = admission.wait;
    if (wait.count() == 0 && !admission.known_browser)
        wait = tries_of_network().take(trier.network, call.now);
    if (auto const problem = wait_message(wait))
        return sign_in_page(call, username, next, problem, 429);

    auto const known = database.read([&](Db& db) { return credentials_of(db, username); });
    if (!right_password(known, call.form["password"])) {
        log::warn("sign_in_refused", {{"peer", call.request.peer}});
        return sign_in_page(call, username, next, Message{"accounts.not_known"}, 422);
    }
    database.write([&](Db& db) { forget_tries(db, admission.whose); });
    if (!admission.known_browser) tries_of_network().give_back(trier.network);
    return first_proof_given(call, known->account, next);
}

Result<web::Response> post_sign_out(Call& call) {
    if (!call.session().empty())
        call.application().parts().database.write(
            [&](Db& db) { end_session(db, web::session_digest(call.session())); });
    auto response = call.redirect("/", "accounts.signed_out_flash");
    web::close_session(response, call.request);
    return response;
}

} // namespace udb::accounts
