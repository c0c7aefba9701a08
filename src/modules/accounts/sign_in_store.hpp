// Statements of signing in: tries, the browsers an account is known by, sign-ins that wait for a
// code.
#pragma once

#include "modules/accounts/pace.hpp"
#include "modules/accounts/store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace udb::accounts {

/// Who tries: as which account, from which browser and network.
struct Trier {
    std::string username;
    std::string browser_digest; ///< of the cookie `browser`; empty where it brought none
    std::string network;
};

struct Admission {
    std::chrono::milliseconds wait{0}; ///< until a try may be made; none: it has been counted
    bool known_browser = false;        ///< it has signed in to that account before
    std::string whose;                 ///< what to forget once the try has proved right
};
/// Asks the rule and counts the try, in one transaction.
Admission admit(Db& db, Trier const& trier, Instant now);
/// The same for a code of an account whose password was right.
Admission admit_code(Db& db, Id<Account> account, Trier const& trier, Instant now);
void forget_tries(Db& db, std::string_view whose);
/// All tries of passwords for one account, wherever they came from: its password is a new one.
void forget_tries_of(Db& db, std::string_view username);

/// The browser has signed in to the account: at most 20 are kept, each for a year of quiet.
void know_browser(Db& db, Id<Account> account, std::string_view digest, Instant now);
void forget_browsers(Db& db, Id<Account> account);

struct BegunSignIn {
    Id<Account> account;
    std::string username;
    std::string next; ///< where to go then
};
inline constexpr std::chrono::minutes begun_lives{10};
void begin_sign_in(Db& db, std::string_view digest, Id<Account> account, std::string_view next,
                   Instant now);
/// Of an account that is open still.
std::optional<BegunSignIn> begun_sign_in(Db& db, std::string_view digest, Instant now);
/// One more wrong code; false where those were too many, and the sign-in begins anew.
bool wrong_code(Db& db, std::string_view digest);
void end_begun_sign_in(Db& db, std::string_view digest);

} // namespace udb::accounts
