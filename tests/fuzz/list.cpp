// The query of a list's address, whatever it holds, on a small table: its page, the API, the page
// of the search. Cursors lead on, and come to an end. The same bytes as what a client would rather
// have.
#include "base/embedded.hpp"
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "host/application.hpp"
#include "platform/clock.hpp"
#include "registers/api/api.hpp"
#include "registers/pages/pages.hpp"
#include "support/modules.hpp"
#include "web/http/decode.hpp"
#include "web/http/session.hpp"

#include <boost/json.hpp>
#include <set>
#include <string>

namespace udb::fuzz {
namespace {

namespace json = boost::json;

constexpr Module const* all_modules[] = {&offices::manifest, &libraries::manifest,
                                         &search_page::manifest};
constexpr EmbeddedFile assets_of_the_frame[] = {
    {"app.css", ""}, {"app.js", ""}, {"htmx.js", ""}, {"favicon.svg", ""}, {"mark.svg", ""}};
constexpr int libraries_there = 12;

class Site {
public:
    Site() {
        if (!migrate(database_, migrations_of(all_modules), clock_.now()))
            ENSURE(false, "the tables are made");
        application_.mount(router_);
        auto const office = entered("offices", {{"name_bn", "শ্রম অধিদপ্তর"}, {"level", "ministry"}});
        for (int i = 0; i < libraries_there; ++i)
            entered("libraries", {{"office", office},
                                  {"name_bn", "পাঠাগার ‘" + std::to_string(i / 3) + "’ \"ক-খ\""},
                                  {"kind", i % 2 == 0 ? "digital" : "general"},
                                  {"books", i / 2},
                                  {"on_loan", 0},
                                  {"has_internet", i % 3 == 0}});
    }

    web::Response ask(web::Method method, std::string path, web::Pairs query, std::string body = {},
                      std::string const& wanted = {}) const {
        web::Request request;
        request.method = method;
        request.path = request.target = std::move(path);
        request.query = std::move(query);
        request.headers.add("Content-Type", "application/json");
        request.headers.add("Sec-Fetch-Site", "same-origin");
        if (is_api(request.path))
            request.headers.add("Authorization", "Bearer " + token_);
        else
            request.cookies.add(std::string(web::session_cookie), session_);
        for (std::string const name : {"Accept", "Accept-Language", "If-None-Match"})
            if (!wanted.empty() && web::is_text(wanted)) request.headers.add(name, wanted);
        request.body = std::move(body);
        auto const match = router_.match(method, request.path);
        ENSURE(match.route, "there is such a page");
        request.params = match.params;
        return match.route->handler(request);
    }

private:
    std::int64_t entered(std::string const& name, json::object const& record) const {
        auto const answer = ask(web::Method::post, "/api/v1/" + name, {}, json::serialize(record));
        auto const said = json::parse(answer.content());
        ENSURE(answer.status == 201, "not entered: " + std::string(answer.content()));
        return said.at("id").as_int64();
    }

    Actor const clerk_{.account = {1},
                       .officer = {},
                       .office = {},
                       .name = {"করণিক", "Clerk"},
                       .assignments = {{Role::administrator, "/"}, {Role::head_of_office, "/"}}};
    std::string const session_ = web::random_session();
    std::string const token_ = std::string(api_token_prefix) + web::random_session();
    StoppedClock const clock_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 26}};
    web::Assets const assets_{assets_of_the_frame};
    mutable Database database_{"sqlite::memory:"};
    Application const application_{
        {.database = database_,
         .clock = clock_,
         .modules = all_modules,
         .assets = assets_,
         .identify = [this](Db&, std::string_view, Instant, Date) { return std::optional(clerk_); },
         .register_pages = register_pages(),
         .api = {.routes = register_api(),
                 .description = api_description,
                 .identify =
                     [this](Db&, std::string_view, Instant, Date) {
                         return std::optional(Bearer{
                             .token = {1}, .name = "t", .scopes = "*:write", .actor = clerk_});
                     },
                 // The clock stands still: no try comes back.
                 .token_limits = {.burst = 1e15},
                 .address_limits = {.burst = 1e15}},
         .version = "test"}};
    web::Router router_;
};

/// From page to page by the cursors that the answers give, each record once.
void walk(Site const& site, web::Pairs const& query) {
    std::set<std::int64_t> met;
    auto asked = query;
    for (int turn = 0; turn <= libraries_there; ++turn) {
        auto const answer = site.ask(web::Method::get, "/api/v1/libraries", asked);
        ENSURE(answer.status == 200 || (answer.status == 400 && turn == 0), "read or refused");
        if (answer.status == 400) return;
        auto const said = json::parse(answer.content());
        for (auto const& item : said.at("items").as_array())
            ENSURE(met.insert(item.at("id").as_int64()).second, "a record comes once");
        ENSURE(said.at("total").as_int64() <= libraries_there, "no more than there are");
        auto const* const next = said.at("next").if_int64();
        if (!next) return;
        asked = {};
        for (auto const& [name, value] : query.items())
            if (name != "after" && name != "before") asked.add(name, value);
        asked.add("after", std::to_string(*next));
    }
    ENSURE(false, "a list comes to its end");
}

} // namespace

void list(std::string_view bytes) {
    static Site const site;
    auto const target = web::parse_target("/libraries?" + std::string(bytes));
    if (!target) return;
    for (std::string const path : {"/libraries", "/offices", "/search"}) {
        auto const page = site.ask(web::Method::get, path, target->query);
        ENSURE(page.status < 500, "any query has its page");
    }
    walk(site, target->query);
    auto const answer = site.ask(web::Method::get, "/api/v1/libraries", {}, {}, std::string(bytes));
    ENSURE(answer.status == 200 || answer.status == 406, "any wishes are met, or refused");
}

} // namespace udb::fuzz
