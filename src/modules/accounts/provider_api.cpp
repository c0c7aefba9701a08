#include "modules/accounts/provider_api.hpp"

#include "platform/digest.hpp"
#include "platform/http_client.hpp"
#include "platform/jose.hpp"
#include "platform/log.hpp"

namespace udb::accounts {
namespace {

constexpr std::chrono::hours kept{1};
constexpr std::chrono::minutes between_fetches{1};

} // namespace

std::optional<std::string> Provider::get(std::string const& url, std::string const& access) const {
    auto const reply =
        ask_http({.url = url, .bearer = access, .certificates = settings_.certificates});
    if (reply.status == 200) return reply.body;
    log::warn("provider_silent", {{"url", url}, {"status", reply.status}, {"why", reply.why}});
    return {};
}

std::optional<Discovery> Provider::discovery(Instant now) {
    {
        std::lock_guard const lock(mutex_);
        if (metadata_ && now - metadata_->at < kept) return metadata_->said;
    }
    auto const text = get(settings_.issuer + "/.well-known/openid-configuration");
    auto found = text ? parse_discovery(*text) : std::nullopt;
    if (!found) return {};
    // Discovery §4.3: whoever answers must be whom we asked.
    std::string_view issuer = found->issuer;
    if (issuer.ends_with('/')) issuer.remove_suffix(1);
    if (issuer != settings_.issuer || !may_ask_http(found->authorization)
        || !may_ask_http(found->token) || !may_ask_http(found->keys)) {
        log::error("provider_discovery_bad", {{"issuer", issuer}});
        return {};
    }
    std::lock_guard const lock(mutex_);
    metadata_ = {*found, now};
    return found;
}

std::optional<std::string> Provider::sign_in_address(ProviderTrip const& trip,
                                                     std::string const& return_address,
                                                     Instant now) {
    auto const known = discovery(now);
    if (!known) return {};
    auto const query = form_encoded({{"response_type", "code"},
                                     {"client_id", settings_.client},
                                     {"redirect_uri", return_address},
                                     {"scope", "openid email"},
                                     {"state", trip.state},
                                     {"nonce", trip.nonce},
                                     {"code_challenge", sha256_base64url(trip.verifier)},
                                     {"code_challenge_method", "S256"}});
    auto const joint = known->authorization.find('?') == std::string::npos ? "?" : "&";
    return known->authorization + joint + query;
}

std::optional<GivenToken> Provider::given(Discovery const& known, std::string const& code,
                                          ProviderTrip const& trip,
                                          std::string const& return_address) {
    HttpAsk ask{.url = known.token,
                .form = {{{"grant_type", "authorization_code"},
                          {"code", code},
                          {"redirect_uri", return_address},
                          {"code_verifier", trip.verifier}}},
                .certificates = settings_.certificates};
    if (known.basic && !settings_.secret.empty()) {
        ask.user = settings_.client;
        ask.password = settings_.secret;
    } else {
        ask.form->emplace_back("client_id", settings_.client);
        if (!settings_.secret.empty()) ask.form->emplace_back("client_secret", settings_.secret);
    }
    auto const reply = ask_http(ask);
    auto found = reply.status == 200 ? parse_given_token(reply.body) : std::nullopt;
    if (!found) log::warn("provider_gave_no_token", {{"status", reply.status}, {"why", reply.why}});
    return found;
}

bool Provider::learn_keys(std::string const& address, Instant now, bool again) {
    {
        std::lock_guard const lock(mutex_);
        if (!again && !keys_.empty() && now - keys_at_ < kept) return true;
        if (again && again_at_ != Instant{} && now - again_at_ < between_fetches) return false;
        if (again) again_at_ = now;
    }
    auto const text = get(address);
    auto found = text ? parse_provider_keys(*text) : std::nullopt;
    if (!found) return false;
    std::lock_guard const lock(mutex_);
    keys_ = std::move(*found);
    keys_at_ = now;
    return true;
}

std::optional<std::string> Provider::by_known_key(std::string_view token, std::string_view key) {
    std::vector<ProviderKey> known;
    {
        std::lock_guard const lock(mutex_);
        known = keys_;
    }
    for (auto const& k : known)
        if (key.empty() || k.id == key)
            if (auto payload = verified_payload(token, k.json)) return payload;
    return {};
}

std::optional<SignedToken> Provider::exchange(std::string const& code, ProviderTrip const& trip,
                                              std::string const& return_address, Instant now) {
    auto const known = discovery(now);
    auto const got = known ? given(*known, code, trip, return_address) : std::nullopt;
    auto const header = got ? token_header(got->token) : std::nullopt;
    if (!header) return {};
    if (learn_keys(known->keys, now, false))
        if (auto payload = by_known_key(got->token, header->key))
            return SignedToken{std::move(*payload), known->issuer, got->access};
    if (learn_keys(known->keys, now, true))
        if (auto payload = by_known_key(got->token, header->key))
            return SignedToken{std::move(*payload), known->issuer, got->access};
    log::warn("provider_token_unproven", {{"algorithm", header->algorithm}});
    return {};
}

std::optional<std::string> Provider::user_info(std::string const& access, Instant now) {
    auto const known = discovery(now);
    if (!known || access.empty() || !may_ask_http(known->user_info)) return {};
    return get(known->user_info, access);
}

} // namespace udb::accounts
