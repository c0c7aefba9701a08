// What the platform knows of accounts.
#include "modules/accounts/demo.hpp"
#include "modules/accounts/mail_store.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> accounts();
}

namespace udb::accounts {
namespace {

constexpr PageRoute routes[] = {
    get("/", show_home, Act::read),
    get("/sign-in", show_sign_in, Act::read),
    post("/sign-in", post_sign_in, Act::read),
    get("/sign-in/code", show_sign_in_code, Act::read),
    post("/sign-in/code", post_sign_in_code, Act::read),
    get("/sign-in/provider", show_provider, Act::read),
    get("/sign-in/provider/return", show_provider_return, Act::read),
    get("/forgotten", show_forgotten, Act::read),
    post("/forgotten", post_forgotten, Act::read),
    get("/new-password", show_new_password, Act::read),
    post("/new-password", post_new_password, Act::read),
    post("/sign-out", post_sign_out, Act::read),
    get("/account", show_own_account, Act::read),
    post("/account/password", post_own_password, Act::read),
    post("/account/sessions/{id}/end", post_session_end, Act::read),
    post("/account/sessions/end-others", post_other_sessions_end, Act::read),
    get("/account/second-factor", show_second_factor, Act::read),
    post("/account/second-factor/begin", post_second_factor_begin, Act::read),
    post("/account/second-factor/confirm", post_second_factor_confirm, Act::read),
    post("/account/second-factor/change", post_second_factor_change, Act::read),
    get("/accounts", show_accounts, Act::administer),
    get("/accounts/new", show_new_account, Act::administer),
    post("/accounts/new", post_new_account, Act::administer),
    get("/accounts/invite", show_invite, Act::administer),
    post("/accounts/invite", post_invite, Act::administer),
    get("/accounts/mails", show_mails, Act::administer),
    get("/accounts/{id}", show_account, Act::administer),
    post("/accounts/{id}/password", post_password, Act::administer),
    post("/accounts/{id}/close", post_active, Act::administer),
    post("/accounts/{id}/open", post_active, Act::administer),
    post("/accounts/{id}/email", post_email, Act::administer),
    post("/accounts/{id}/password-link", post_password_link, Act::administer),
    post("/accounts/{id}/grant", post_grant, Act::administer),
    post("/accounts/{id}/revoke", post_revoke, Act::administer),
    post("/accounts/{id}/unlink", post_unlink, Act::administer),
    post("/accounts/{id}/second-factor/reset", post_second_factor_reset, Act::administer),
};

constexpr RecordKind kinds[] = {{.kind = "account",
                                 .path = "/accounts",
                                 .label = {"হিসাব", "Account"},
                                 .read = Act::administer}};

constexpr Navigation navigation[] = {
    {{"ব্যবহারকারী", "Accounts"},
     "/accounts",
     Act::administer,
     "accounts.about",
     NavigationGroup::administration},
};

/// Mails that nobody got wait for the administrator.
std::vector<Concern> concerns_of(Db& db, Actor const& actor, Date today) {
    if (!permits_somewhere(policy, actor, Act::administer)) return {};
    auto const lost = mails_given_up(db, today);
    if (lost == 0) return {};
    return {{.what = {"accounts.mails_lost", {{"count", lost}}},
             .where = "/accounts/mails",
             .waits = true}};
}

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "accounts",
    .title = {"ব্যবহারকারী", "Accounts"},
    .files = embedded::accounts,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .concerns = concerns_of,
    .demo = tell_demo,
};

} // namespace udb::accounts
