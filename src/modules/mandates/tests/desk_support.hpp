// The order desk in one process: offices, mandates, an actor, and requests over the router.
#pragma once

#include "base/embedded.hpp"
#include "host/application.hpp"
#include "modules/mandates/accepted_actions.hpp"
#include "modules/mandates/desk_form.hpp"
#include "modules/offices/demo.hpp"
#include "modules/offices/offices.hpp"
#include "platform/clock.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "web/http/csrf.hpp"
#include "web/http/session.hpp"

#include <doctest/doctest.h>
#include <functional>

namespace udb::embedded {
std::span<EmbeddedFile const> assets();
}

namespace udb::mandates {

inline constexpr Module const* desk_modules[] = {&offices::manifest, &manifest};
inline constexpr Date today{std::chrono::year{2026} / 2 / 1};
inline constexpr Instant now{std::chrono::sys_days{today} + std::chrono::hours{6}};

inline Actor actor_with(Role role, std::string path) {
    return {.account = {1},
            .officer = {},
            .office = {},
            .name = {"পরীক্ষক", "Tester"},
            .assignments = {{role, std::move(path)}}};
}

/// Runs `test` on both databases, with the demo's offices in them.
inline void with_offices(std::function<void(Database&)> const& test) {
    test::for_each_database(migrations_of(desk_modules), [&](Database& database) {
        Actor const teller{};
        auto const told = database.write([&](Db& db) {
            Work work{.db = db, .actor = teller, .today = today, .now = now};
            return offices::tell_demo(work);
        });
        REQUIRE(told);
        test(database);
    });
}

inline offices::OfficeLine office_named(Database& database, std::string_view name) {
    auto const found = database.read(
        [&](Db& db) { return offices::find_offices(db, {.search = name, .size = 1}, today); });
    REQUIRE_FALSE(found.lines.empty());
    return found.lines.front();
}

/// The pages as the server would ask for them; signed in as `actor` where there is one.
class DeskSite {
public:
    DeskSite(Database& database, std::optional<Actor> actor)
        : actor_(std::move(actor)), assets_(embedded::assets()),
          application_({.database = database,
                        .clock = clock_,
                        .modules = desk_modules,
                        .assets = assets_,
                        .identify = [this](Db&, std::string_view, Instant, Date) { return actor_; },
                        .csrf_key = key_,
                        .version = "test"}) {
        application_.mount(router_);
    }

    web::Response get(std::string const& path, web::Pairs query = {}) const {
        web::Request request;
        request.path = path;
        request.target = path;
        request.query = std::move(query);
        return answered(std::move(request));
    }
    /// The fields as a browser sends them, line ends as two bytes.
    web::Response post(std::string const& path, FormValues const& form,
                       std::string const& file = {}) const {
        web::Request request;
        request.method = web::Method::post;
        request.path = path;
        request.target = path;
        request.headers.set("Content-Type", "multipart/form-data; boundary=parting");
        std::string body;
        auto const part = [&](std::string const& head, std::string const& value) {
            body += "--parting\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + value
                    + "\r\n";
        };
        if (actor_) part("name=\"csrf\"", web::csrf_token(key_, session_));
        for (auto const& [name, value] : form) {
            std::string sent;
            for (char const c : value)
                sent += c == '\n' ? "\r\n" : std::string(1, c);
            part("name=\"" + name + '"', sent);
        }
        if (!file.empty()) part("name=\"file\"; filename=\"order.txt\"", file);
        request.body = body + "--parting--\r\n";
        return answered(std::move(request));
    }

private:
    web::Response answered(web::Request request) const {
        request.headers.set("Sec-Fetch-Site", "same-origin");
        if (actor_) request.cookies.add(std::string(web::session_cookie), session_);
        auto const match = router_.match(request.method, request.path);
        REQUIRE(match.route);
        request.params = match.params;
        return match.route->handler(request);
    }

    std::optional<Actor> actor_;
    StoppedClock clock_{now};
    web::Assets assets_;
    web::CsrfKey key_ = web::random_csrf_key();
    std::string session_ = web::random_session();
    web::Router router_;
    Application application_;
};

inline bool says(web::Response const& response, std::string_view sentence) {
    return response.content().find(sentence) != std::string_view::npos;
}

} // namespace udb::mandates
