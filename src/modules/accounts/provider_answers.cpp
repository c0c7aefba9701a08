#include "modules/accounts/provider_answers.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace udb::accounts {
namespace {

namespace json = boost::json;

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

std::optional<Discovery> parse_discovery(std::string_view text) {
    auto const object = object_in(text);
    if (!object) return {};
    return Discovery{.issuer = text_at(*object, "issuer"),
                     .authorization = text_at(*object, "authorization_endpoint"),
                     .token = text_at(*object, "token_endpoint"),
                     .keys = text_at(*object, "jwks_uri"),
                     .user_info = text_at(*object, "userinfo_endpoint"),
                     .basic = takes_basic(*object)};
}

std::optional<std::vector<ProviderKey>> parse_provider_keys(std::string_view text) {
    auto const object = object_in(text);
    auto const* const list = object ? object->if_contains("keys") : nullptr;
    if (!list || !list->is_array()) return {};
    std::vector<ProviderKey> found;
    for (auto const& item : list->get_array()) {
        if (!item.is_object() || found.size() == provider_keys_max) continue;
        auto const use = text_at(item.get_object(), "use");
        if (use.empty() || use == "sig")
            found.push_back({text_at(item.get_object(), "kid"), json::serialize(item)});
    }
    return found;
}

std::optional<GivenToken> parse_given_token(std::string_view text) {
    auto const object = object_in(text);
    if (!object) return {};
    GivenToken given{text_at(*object, "id_token"), text_at(*object, "access_token")};
    if (given.token.empty()) return {};
    return given;
}

} // namespace udb::accounts
