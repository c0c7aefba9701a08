// Pages in one process, as the server would ask for them.
#pragma once

#include "base/embedded.hpp"
#include "host/application.hpp"
#include "platform/clock.hpp"
#include "registers/api/api.hpp"
#include "registers/pages/pages.hpp"
#include "web/http/csrf.hpp"
#include "web/http/session.hpp"

#include <doctest/doctest.h>
#include <optional>
#include <span>
#include <string>

namespace udb::test {

inline constexpr EmbeddedFile assets_of_the_frame[] = {
    {"app.css", ""}, {"app.js", ""}, {"htmx.js", ""}, {"favicon.svg", ""}, {"mark.svg", ""}};

/// Signed in as `actor`, on the day of `now`; the API is asked by a token that may do all that the
/// actor may.
class Site {
public:
    Site(Database& database, std::span<Module const* const> modules, Actor actor, Instant now)
        : actor_(std::move(actor)), clock_(now), assets_(assets_of_the_frame),
          application_({.database = database,
                        .clock = clock_,
                        .modules = modules,
                        .assets = assets_,
                        .identify = [this](Db&, std::string_view, Instant,
                                           Date) { return std::optional(actor_); },
                        .register_pages = register_pages(),
                        .api = {.routes = register_api(),
                                .identify =
                                    [this](Db&, std::string_view, Instant, Date) {
                                        return std::optional(Bearer{
                                            .token = {1}, .scopes = "*:write", .actor = actor_});
                                    }},
                        .csrf_key = key_,
                        .version = "test"}) {
        application_.mount(router_);
    }

    web::Response get(std::string const& path, web::Pairs query = {},
                      std::string const& language = {}) const {
        web::Request request;
        request.path = path;
        request.target = path;
        request.query = std::move(query);
        if (!language.empty()) request.cookies.add("language", language);
        return answered(std::move(request));
    }
    /// A file as a form sends it, in its field `file`.
    struct File {
        std::string name;
        std::string bytes;
    };
    web::Response post(std::string const& path, FormValues const& form,
                       std::optional<File> const& file = {}) const {
        web::Request request;
        request.method = web::Method::post;
        request.path = path;
        request.target = path;
        request.headers.set("Content-Type", "multipart/form-data; boundary=parting");
        std::string body;
        auto const part = [&](std::string const& name, std::string const& value) {
            body += "--parting\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                    + value + "\r\n";
        };
        part("csrf", web::csrf_token(key_, session_));
        for (auto const& [name, value] : form)
            part(name, value);
        if (file)
            body += "--parting\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + file->name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    + file->bytes + "\r\n";
        request.body = body + "--parting--\r\n";
        return answered(std::move(request));
    }

private:
    web::Response answered(web::Request request) const {
        request.headers.set("Sec-Fetch-Site", "same-origin");
        request.cookies.add(std::string(web::session_cookie), session_);
        if (is_api(request.path) && !actor_.guest())
            request.headers.set("Authorization",
                                "Bearer " + std::string(api_token_prefix) + web::random_session());
        auto const match = router_.match(request.method, request.path);
        REQUIRE(match.route);
        request.params = match.params;
        return match.route->handler(request);
    }

    Actor actor_;
    StoppedClock clock_;
    web::Assets assets_;
    web::CsrfKey key_ = web::random_csrf_key();
    std::string session_ = web::random_session();
    web::Router router_;
    Application application_;
};

inline bool says(web::Response const& response, std::string_view text) {
    return response.content().find(text) != std::string_view::npos;
}

/// The value of a hidden field of the first form that has it.
inline std::string hidden_in(web::Response const& response, std::string const& name) {
    auto const body = response.content();
    auto const before = "name=\"" + name + "\" value=\"";
    auto const at = body.find(before);
    if (at == body.npos) return {};
    auto const from = at + before.size();
    return std::string(body.substr(from, body.find('"', from) - from));
}

} // namespace udb::test
