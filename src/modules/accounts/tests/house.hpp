// A house of offices, people and accounts with the demo's story, and browsers that visit it without
// a network; on both databases.
#pragma once

#include "host/application.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/offices/demo.hpp"
#include "modules/people/people.hpp"
#include "registers/pages/pages.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "web/http/session.hpp"

#include <doctest/doctest.h>

namespace udb::accounts::test {

using namespace std::chrono;

inline constexpr Module const* modules[] = {&offices::manifest, &people::manifest,
                                            &accounts::manifest};
inline constexpr EmbeddedFile assets_of_the_frame[] = {
    {"app.css", ""}, {"app.js", ""}, {"htmx.js", ""}, {"favicon.svg", ""}, {"mark.svg", ""}};
inline constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";

/// A browser without a network: keeps cookies, follows nothing by itself.
class Browser {
public:
    Browser(Application const& application, Clock const& clock) : clock_(clock) {
        application.mount(router_);
    }

    web::Response get(std::string const& target) { return ask(web::Method::get, target, {}); }
    web::Response post(std::string const& target, std::string body) {
        return ask(web::Method::post, target, std::move(body));
    }

    std::string peer = "127.0.0.1";
    std::string agent = "Mozilla/5.0 (X11)";

    bool has_cookie(std::string const& name) const { return cookies_.contains(name); }
    void forget_cookie(std::string const& name) { cookies_.erase(name); }

private:
    web::Response ask(web::Method method, std::string const& target, std::string body) {
        web::Request request;
        request.method = method;
        request.target = target;
        request.path = target.substr(0, target.find('?'));
        if (auto const at = target.find('?'); at != target.npos)
            for (auto rest = target.substr(at + 1); !rest.empty();) {
                auto const end = std::min(rest.find('&'), rest.size());
                auto const pair = rest.substr(0, end);
                auto const is = pair.find('=');
                request.query.add(pair.substr(0, is), pair.substr(is + 1));
                rest.erase(0, std::min(end + 1, rest.size()));
            }
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.headers.set("Sec-Fetch-Site", "same-origin");
        request.headers.set("User-Agent", agent);
        request.body = std::move(body);
        request.peer = peer;
        request.received = clock_.now();
        for (auto const& [name, value] : cookies_)
            request.cookies.add(name, value);
        auto const match = router_.match(method, request.path);
        if (!match.route) return web::Response::text("no route", 404);
        request.params = match.params;
        request.route = match.route->pattern;
        auto response = match.route->handler(request);
        for (auto const& field : response.headers.items())
            if (field.name == "Set-Cookie") keep(field.value);
        return response;
    }
    void keep(std::string const& cookie) {
        auto const is = cookie.find('=');
        auto const name = cookie.substr(0, is);
        auto const value = cookie.substr(is + 1, cookie.find(';') - is - 1);
        if (value.empty() || cookie.find("Max-Age=0") != cookie.npos)
            cookies_.erase(name);
        else
            cookies_[name] = value;
    }

    web::Router router_;
    Clock const& clock_;
    std::map<std::string, std::string> cookies_;
};

inline bool has(web::Response const& response, std::string_view text) {
    return std::string_view(response.content()).find(text) != std::string_view::npos;
}

inline std::string csrf_in(web::Response const& response) {
    auto const body = response.content();
    std::string_view const before = "name=\"csrf\" value=\"";
    auto const at = body.find(before);
    if (at == body.npos) return {};
    auto const from = at + before.size();
    return std::string(body.substr(from, body.find('"', from) - from));
}

struct House {
    Database& database;
    StoppedClock clock{sys_days{2026y / January / 26} + 4h};
    web::Assets assets{assets_of_the_frame};
    Application application{{.database = database,
                             .clock = clock,
                             .modules = modules,
                             .assets = assets,
                             .identify = accounts::identify,
                             .roll = accounts::roll,
                             .register_pages = register_pages(),
                             .csrf_key = {},
                             .version = "test"}};

    explicit House(Database& db) : database(db) {
        for (auto const* network : {"127.0.0.1", "203.0.113.9"}) {
            tries_of_network().forget(network); // another house's clock
            letters_of_network().forget(network);
        }
        Actor const nobody{.account = {},
                           .officer = {},
                           .office = {},
                           .name = {"প্রদর্শনী", "Demo"},
                           .assignments = {}};
        auto const told = database.write([&](Db& in) -> Done {
            Work work{.db = in, .actor = nobody, .today = clock.today(), .now = clock.now()};
            for (auto const* module : modules)
                if (module->demo) TRY(module->demo(work));
            return {};
        });
        REQUIRE(static_cast<bool>(told));
    }

    Id<Post> post(std::string_view title, std::string_view unit) {
        auto const found =
            database.read([&](Db& db) { return offices::post_named(db, mole, title, unit); });
        REQUIRE(found.has_value());
        return *found;
    }
    std::string acting_in(Id<Post> post, Date day) {
        auto const holders =
            database.read([&](Db& db) { return people::holders_on(db, std::span(&post, 1), day); });
        auto const* holder = people::acting(holders, post);
        return holder ? holder->name.en : "";
    }
};

inline void sign_in(Browser& browser, std::string_view name) {
    auto const answer = browser.post("/sign-in", "username=" + std::string(name)
                                                     + "&password=udbhabon-demo&next=%2F");
    REQUIRE(answer.status == 303);
}

inline void on_both(std::function<void(House&)> const& test) {
    udb::test::for_each_database(migrations_of(modules), [&](Database& database) {
        House office{database};
        test(office);
    });
}

} // namespace udb::accounts::test
