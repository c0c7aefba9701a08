// Statements and verbs of tokens. Each is of one's own: the actor's account.
#pragma once

#include "host/work.hpp"
#include "modules/tokens/token.hpp"

namespace udb::tokens {

struct TokenLine {
    Id<ApiToken> id;
    ApiToken token;
};
/// The open ones first, then the newest.
std::vector<TokenLine> tokens_of(Db& db, Id<Account> account, Instant now);

/// Gives the secret, which is nowhere else; refused where there are too many open ones.
Result<std::string> make_token(Work& work, TokenWish const& wish);
/// not_found for a token of somebody else, or one that is revoked.
Done revoke_token(Work& work, Id<ApiToken> token);
/// Those of an account that was closed; the closing is the event.
void revoke_all(Work& work, Id<Account> account);

} // namespace udb::tokens
