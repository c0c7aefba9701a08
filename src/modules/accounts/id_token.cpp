#include "modules/accounts/id_token.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

namespace udb::accounts {
namespace {

namespace json = boost::json;

constexpr std::int64_t leeway_seconds = 60;
constexpr std::size_t subject_letters_max = 255;

/// Reads the claims of an object, and remembers whether one was of the wrong kind.
class Claims {
public:
    explicit Claims(json::object const& object) : object_(object) {}

    std::string text(std::string_view name) {
        auto const* const value = object_.if_contains(name);
        if (!value) return {};
        if (auto const* const string = value->if_string()) return std::string(*string);
        bad_ = true;
        return {};
    }
    std::optional<std::int64_t> moment(std::string_view name) {
        constexpr double most = 1e15;
        auto const* const value = object_.if_contains(name);
        if (!value) return {};
        if (value->is_int64()) return value->get_int64();
        if (value->is_double() && std::abs(value->get_double()) < most)
            return static_cast<std::int64_t>(value->get_double());
        bad_ = true;
        return {};
    }
    /// Some providers write `"true"`.
    bool yes(std::string_view name) {
        auto const* const value = object_.if_contains(name);
        return value
               && ((value->is_bool() && value->get_bool())
                   || (value->is_string() && value->get_string() == "true"));
    }
    std::vector<std::string> texts(std::string_view name) {
        auto const* const value = object_.if_contains(name);
        if (!value || !value->is_array()) {
            auto one = text(name);
            return one.empty() ? std::vector<std::string>{} : std::vector{std::move(one)};
        }
        std::vector<std::string> all;
        for (auto const& item : value->get_array())
            if (auto const* const string = item.if_string())
                all.emplace_back(*string);
            else
                bad_ = true;
        return all;
    }
    bool bad() const { return bad_; }

private:
    json::object const& object_;
    bool bad_ = false;
};

} // namespace

std::optional<IdToken> parse_id_token(std::string_view payload) {
    boost::system::error_code failed;
    auto const parsed = json::parse({payload.data(), payload.size()}, failed);
    if (failed || !parsed.is_object()) return {};
    Claims claims{parsed.get_object()};
    IdToken token{.issuer = claims.text("iss"),
                  .subject = claims.text("sub"),
                  .audience = claims.texts("aud"),
                  .authorized_party = claims.text("azp"),
                  .expires = claims.moment("exp"),
                  .issued = claims.moment("iat"),
                  .not_before = claims.moment("nbf"),
                  .nonce = claims.text("nonce"),
                  .email = claims.text("email"),
                  .email_verified = claims.yes("email_verified")};
    if (claims.bad()) return {};
    return token;
}

std::string_view refused_claim(IdToken const& token, IdTokenExpected const& expected, Instant now) {
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (token.issuer != expected.issuer) return "iss";
    if (std::ranges::find(token.audience, expected.client) == token.audience.end()) return "aud";
    // More than one may read it: then it must say that it was made for us.
    if (token.audience.size() > 1 && token.authorized_party.empty()) return "azp";
    if (!token.authorized_party.empty() && token.authorized_party != expected.client) return "azp";
    if (!token.expires || *token.expires + leeway_seconds <= seconds) return "exp";
    if (!token.issued || *token.issued - leeway_seconds > seconds) return "iat";
    if (token.not_before && *token.not_before - leeway_seconds > seconds) return "nbf";
    if (expected.nonce.empty() || token.nonce != expected.nonce) return "nonce";
    if (token.subject.empty() || token.subject.size() > subject_letters_max) return "sub";
    return {};
}

} // namespace udb::accounts
