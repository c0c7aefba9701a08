// The OIDC provider as we ask it: its addresses (discovery), its keys, and a code for a token.
#pragma once

#include "base/date.hpp"
#include "modules/accounts/provider_answers.hpp"

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::accounts {

struct ProviderSettings {
    std::string issuer; ///< empty: there is none
    std::string client;
    std::string secret; ///< empty: a public client, which PKCE alone protects
    std::string label;  ///< shown on the sign-in page
    std::filesystem::path certificates = {};
};

/// What one sign-in needs to remember until the browser comes back.
struct ProviderTrip {
    std::string state;
    std::string nonce;
    std::string verifier; ///< of PKCE (RFC 7636)
    std::string next;     ///< where to go then
};

/// What the provider has signed.
struct SignedToken {
    std::string payload;
    std::string issuer; ///< as its discovery writes it; the settings' has no slash at its end
    std::string access; ///< what `user_info` asks with
};

/// Keeps what it learnt of the provider for an hour. Safe to use from many threads.
class Provider {
public:
    explicit Provider(ProviderSettings settings) : settings_(std::move(settings)) {}

    ProviderSettings const& settings() const { return settings_; }

    /// Where to send the browser; nothing where the provider does not answer.
    std::optional<std::string> sign_in_address(ProviderTrip const& trip,
                                               std::string const& return_address, Instant now);

    /// Exchanges the code, and checks the signature of the token that comes; nothing where there
    /// is none, or the signature is not by a key of the provider. An unknown key asks for the keys
    /// anew, once a minute at most: providers change them, and whoever forges tokens shall not make
    /// us ask.
    std::optional<SignedToken> exchange(std::string const& code, ProviderTrip const& trip,
                                        std::string const& return_address, Instant now);

    /// What the provider tells of the person besides (Core §5.3): a token need not hold the
    /// address.
    std::optional<std::string> user_info(std::string const& access, Instant now);

private:
    struct Metadata {
        Discovery said;
        Instant at = {};
    };

    std::optional<Discovery> discovery(Instant now);
    std::optional<GivenToken> given(Discovery const& known, std::string const& code,
                                    ProviderTrip const& trip, std::string const& return_address);
    std::optional<std::string> by_known_key(std::string_view token, std::string_view key);
    bool learn_keys(std::string const& address, Instant now, bool again);
    std::optional<std::string> get(std::string const& url, std::string const& access = {}) const;

    ProviderSettings settings_;
    std::mutex mutex_; ///< of what follows; not held while the provider is asked
    std::optional<Metadata> metadata_;
    std::vector<ProviderKey> keys_;
    Instant keys_at_ = {};
    Instant again_at_ = {};
};

} // namespace udb::accounts
