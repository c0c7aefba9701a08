// The second step of signing in: the code of the authenticator app, or a recovery code.
#include "host/application.hpp"
#include "modules/accounts/entering_pages.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/second_factor_store.hpp"
#include "platform/log.hpp"
#include "web/components/components.hpp"
#include "web/http/session.hpp"

namespace udb::accounts {
namespace {

std::string digest_of_begun(Call const& call) {
    auto const secret = call.request.cookie(begun_cookie);
    return secret ? web::session_digest(*secret) : std::string{};
}

web::Response to_the_start(Call const& call) {
    return call.redirect("/sign-in", "accounts.begin_again_flash");
}

web::Response code_page(Call const& call, bool recovery, std::optional<Message> const& problem,
                        int status) {
    auto const& words = call.words;
    Html main;
    if (problem) main += ui::error_summary(words, std::vector<FieldError>{{"code", *problem}});
    main += ui::page_heading(
        {.title = words("accounts.code_title"),
         .lead = words(recovery ? "accounts.code_lead_recovery" : "accounts.code_lead")});
    auto const fields = html::all(
        html::hidden("with", recovery ? "recovery" : "app"),
        ui::text_field(words,
                       {.name = "code",
                        .label = words(recovery ? "accounts.recovery_code" : "accounts.code"),
                        .hint = words(recovery ? "accounts.recovery_hint" : "accounts.code_hint"),
                        .error = problem ? words(*problem) : "",
                        .width = recovery ? 20 : 10,
                        .autocomplete = recovery ? "off" : "one-time-code",
                        .digits = !recovery}),
        ui::button({.label = words("ui.sign_in")}));
    main += ui::form({.action = "/sign-in/code", .csrf = call.csrf()}, fields);
    main += html::p(recovery
                        ? ui::link({.text = words("accounts.code_by_app"), .href = "/sign-in/code"})
                        : ui::link({.text = words("accounts.code_by_recovery"),
                                    .href = Url("/sign-in/code").with("with", "recovery")}));
    main += html::p(words("accounts.code_lost"));
    return call.page(words("accounts.code_title"), main,
                     {.problems = problem ? std::size_t{1} : 0, .status = status});
}

/// What became of a code, decided in one transaction.
struct Tried {
    std::optional<Message> wait = {};
    bool right = false;
    bool again = false; ///< wrong, and another may be tried
};

Tried tried(Call const& call, std::string const& digest, BegunSignIn const& begun) {
    return call.perform([&](Work& work) -> Tried {
        auto const admission =
            admit_code(work.db, begun.account, trier_of(call, begun.username), work.now);
        if (auto const wait = wait_message(admission.wait)) return {.wait = wait};
        auto const account = find_account(work.db, begun.account);
        Actor const owner{.account = begun.account,
                          .officer = account->account.officer,
                          .office = {},
                          .name = account->account.name,
                          .assignments = {}};
        Work as_owner{.db = work.db, .actor = owner, .today = work.today, .now = work.now};
        if (!use_code(as_owner, configuration().seal_key, *account, call.form["code"]))
            return {.again = wrong_code(work.db, digest)};
        forget_tries(work.db, admission.whose);
        end_begun_sign_in(work.db, digest);
        return {.right = true};
    });
}

} // namespace

Result<web::Response> show_sign_in_code(Call& call) {
    if (!call.actor.guest()) return web::Response::redirect("/");
    auto const digest = digest_of_begun(call);
    if (!call.look([&](Db& db) { return begun_sign_in(db, digest, call.now); }))
        return to_the_start(call);
    return code_page(call, call.request.query.get_or("with") == "recovery", {}, 200);
}

Result<web::Response> post_sign_in_code(Call& call) {
    auto const digest = digest_of_begun(call);
    auto const begun = call.look([&](Db& db) { return begun_sign_in(db, digest, call.now); });
    if (!begun) return to_the_start(call);
    bool const recovery = call.form["with"] == "recovery";
    auto const end = tried(call, digest, *begun);
    if (end.wait) return code_page(call, recovery, end.wait, 429);
    if (end.right) return signed_in(call, begun->account, begun->next);
    log::warn("code_refused", {{"account", begun->account.value}, {"peer", call.request.peer}});
    if (!end.again) return to_the_start(call);
    return code_page(call, recovery, Message{"accounts.code_wrong"}, 422);
}

} // namespace udb::accounts
