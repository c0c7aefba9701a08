// The API in one process, as programs with tokens would ask for it.
#pragma once

#include "base/embedded.hpp"
#include "host/application.hpp"
#include "libraries.hpp"
#include "platform/clock.hpp"
#include "registers/api/api.hpp"
#include "registers/pages/pages.hpp"
#include "web/http/answer.hpp"
#include "web/http/session.hpp"

#include <boost/json.hpp>
#include <map>

namespace udb::test {

/// Tokens that are given out here and known by their digest.
class ApiSite {
public:
    explicit ApiSite(Database& database, ApiParts parts = {})
        : clock_(now), assets_(assets_of_the_frame),
          application_(
              {.database = database,
               .clock = clock_,
               .modules = library_modules,
               .assets = assets_,
               .identify = [this](Db&, std::string_view, Instant, Date) { return session_; },
               .roll =
                   [this](Database&, std::string_view, Instant) {
                       if (rolling) rolling();
                       return std::optional<std::chrono::seconds>{};
                   },
               .register_pages = register_pages(),
               .api = with_routes(std::move(parts)),
               .version = "test"}) {
        application_.mount(router_);
    }

    /// A token of `actor` with these scopes.
    std::string token(Actor const& actor, std::string const& scopes) {
        auto const secret = std::string(api_token_prefix) + web::random_session();
        bearers_[web::session_digest(secret)] = {.token = {std::ssize(bearers_) + 1},
                                                 .name = "হিসাবের প্রোগ্রাম",
                                                 .scopes = scopes,
                                                 .actor = actor,
                                                 .note_use = true};
        return secret;
    }
    /// Whoever sends any session cookie is this one, for pages.
    void sign_in(Actor actor) { session_ = std::move(actor); }
    /// What happens when a session's end is put off.
    std::function<void()> rolling = {};

    struct Asked {
        web::Method method = web::Method::get;
        std::string path = {};
        std::string token = {};
        std::string body = {};
        web::Pairs query = {};
        web::Headers headers = {};
    };
    web::Response ask(Asked asked) const {
        web::Request request;
        request.method = asked.method;
        request.path = request.target = asked.path;
        request.query = std::move(asked.query);
        request.headers = std::move(asked.headers);
        request.body = std::move(asked.body);
        request.peer = "192.0.2.1";
        if (!asked.token.empty()) request.headers.add("Authorization", "Bearer " + asked.token);
        if (!request.body.empty() && !request.headers.has("Content-Type"))
            request.headers.add("Content-Type", "application/json");
        if (session_) request.cookies.add("session", web::random_session());
        auto const match = router_.match(request.method, request.path);
        if (!match.route)
            return application_.error_page(match.allow.empty() ? 404 : 405, &request, {});
        request.params = match.params;
        return match.route->handler(request);
    }
    Application const& application() const { return application_; }
    web::Router const& router() const { return router_; }

private:
    ApiParts with_routes(ApiParts parts) {
        parts.routes = register_api();
        parts.description = api_description;
        parts.identify = [this](Db&, std::string_view digest, Instant,
                                Date) -> std::optional<Bearer> {
            auto const found = bearers_.find(digest);
            if (found == bearers_.end()) return {};
            return found->second;
        };
        return parts;
    }

    std::map<std::string, Bearer, std::less<>> bearers_;
    std::optional<Actor> session_;
    StoppedClock clock_;
    web::Assets assets_;
    web::Router router_;
    Application application_;
};

inline boost::json::value json_of(web::Response const& response) {
    auto const text = response.content();
    return boost::json::parse({text.data(), text.size()});
}
/// `"type"` without its page: `stale`.
inline std::string problem_of(web::Response const& response) {
    CHECK(response.headers.get_or("Content-Type") == "application/problem+json");
    auto const problem = json_of(response);
    CHECK(problem.at("status").as_int64() == response.status);
    std::string const type(problem.at("type").as_string());
    return type.substr(type.find('#') + 1);
}
/// The first member (or parameter) that it complains of.
inline std::string first_error(web::Response const& response) {
    auto const problem = json_of(response);
    auto const* errors = problem.as_object().if_contains("errors");
    if (!errors) return {};
    auto const& first = errors->at(0).as_object();
    auto const* at = first.if_contains("pointer");
    return std::string((at ? *at : first.at("parameter")).as_string());
}

} // namespace udb::test
