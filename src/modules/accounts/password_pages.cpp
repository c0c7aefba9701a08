// A password by a link: asking for one, and choosing it. The answer to asking is the same whether
// there is such an account or not, and nothing is looked up before it is given.
#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "modules/accounts/entering_pages.hpp"
#include "modules/accounts/letter_pages.hpp"
#include "modules/accounts/mail_store.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "platform/password.hpp"
#include "web/components/components.hpp"

namespace udb::accounts {
namespace {

constexpr std::size_t typed_bytes_max = 254;

web::Response forgotten_page(Call const& call, std::string const& typed,
                             std::optional<Message> const& problem, int status) {
    auto const& words = call.words;
    Html main;
    if (problem) main += ui::error_summary(words, std::vector<FieldError>{{"who", *problem}});
    main += ui::page_heading(
        {.title = words("accounts.forgotten_title"), .lead = words("accounts.forgotten_lead")});
    main += ui::form({.action = "/forgotten", .csrf = call.csrf()},
                     html::all(ui::text_field(words, {.name = "who",
                                                      .label = words("accounts.name_or_email"),
                                                      .value = typed,
                                                      .error = problem ? words(*problem) : "",
                                                      .autocomplete = "username"}),
                               ui::button({.label = words("accounts.forgotten_send")})));
    main += html::p(words("accounts.forgotten_no_email"));
    return call.page(
        words("accounts.forgotten_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("accounts.sign_in_title"), "/sign-in"}}),
         .problems = problem ? std::size_t{1} : 0,
         .status = status});
}

web::Response asked_page(Call const& call) {
    auto const& words = call.words;
    auto const main =
        html::all(ui::page_heading({.title = words("accounts.asked_title")}),
                  html::p(words("accounts.asked_lead")), html::p(words("accounts.asked_more")),
                  ui::button({.label = words("accounts.to_sign_in"),
                              .kind = ui::Button::Kind::secondary,
                              .href = "/sign-in"}));
    return call.page(words("accounts.asked_title"), main);
}

/// For a link that opens nothing (any more).
web::Response dead_link_page(Call const& call) {
    auto const& words = call.words;
    auto const main = html::all(
        ui::page_heading({.title = words("accounts.link_dead_title")}),
        html::p(words("accounts.link_dead_lead")),
        ui::button_group(
            {ui::button({.label = words("accounts.forgotten_send"), .href = "/forgotten"}),
             ui::button({.label = words("accounts.to_sign_in"),
                         .kind = ui::Button::Kind::secondary,
                         .href = "/sign-in"})}));
    return call.page(words("accounts.link_dead_title"), main, {.status = 404});
}

web::Response choose_page(Call const& call, std::string const& secret, Account const& account,
                          std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const field = [&](std::string name, std::string_view key, std::string hint) {
        auto error = ui::error_at(words, errors, name);
        return ui::text_field(words, {.name = std::move(name),
                                      .label = words(key),
                                      .hint = std::move(hint),
                                      .error = std::move(error),
                                      .type = ui::TextField::Type::password,
                                      .width = 20,
                                      .autocomplete = "new-password"});
    };
    auto const main = html::all(
        ui::error_summary(words, errors,
                          {{"password", words("accounts.password_new")},
                           {"again", words("accounts.password_again")}}),
        ui::page_heading({.title = words("accounts.choose_title"),
                          .lead = words("accounts.choose_lead", {{"name", account.name}})}),
        ui::summary_list({{words("accounts.username"), html::code(account.username)}}),
        ui::form(
            {.action = "/new-password", .csrf = call.csrf()},
            html::all(html::hidden("key", secret),
                      field("password", "accounts.password_new", words("accounts.password_hint")),
                      field("again", "accounts.password_again", {}),
                      ui::button({.label = words("accounts.choose_save")}))));
    return call.page(words("accounts.choose_title"), main,
                     {.problems = errors.size(), .status = errors.empty() ? 200 : 422});
}

std::optional<AccountRecord> account_of_link(Call const& call, std::string_view secret) {
    return call.look([&](Db& db) -> std::optional<AccountRecord> {
        auto const link = find_password_link(db, secret, call.now);
        if (!link) return {};
        return find_account(db, link->account);
    });
}

} // namespace

web::RateLimit& letters_of_network() {
    static web::RateLimit limit{{.burst = 10, .refill = std::chrono::minutes{3}}};
    return limit;
}

Result<web::Response> show_forgotten(Call& call) {
    if (!mail_is_set_up()) return refused({"accounts.forgotten"});
    return forgotten_page(call, {}, {}, 200);
}

Result<web::Response> post_forgotten(Call& call) {
    if (!mail_is_set_up()) return refused({"accounts.forgotten"});
    auto const typed = std::string(bangla::trimmed(call.form["who"]));
    if (typed.empty() || typed.size() > typed_bytes_max)
        return forgotten_page(call, typed, Message{"accounts.forgotten_what"}, 422);
    auto const wait = letters_of_network().take(network_of(call.request.peer), call.now);
    if (auto const problem = wait_message(wait)) return forgotten_page(call, typed, problem, 429);
    call.application().parts().database.write(
        [&](Db& db) { add_password_request(db, typed, call.now); });
    return asked_page(call);
}

Result<web::Response> show_new_password(Call& call) {
    std::string const secret{call.request.query.get_or("key")};
    auto const account = account_of_link(call, secret);
    if (!account) return dead_link_page(call);
    return choose_page(call, secret, account->account, {});
}

Result<web::Response> post_new_password(Call& call) {
    std::string const secret{call.form["key"]};
    auto const account = account_of_link(call, secret);
    if (!account) return dead_link_page(call);
    auto const password = parse_password(call.form["password"], account->account.username);
    if (!password) return choose_page(call, secret, account->account, password.error().fields);
    if (password_of(call.form["again"]) != *password)
        return choose_page(call, secret, account->account,
                           {{"again", {"accounts.password_differs"}}});
    auto const hash = hash_password(*password);
    Actor const owner{.account = account->id(),
                      .officer = account->account.officer,
                      .office = {},
                      .name = account->account.name,
                      .assignments = {}};
    auto const done = call.perform([&](Work& work) -> Done {
        // Again, inside: of two who use the link at once one is too late.
        if (!find_password_link(work.db, secret, work.now)) return not_found();
        Work as_owner{.db = work.db, .actor = owner, .today = work.today, .now = work.now};
        TRY(set_password(as_owner, *account, hash));
        tell_password_changed(as_owner, call.words.catalogue(), *account);
        forget_tries_of(work.db, account->account.username);
        return {};
    });
    if (!done) return dead_link_page(call);
    return call.redirect("/sign-in", "accounts.chosen_flash");
}

} // namespace udb::accounts
