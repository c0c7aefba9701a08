// Statements and verbs of accounts, sessions and grants.
#pragma once

#include "host/records.hpp"
#include "modules/accounts/account.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::accounts {

inline constexpr std::string_view account_kind = "account";

struct AccountRecord {
    Header header;
    Account account;
    Id<Account> id() const { return as<Account>(header.id); }
};
std::optional<AccountRecord> find_account(Db& db, Id<Account> id);
std::optional<AccountRecord> find_account(Db& db, std::string_view username);

struct AccountLine {
    Id<Account> id;
    Account account;
};
struct AccountLines {
    std::vector<AccountLine> lines;
    std::int64_t total = 0;
};
/// By name, in Bangla order; those whose name or username holds the words of `search`.
AccountLines list_accounts(Db& db, std::string_view search, int size, std::int64_t offset);

struct NewAccount {
    std::string username;
    std::string password_hash; ///< made outside the transaction: it takes its time
    Id<Officer> officer = {};  ///< zero: `name` is shown
    BilingualText name = {};
    bool demo = false;
    std::string email = {}; ///< empty: none
};
/// The first name for an address that no account has.
std::string free_username(Db& db, std::string_view address);
/// Verbs; the caller has asked whether the actor may. An empty password_hash opens nothing.
Result<Id<Account>> add_account(Work& work, NewAccount const& account);
/// An empty address takes it away.
Done set_email(Work& work, AccountRecord const& account, std::string const& email);
/// Ends its links, and every session of the account except `kept`; where none is kept, it knows
/// its browsers no more.
Done set_password(Work& work, AccountRecord const& account, std::string const& hash,
                  std::string_view kept_digest = {});
Done set_active(Work& work, AccountRecord const& account, bool active);

struct GrantLine {
    Role role;
    Id<Office> office;
    BilingualText office_name;
};
std::vector<GrantLine> grants_of(Db& db, Id<Account> account);
Done grant(Work& work, AccountRecord const& account, Role role, Id<Office> office);
Done revoke(Work& work, AccountRecord const& account, Role role, Id<Office> office);

/// Whether somebody besides `account` can administer everything still.
bool another_administrator(Db& db, Id<Account> account);

/// What the sign-in needs, by user name or mail address; nothing for no such name, and for an
/// account that is closed or has no password.
struct Credentials {
    Id<Account> account;
    std::string password_hash;
};
std::optional<Credentials> credentials_of(Db& db, std::string_view username);

struct SessionLine {
    Id<Session> id;
    std::string digest;
    Instant created;
    Instant seen;
    std::string peer;
    std::string browser;
};
std::vector<SessionLine> sessions_of(Db& db, Id<Account> account, Instant now);
struct NewSession {
    std::string digest;
    Id<Account> account;
    std::chrono::seconds lives;
    std::string peer;
    std::string browser;
};
void open_session(Db& db, NewSession const& session, Instant now);
void end_session(Db& db, std::string_view digest);
/// Verbs of the owner. That session of the account; not_found where it is none of it.
Done end_session(Work& work, AccountRecord const& account, Id<Session> session);
/// Ends all but `kept`.
void end_other_sessions(Work& work, AccountRecord const& account, std::string_view kept_digest);

} // namespace udb::accounts
