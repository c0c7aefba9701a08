// What a provider of identities answers: its discovery, its keys, a token, and what the token says.
// The first line is a set of keys (JWKS), the rest the token; each of the others reads all.
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "modules/accounts/id_token.hpp"
#include "modules/accounts/provider_answers.hpp"
#include "platform/jose.hpp"

#include <algorithm>
#include <string>

namespace udb::fuzz {
namespace {

void claims(std::string_view payload) {
    auto const token = accounts::parse_id_token(payload);
    if (!token) return;
    auto const refused = [&](accounts::IdTokenExpected const& expected) {
        return accounts::refused_claim(*token, expected, Instant{std::chrono::seconds{1'000'000}});
    };
    static constexpr std::string_view known[] = {"",    "iss", "aud",   "azp", "exp",
                                                 "iat", "nbf", "nonce", "sub"};
    auto const why = refused({"https://id.example.gov.bd", "udbhabon", "n1"});
    ENSURE(std::ranges::find(known, why) != std::end(known), "a claim is known");
    ENSURE(!why.empty()
               || (token->issuer == "https://id.example.gov.bd" && token->nonce == "n1"
                   && !token->subject.empty() && token->expires && token->issued),
           "what is taken is whole");
    ENSURE(!refused({token->issuer, "udbhabon", ""}).empty(), "without a nonce nothing is taken");
}

/// Whoever has the keys' public half alone cannot make a token: only the corpus' own is believed.
void proof(std::string_view token, std::string const& key) {
    auto const payload = verified_payload(token, key);
    if (!payload) return;
    auto const header = token_header(token);
    ENSURE(header && (header->algorithm == "RS256" || header->algorithm == "ES256"),
           "what is believed has a signature");
    claims(*payload);
}

} // namespace

void oidc(std::string_view bytes) {
    claims(bytes);
    if (auto const found = accounts::parse_given_token(bytes))
        ENSURE(!found->token.empty(), "a token that is given is there");
    static_cast<void>(accounts::parse_discovery(bytes));

    auto const line = bytes.find('\n');
    auto const token = line == std::string_view::npos ? std::string_view{} : bytes.substr(line + 1);
    static_cast<void>(token_header(token));
    auto const keys = accounts::parse_provider_keys(bytes.substr(0, line));
    if (!keys) return proof(token, std::string(bytes.substr(0, line)));
    ENSURE(keys->size() <= accounts::provider_keys_max, "keys are not without end");
    for (auto const& key : *keys)
        proof(token, key.json);
}

} // namespace udb::fuzz
