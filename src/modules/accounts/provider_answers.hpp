// What an OIDC provider answers when it is asked: where it is to be asked further (discovery), the
// keys it signs with, and a token for a code.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::accounts {

/// OpenID Connect Discovery §3. What is missing, or is no text, is empty.
struct Discovery {
    std::string issuer;
    std::string authorization;
    std::string token;
    std::string keys;
    std::string user_info;
    bool basic = true; ///< the secret goes by HTTP's basic authentication, not in the form
};
/// Nothing for what is no JSON object, as with those that follow.
std::optional<Discovery> parse_discovery(std::string_view text);

struct ProviderKey {
    std::string id;   ///< empty where the key names none
    std::string json; ///< a JWK
};
inline constexpr std::size_t provider_keys_max = 50;
/// Those that sign, the first `provider_keys_max` of them.
std::optional<std::vector<ProviderKey>> parse_provider_keys(std::string_view text);

struct GivenToken {
    std::string token;  ///< of who signed in; never empty
    std::string access; ///< may be empty
};
std::optional<GivenToken> parse_given_token(std::string_view text);

} // namespace udb::accounts
