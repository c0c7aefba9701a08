#include "modules/accounts/provider_api.hpp"

#include "platform/digest.hpp"
#include "platform/http_client.hpp"
#include "platform/jose.hpp"
#include "platform/log.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace udb::accounts {
namespace {

namespace json = boost::json;

constexpr std::chrono::hours kept{1};
constexpr std::chrono::minutes between_fetches{1};
constexpr std::size_t keys_max = 50;

std::optional<json::object> object_in(std::string_view text) {
    boost::system::error_code failed;
    auto parsed = json::parse({text.data(), text.size()}, failed);
    if (failed || !parsed.is_object()) return {};
    return std::move(parsed.get_object());
}

std::string text_at(json::object const& object, std::string_view name) {
    auto const* const value = object.if_contains(name);
    auto const* const text = value ? value->if_string() : nullptr;
    return text ? std::string(*text) : std::string{};
}

/// Basic authentication is what a provider does that says nothing (Discovery §3).
bool takes_basic(json::object const& discovery) {
    auto const* const methods = discovery.if_contains("token_endpoint_auth_methods_supported");
    if (!methods || !methods->is_array()) return true;
    return std::ranges::any_of(methods->get_array(), [](json::value const& method) {
        return method.is_string() && method.get_string() == "client_secret_basic";
    });
}

} // namespace

std::optional<std::string> Provider::get(std::string const& url, std::string const& access) const {
    auto const reply =
        ask_http({.url = url, .bearer = access, .certificates = settings_.certificates});
    if (reply.status == 200) return reply.body;
    log::warn("provider_silent", {{"url", url}, {"status", reply.status}, {"why", reply.why}});
    return {};
}

std::optional<Provider::Metadata> Provider::metadata(Instant now) {
    {
        std::lock_guard const lock(mutex_);
        if (metadata_ && now - metadata_->at < kept) return metadata_;
    }
    auto const text = get(settings_.issuer + "/.well-known/openid-configuration");
    auto const object = text ? object_in(*text) : std::nullopt;
    if (!object) return {};
    Metadata found{.issuer = text_at(*object, "issuer"),
                   .authorization = text_at(*object, "authorization_endpoint"),
                   .token = text_at(*object, "token_endpoint"),
                   .keys = text_at(*object, "jwks_uri"),
                   .user_info = text_at(*object, "userinfo_endpoint"),
                   .basic = takes_basic(*object),
                   .at = now};
    // Discovery §4.3: whoever answers must be whom we asked.
    std::string_view issuer = found.issuer;
    if (issuer.ends_with('/')) issuer.remove_suffix(1);
    if (issuer != settings_.issuer || !may_ask_http(found.authorization)
        || !may_ask_http(found.token) || !may_ask_http(found.keys)) {
        log::error("provider_discovery_bad", {{"issuer", issuer}});
        return {};
    }
    std::lock_guard const lock(mutex_);
    metadata_ = found;
    return found;
}

std::optional<std::string> Provider::sign_in_address(ProviderTrip const& trip,
                                                     std::string const& return_address,
                                                     Instant now) {
    auto const known = metadata(now);
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

std::optional<Provider::Given> Provider::given(Metadata const& known, std::string const& code,
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
    auto const object = reply.status == 200 ? object_in(reply.body) : std::nullopt;
    auto found =
        object ? Given{text_at(*object, "id_token"), text_at(*object, "access_token")} : Given{};
    if (found.token.empty()) {
        log::warn("provider_gave_no_token", {{"status", reply.status}, {"why", reply.why}});
        return {};
    }
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
    auto const object = text ? object_in(*text) : std::nullopt;
    auto const* const list = object ? object->if_contains("keys") : nullptr;
    if (!list || !list->is_array()) return false;
    std::vector<Key> found;
    for (auto const& item : list->get_array()) {
        if (!item.is_object() || found.size() == keys_max) continue;
        auto const use = text_at(item.get_object(), "use");
        if (use.empty() || use == "sig")
            found.push_back({text_at(item.get_object(), "kid"), json::serialize(item)});
    }
    std::lock_guard const lock(mutex_);
    keys_ = std::move(found);
    keys_at_ = now;
    return true;
}

std::optional<std::string> Provider::by_known_key(std::string_view token, std::string_view key) {
    std::vector<Key> known;
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
    auto const known = metadata(now);
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
    auto const known = metadata(now);
    if (!known || access.empty() || !may_ask_http(known->user_info)) return {};
    return get(known->user_info, access);
}

} // namespace udb::accounts
