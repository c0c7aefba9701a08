// The API at /api/v1: who asks, by a token and never by a cookie; what may be asked for by it; and
// that every refusal is problem+json. What registers answer there is in registers/api/api.hpp.
#pragma once

#include "host/module.hpp"
#include "web/http/rate_limit.hpp"
#include "web/http/router.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

class Application;
class Words;
struct ApiToken;
struct Mounted;

inline constexpr std::string_view api_base = "/api/v1";
/// Every token begins so, and has this many characters of base64url behind it.
inline constexpr std::string_view api_token_prefix = "udb_";
inline constexpr std::size_t api_token_letters = 43;

/// Whoever asks by a token.
struct Bearer {
    Id<ApiToken> token = {};
    std::string name = {};   ///< as its owner calls it
    std::string scopes = {}; ///< `libraries:read *:write`
    Actor actor = {};        ///< its owner, with the roles held on that day by grant
    bool note_use = false;   ///< its last use was noted long ago
};

/// What a token may be used for, besides what its owner may do: `libraries:read`, `*:write`, parted
/// by spaces. `write` is every act that changes something, and includes `read`.
bool scope_covers(std::string_view scopes, std::string_view register_name, Act act);
/// `libraries:write`: what a token needs for that.
std::string scope_for(std::string_view register_name, Act act);

/// What ApplicationParts says of the API.
struct ApiParts {
    /// What every register answers, behind `/api/v1/<its name>`; a `read` needs that scope, any
    /// other act `write`.
    std::span<PageRoute const> routes = {};
    /// The description at `/api/v1/openapi.json`.
    std::string (*description)(Application const& application, Words const& words) = nullptr;
    /// Whose token this is, by its digest (`web::session_digest` of the whole); nothing for one
    /// that is unknown, revoked, expired or of a closed account.
    std::function<std::optional<Bearer>(Db&, std::string_view digest, Instant, Date)> identify = {};
    std::function<void(Database&, Id<ApiToken>, Instant)> note_use = {};
    web::RateLimits token_limits{.burst = 300, .refill = std::chrono::milliseconds{20}};
    /// Of each address that brings no token, or a wrong one.
    web::RateLimits address_limits{.burst = 60, .refill = std::chrono::milliseconds{500}};
};

class Api {
public:
    explicit Api(Application const& application);

    /// Every answer of every register, and `openapi.json`.
    std::vector<Mounted> mounted() const;
    void mount(web::Router& router) const;

private:
    struct Asker;
    Asker asker_of(web::Request const& request, Instant now) const;
    web::Response answer(web::Request const& request, Mounted const& page) const;
    web::Response asked(web::Request const& request, Mounted const& page) const;
    web::Response describe(web::Request const& request) const;
    std::optional<web::Response> refused(web::Request const& request, Asker const& asker,
                                         Mounted const& page) const;

    Application const* application_;
    mutable web::RateLimit by_token_;
    mutable web::RateLimit by_address_;
};

/// Names content by its digest, for an ETag.
std::string content_version(std::string_view content);

/// Whether a path is the API's: what the server itself refuses there is problem+json too.
bool is_api(std::string_view path);

/// bn or en, whichever Accept-Language would rather have; `otherwise` where it says neither.
Language api_language(web::Request const& request, Language otherwise);

} // namespace udb
