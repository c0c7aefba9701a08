// Signing in by an OIDC provider: to it and back, by the authorization code with PKCE.
#include "host/application.hpp"
#include "modules/accounts/entering_pages.hpp"
#include "modules/accounts/identity_store.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "platform/digest.hpp"
#include "platform/log.hpp"
#include "platform/random.hpp"
#include "web/components/components.hpp"

#include <array>
#include <atomic>
#include <boost/json.hpp>
#include <charconv>

namespace udb::accounts {
namespace {

constexpr std::string_view trip_cookie = "provider";
constexpr std::string_view trip_purpose = "provider trip";
constexpr std::chrono::minutes trip_lives{10};

std::string return_address() { return configuration().public_url + "/sign-in/provider/return"; }

/// The trip stays with the browser, sealed, so that whoever never comes back costs us nothing; it
/// is good for ten minutes.
std::string sealed(ProviderTrip const& trip, Instant now) {
    boost::json::object const object{{"state", trip.state},
                                     {"nonce", trip.nonce},
                                     {"verifier", trip.verifier},
                                     {"next", trip.next},
                                     {"until", (now + trip_lives).time_since_epoch().count()}};
    return seal_text(configuration().seal_key, boost::json::serialize(object), trip_purpose);
}

std::optional<ProviderTrip> trip_of(Call const& call) {
    auto const cookie = call.request.cookie(trip_cookie);
    auto const text =
        cookie ? unseal_text(configuration().seal_key, *cookie, trip_purpose) : std::nullopt;
    if (!text) return {};
    // It was sealed by us, so its form is ours.
    auto const object = boost::json::parse(*text).as_object();
    if (object.at("until").as_int64() < call.now.time_since_epoch().count()) return {};
    auto const part = [&](char const* name) { return std::string(object.at(name).as_string()); };
    return ProviderTrip{part("state"), part("nonce"), part("verifier"), part("next")};
}

/// At most two requests wait for the provider at once: a slow one must not take all our workers.
class Turn {
public:
    Turn() : has_(waiting().fetch_add(1) < most) {}
    Turn(Turn const&) = delete;
    ~Turn() { --waiting(); }
    explicit operator bool() const { return has_; }

private:
    static constexpr int most = 2;
    static std::atomic<int>& waiting() {
        static std::atomic<int> count = 0;
        return count;
    }
    bool has_;
};

web::Response failed(Call const& call, std::string_view sentence, int status) {
    auto const& words = call.words;
    auto const main = html::all(
        ui::page_heading({.title = words("accounts.provider_failed")}), html::p(words(sentence)),
        ui::button({.label = words("accounts.to_sign_in"), .href = "/sign-in"}));
    auto response = call.page(words("accounts.provider_failed"), main, {.status = status});
    response.drop_cookie(std::string(trip_cookie), call.request.secure);
    return response;
}

/// The address, from what is told besides of the same person.
void add_address(IdToken& token, std::optional<std::string> const& told) {
    auto const info = told ? parse_id_token(*told) : std::nullopt;
    if (!info || info->subject != token.subject) return;
    token.email = info->email;
    token.email_verified = info->email_verified;
}

/// What the token says, if it is for us and now.
std::optional<IdToken> token_of(Call const& call, ProviderTrip const& trip) {
    auto& known = *provider();
    auto const given = known.exchange(std::string(call.request.query.get_or("code")), trip,
                                      return_address(), call.now);
    auto token = given ? parse_id_token(given->payload) : std::nullopt;
    if (!token) return {};
    auto const refused = refused_claim(
        *token, {.issuer = given->issuer, .client = known.settings().client, .nonce = trip.nonce},
        call.now);
    if (refused.empty()) {
        if (token->email.empty()) add_address(*token, known.user_info(given->access, call.now));
        return token;
    }
    log::warn("provider_token_refused", {{"claim", refused}});
    return {};
}

} // namespace

Result<web::Response> show_provider(Call& call) {
    if (!provider()) return not_found();
    auto const next = next_of(call.request.query.get_or("next", "/"));
    if (!call.actor.guest()) return web::Response::redirect(next);
    ProviderTrip const trip{random_token(), random_token(), random_token(), next};
    Turn const turn;
    auto const where =
        turn ? provider()->sign_in_address(trip, return_address(), call.now) : std::nullopt;
    if (!where) return failed(call, "accounts.provider_silent", 503);
    web::Response response;
    response.status = 303;
    response.headers.set("Location", *where);
    response.set_cookie({.name = std::string(trip_cookie),
                         .value = sealed(trip, call.now),
                         .max_age = std::chrono::seconds{trip_lives},
                         .secure = call.request.secure});
    return response;
}

Result<web::Response> show_provider_return(Call& call) {
    if (!provider()) return not_found();
    auto const trip = trip_of(call);
    if (!trip || !same_secret(call.request.query.get_or("state"), trip->state))
        return failed(call, "accounts.provider_stale", 400);
    if (call.request.query.has("error")) return failed(call, "accounts.provider_cancelled", 403);
    Turn const turn;
    auto const token = turn ? token_of(call, *trip) : std::nullopt;
    if (!token) return failed(call, "accounts.provider_unproven", 403);
    auto const account =
        call.perform([&](Work& work) { return account_of_identity(work, *token); });
    if (!account) {
        log::warn("provider_account_unknown", {{"peer", call.request.peer}});
        return failed(call, "accounts.provider_unknown", 403);
    }
    auto response = first_proof_given(call, *account, trip->next);
    response.drop_cookie(std::string(trip_cookie), call.request.secure);
    return response;
}

} // namespace udb::accounts
