// Statements and verbs of the second factor: an authenticator app, and the codes for the day it is
// lost.
#pragma once

#include "modules/accounts/store.hpp"
#include "platform/seal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::accounts {

struct SecondFactor {
    std::string secret;               ///< unsealed; empty where our key does not open it
    std::optional<Instant> confirmed; ///< nothing: set up, but no code of it was given yet
    std::int64_t last_step = 0;       ///< of the last code that was used
    int recovery_codes_left = 0;
};
std::optional<SecondFactor> second_factor_of(Db& db, SealKey const& key, Id<Account> account);
/// Confirmed: signing in asks for a code.
bool has_second_factor(Db& db, Id<Account> account);

/// A new secret, not in force before a code confirms it. Refused where one is in force.
Done begin_second_factor(Work& work, SealKey const& key, AccountRecord const& account,
                         std::string_view secret);
/// Puts it in force and gives the recovery codes, which are shown once.
Result<std::vector<std::string>> confirm_second_factor(Work& work, SealKey const& key,
                                                       AccountRecord const& account,
                                                       std::string_view code);
Result<std::vector<std::string>> renew_recovery_codes(Work& work, AccountRecord const& account);
/// `event`: `account.factor_removed` by its owner, `account.factor_reset` by an administrator, who
/// ends every session of the account with it.
Done remove_second_factor(Work& work, AccountRecord const& account, std::string_view event);

/// Whether `typed` is the app's code of now, or a recovery code that is left. It is used up.
bool use_code(Work& work, SealKey const& key, AccountRecord const& account, std::string_view typed);

} // namespace udb::accounts
