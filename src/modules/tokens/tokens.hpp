// The public face of tokens: whose token this is, for ApiParts.
#pragma once

#include "host/api.hpp"
#include "modules/tokens/token.hpp"
#include "store/database.hpp"

namespace udb::tokens {

/// For ApiParts::identify: two statements.
std::optional<Bearer> identify(Db& db, std::string_view digest, Instant now, Date today);

/// For ApiParts::note_use: to the hour, so that a busy program does not write at every request.
void note_use(Database& database, Id<ApiToken> token, Instant now);

} // namespace udb::tokens
