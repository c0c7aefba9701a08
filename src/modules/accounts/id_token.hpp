// What an OIDC provider says of who signed in, and whether it is said to us (OpenID Connect Core
// §3.1.3.7).
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::accounts {

struct IdToken {
    std::string issuer = {};
    std::string subject = {};
    std::vector<std::string> audience = {};
    std::string authorized_party = {};
    std::optional<std::int64_t> expires = {}; ///< seconds since 1970
    std::optional<std::int64_t> issued = {};
    std::optional<std::int64_t> not_before = {};
    std::string nonce = {};
    std::string email = {};
    bool email_verified = false;
};

/// Reads the payload of a token whose signature is right; nothing where it is no JSON object, or a
/// claim is of another kind than it must be.
std::optional<IdToken> parse_id_token(std::string_view payload);

struct IdTokenExpected {
    std::string issuer;
    std::string client;
    std::string nonce;
};

/// The claim for which the token is refused (`iss`, `aud`, `azp`, `exp`, `iat`, `nbf`, `nonce`,
/// `sub`); empty where it is as expected. Clocks may differ by a minute.
std::string_view refused_claim(IdToken const& token, IdTokenExpected const& expected, Instant now);

} // namespace udb::accounts
