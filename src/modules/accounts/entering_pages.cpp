// From the first proof of who it is to an open session.
#include "modules/accounts/entering_pages.hpp"

#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/second_factor_store.hpp"
#include "platform/log.hpp"
#include "platform/password.hpp"
#include "web/http/session.hpp"

#include <algorithm>

namespace udb::accounts {
namespace {

constexpr std::size_t browser_bytes_max = 300;
constexpr std::chrono::seconds browser_known{std::chrono::hours{24 * 365}};
constexpr std::string_view browser_cookie = "browser";

/// The browser's own secret, where it brought one.
std::optional<std::string> browser_secret(Call const& call) {
    constexpr std::size_t letters = 43;
    auto const value = call.request.cookie(browser_cookie);
    if (!value || value->size() != letters) return {};
    return std::string(*value);
}

} // namespace

std::string next_of(std::string_view wanted) {
    if (!Url::safe(wanted) || !wanted.starts_with('/') || wanted.starts_with("/sign-")) return "/";
    return std::string(wanted);
}

Trier trier_of(Call const& call, std::string username) {
    auto const secret = browser_secret(call);
    return {.username = std::move(username),
            .browser_digest = secret ? web::session_digest(*secret) : std::string{},
            .network = network_of(call.request.peer)};
}

std::optional<Message> wait_message(std::chrono::milliseconds wait) {
    if (wait.count() == 0) return {};
    auto const minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
    return Message{"accounts.too_many_tries", {{"minutes", std::int64_t{minutes}}}};
}

web::Response first_proof_given(Call const& call, Id<Account> account, std::string const& next) {
    auto& database = call.application().parts().database;
    if (!database.read([&](Db& db) { return has_second_factor(db, account); }))
        return signed_in(call, account, next);
    auto const secret = web::random_session();
    database.write(
        [&](Db& db) { begin_sign_in(db, web::session_digest(secret), account, next, call.now); });
    auto response = web::Response::redirect("/sign-in/code");
    response.set_cookie({.name = std::string(begun_cookie),
                         .value = secret,
                         .max_age = std::chrono::seconds{begun_lives},
                         .secure = call.request.secure});
    return response;
}

bool second_factor_due(Db& db, Id<Account> account) {
    return configuration().second_factor_administrators
           && db.one("select 1 from grants where account = ? and role = ?", account,
                     id_of(Role::administrator))
           && !has_second_factor(db, account);
}

std::optional<FieldError> password_refused(Call const& call, AccountRecord const& account) {
    auto const& username = account.account.username;
    auto& database = call.application().parts().database;
    auto const admission =
        database.write([&](Db& db) { return admit(db, trier_of(call, username), call.now); });
    if (auto const wait = wait_message(admission.wait)) return FieldError{"current", *wait};
    auto const known = database.read([&](Db& db) { return credentials_of(db, username); });
    if (!known || !verify_password(password_of(call.form["current"]), known->password_hash))
        return FieldError{"current", {"accounts.password_wrong"}};
    database.write([&](Db& db) { forget_tries(db, admission.whose); });
    return {};
}

web::Response signed_in(Call const& call, Id<Account> account, std::string const& next) {
    auto const session = web::random_session();
    auto const browser = browser_secret(call).value_or(web::random_session());
    auto const lives = configuration().session;
    auto const agent = call.request.headers.get_or("User-Agent").substr(0, browser_bytes_max);
    bool const due = call.application().parts().database.write([&](Db& db) {
        open_session(db,
                     {.digest = web::session_digest(session),
                      .account = account,
                      .lives = lives,
                      .peer = call.request.peer,
                      .browser = bangla::normalised(agent)},
                     call.now);
        know_browser(db, account, web::session_digest(browser), call.now);
        return second_factor_due(db, account);
    });
    log::info("signed_in", {{"account", account.value}, {"peer", call.request.peer}});
    auto response = web::Response::redirect(due ? "/account/second-factor" : next);
    web::open_session(response, call.request, session, lives);
    response.set_cookie({.name = std::string(browser_cookie),
                         .value = browser,
                         .max_age = browser_known,
                         .secure = call.request.secure});
    if (call.request.cookie(begun_cookie))
        response.drop_cookie(std::string(begun_cookie), call.request.secure);
    return response;
}

} // namespace udb::accounts
