// Signed tokens (RFC 7515): who signed, and what was signed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace udb {

struct TokenHeader {
    std::string algorithm; ///< `RS256`
    std::string key;       ///< its id; empty where the token names none
};

/// What a token says of itself, which proves nothing; nothing for what is no token.
std::optional<TokenHeader> token_header(std::string_view token);

/// The payload, if the signature is by `key` (a public JWK as JSON). Only RS256 with an RSA key and
/// ES256 with a P-256 key are believed: never `none`, never a secret that both sides know.
std::optional<std::string> verified_payload(std::string_view token, std::string const& key);

} // namespace udb
