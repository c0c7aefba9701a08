// Statements and verbs of identities: who an account is at an OIDC provider.
#pragma once

#include "modules/accounts/id_token.hpp"
#include "modules/accounts/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb::accounts {

/// The open account of whom the token names: the one linked to issuer and subject, else the one
/// with the address that the provider has verified, which is linked from now on. An account that is
/// linked to another subject of the provider is not taken over by its address: a new owner of an
/// old address is somebody else. Refused: `accounts.provider_unknown`.
Result<Id<Account>> account_of_identity(Work& work, IdToken const& token);

struct Identity {
    std::string issuer;
    Instant made = {};
};
std::vector<Identity> identities_of(Db& db, Id<Account> account);
/// The administrator's: the account is linked anew at the next sign-in. not_found without one.
Done unlink_identities(Work& work, AccountRecord const& account);

} // namespace udb::accounts
