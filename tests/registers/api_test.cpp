// The API of a plain register, on both databases: what programs may do, and how they are refused.
#include "api_site.hpp"
#include "host/records.hpp"
#include "registers/api/answers.hpp"
#include "web/http/decode.hpp"

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

using namespace udb;
using namespace udb::test;
using web::Method;
namespace json = boost::json;

namespace {

/// The site with its four offices, a head of the ministry's branch and two tokens of that person.
struct House {
    explicit House(Database& database, ApiParts parts = {})
        : offices(four_offices(database)), site(database, std::move(parts)),
          head(actor_with({{Role::head_of_office, path_of(database, offices.ministry)}})),
          writer(site.token(head, "libraries:write")), reader(site.token(head, "*:read")) {}

    std::string body(std::string const& name, Id<Office> office) const {
        return json::serialize(json::object{{"office", office.value},
                                            {"name_bn", name},
                                            {"kind", "digital"},
                                            {"books", 12},
                                            {"on_loan", 2}});
    }
    web::Response enter(std::string const& text) const {
        return site.ask({.method = Method::post, .path = all, .token = writer, .body = text});
    }
    /// Enters one and gives its path.
    std::string entered(std::string const& name = "পাঠাগার") const {
        auto const answer = enter(body(name, offices.first));
        REQUIRE(answer.status == 201);
        return std::string(answer.headers.get_or("Location"));
    }
    web::Response change(Method method, std::string const& path, std::string const& text,
                         std::string const& if_match) const {
        return site.ask({.method = method,
                         .path = path,
                         .token = writer,
                         .body = text,
                         .headers = {{"If-Match", if_match}}});
    }

    static constexpr auto all = "/api/v1/libraries";
    Offices offices;
    ApiSite site;
    Actor head;
    std::string writer;
    std::string reader;
};

void in_house(std::function<void(Database&, House&)> const& test) {
    for_each_database(migrations_of(library_modules), [&](Database& database) {
        // The clock stands still, so that no try comes back.
        ApiParts parts;
        parts.token_limits.burst = parts.address_limits.burst = 1e9;
        House house{database, parts};
        test(database, house);
    });
}

} // namespace

TEST_CASE("a record is entered, read, corrected and replaced, and its history names the token") {
    in_house([](Database& database, House& house) {
        auto const answer = house.enter(R"({"office": )" + to_string(house.offices.first)
                                        + R"(, "name_bn": " পাঠাগার ", "kind": "general",
            "books": 20, "on_loan": 3.0, "opened_on": "2026-01-26", "has_internet": true,
            "about": "ক\nখ", "name_en": null, "id": 99, "version": 5, "office_label": null})");
        REQUIRE(answer.status == 201);
        auto const path = std::string(answer.headers.get_or("Location"));
        auto record = json_of(answer).as_object();
        CHECK(path == "/api/v1/libraries/" + std::to_string(record.at("id").as_int64()));
        CHECK(record.at("name_bn") == "পাঠাগার");
        CHECK(record.at("name_en") == "");
        CHECK(record.at("kind") == "general");
        CHECK(record.at("books") == 20);
        CHECK(record.at("on_loan") == 3);
        CHECK(record.at("opened_on") == "2026-01-26");
        CHECK(record.at("has_internet") == true);
        CHECK(record.at("about") == "ক\nখ");
        CHECK(record.at("office") == house.offices.first.value);
        CHECK(record.at("office_label").at("bn") == "প্রথম অধিদপ্তর");
        CHECK(record.at("label").at("bn") == "পাঠাগার");
        CHECK(record.at("version") == 1);
        CHECK(record.at("created_at") == "2026-01-26T04:00:00Z");

        auto const read = house.site.ask({.path = path, .token = house.reader});
        CHECK(read.status == 200);
        CHECK(json_of(read) == record);
        auto const etag = std::string(read.headers.get_or("ETag"));
        CHECK(etag == answer.headers.get_or("ETag"));
        CHECK(etag.starts_with("\"1-"));

        auto const patched =
            house.change(Method::patch, path, R"({"books": 30, "opened_on": null})", etag);
        REQUIRE(patched.status == 200);
        record = json_of(patched).as_object();
        CHECK(record.at("books") == 30);
        CHECK(record.at("opened_on").is_null());
        CHECK(record.at("about") == "ক\nখ");
        CHECK(record.at("version") == 2);

        auto const put = house.change(Method::put, path, house.body("নতুন", house.offices.second),
                                      std::string(patched.headers.get_or("ETag")));
        REQUIRE(put.status == 200);
        record = json_of(put).as_object();
        CHECK(record.at("name_bn") == "নতুন");
        CHECK(record.at("about") == "");
        CHECK(record.at("has_internet") == false);
        CHECK(record.at("office") == house.offices.second.value);

        auto const id = Id<Record>{record.at("id").as_int64()};
        auto const events = database.read([&](Db& db) { return events_of(db, id); });
        REQUIRE(events.size() == 3);
        CHECK(events[2].kind == "library.entered");
        CHECK(events[0].kind == "library.corrected");
        for (auto const& event : events)
            CHECK(event.detail(token_detail) == "হিসাবের প্রোগ্রাম");
        house.site.sign_in(house.head);
        auto const page = house.site.ask({.path = "/libraries/" + to_string(id)});
        CHECK(page.content().find("হিসাবের প্রোগ্রাম") != std::string_view::npos);
    });
}

TEST_CASE("a change asks for the version that was read; of two at once one wins") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        auto const body = R"({"books": 40})";
        auto const without = house.site.ask(
            {.method = Method::patch, .path = path, .token = house.writer, .body = body});
        CHECK(problem_of(without) == "condition");
        CHECK(without.status == 428);
        for (auto const* stale : {"\"0\"", "\"2\"", "\"11-a\"", "1", "\"\"", "x", "W/\"2-ab\""}) {
            CAPTURE(stale);
            auto const refused = house.change(Method::patch, path, body, stale);
            CHECK(refused.status == 412);
            CHECK(problem_of(refused) == "stale");
        }
        CHECK(house.change(Method::patch, path, body, "\"9\", W/\"1-anything\"").status == 200);
        CHECK(house.change(Method::patch, path, R"({"books": 41})", "\"1\"").status == 412);
        CHECK(house.change(Method::patch, path, R"({"books": 41})", "*").status == 200);
    });
}

TEST_CASE("writers at the same time never overwrite one another") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        constexpr int writers = 4, each = 10;
        std::atomic<int> won = 0;
        std::vector<std::jthread> threads;
        for (int w = 0; w < writers; ++w)
            threads.emplace_back([&, w] {
                for (int i = 0; i < each;) {
                    auto const read = house.site.ask({.path = path, .token = house.writer});
                    auto const books = json_of(read).at("books").as_int64();
                    auto const answer = house.change(
                        Method::patch, path, R"({"books": )" + std::to_string(books + 1) + "}",
                        std::string(read.headers.get_or("ETag")));
                    if (answer.status == 200) {
                        ++won;
                        ++i;
                    } else if (answer.status != 412)
                        i = each;
                }
            });
        threads.clear();
        auto const read = house.site.ask({.path = path, .token = house.writer});
        CHECK(won == writers * each);
        CHECK(json_of(read).at("books") == 12 + writers * each);
    });
}

TEST_CASE("what is wrong in a body is told for every member at once, in the asked language") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        struct Case {
            std::string body;
            std::string member;
            std::string right; ///< the same with the one value that passes
        };
        Case const cases[] = {
            {R"({"books": "12"})", "#/books", R"({"books": 12})"},
            {R"({"books": 12.5})", "#/books", R"({"books": 12.0})"},
            {R"({"books": 1e300})", "#/books", R"({"books": 1e3})"},
            {R"({"books": 18446744073709551615})", "#/books", R"({"books": 1000000000})"},
            {R"({"books": -1})", "#/books", R"({"books": 2})"},
            {R"({"books": 1})", "#/on_loan", R"({"books": 2})"},
            {R"({"books": null})", "#/books", R"({"books": 2})"},
            {R"({"books": [1]})", "#/books", R"({"books": 2})"},
            {R"({"kind": "GENERAL"})", "#/kind", R"({"kind": "general"})"},
            {R"({"kind": 1})", "#/kind", R"({"kind": "general"})"},
            {R"({"opened_on": "26-01-2026"})", "#/opened_on", R"({"opened_on": "2026-01-26"})"},
            {R"({"opened_on": "2026-02-30"})", "#/opened_on", R"({"opened_on": "2026-02-28"})"},
            {R"({"opened_on": 20260126})", "#/opened_on", R"({"opened_on": null})"},
            {R"({"has_internet": "true"})", "#/has_internet", R"({"has_internet": true})"},
            {R"({"has_internet": 1})", "#/has_internet", R"({"has_internet": false})"},
            {R"({"name_bn": ""})", "#/name_bn", R"({"name_bn": "ক"})"},
            {R"({"name_bn": "  "})", "#/name_bn", R"({"name_bn": " ক "})"},
            {R"({"name_bn": null})", "#/name_bn", R"({"name_en": null})"},
            {R"({"name_bn": 5})", "#/name_bn", R"({"name_bn": "5"})"},
            {R"({"name_bn": "ক\nখ"})", "#/name_bn", R"({"name_bn": "ক খ"})"},
            {R"({"about": "\u0000"})", "#/about", R"({"about": "ক\nখ"})"},
            {R"({"about": "\u001b[31m"})", "#/about", R"({"about": "\u200d"})"},
            {R"({"office": 999999})", "#/office", R"({"name_en": "A"})"},
            {R"({"office": "1"})", "#/office", R"({"name_en": "A"})"},
            {R"({"office": 0})", "#/office", R"({"name_en": "A"})"},
            {R"({"office": null})", "#/office", R"({"name_en": "A"})"},
            {R"({"bokks": 1})", "#/bokks", R"({"books": 2})"},
            {R"({"a/b~c": 1})", "#/a~1b~0c", R"({"books": 2})"},
            {R"({"name_bn_label": 1})", "#/name_bn_label", R"({"office_label": 1})"},
        };
        for (auto const& c : cases) {
            CAPTURE(c.body);
            auto const refused = house.change(Method::patch, path, c.body, "*");
            CHECK(refused.status == 422);
            CHECK(problem_of(refused) == "invalid");
            CHECK(first_error(refused) == c.member);
            CHECK(house.change(Method::patch, path, c.right, "*").status == 200);
        }
        auto const many = house.site.ask({.method = Method::post,
                                          .path = House::all,
                                          .token = house.writer,
                                          .body = R"({"x": 1, "books": "a", "kind": "b"})",
                                          .headers = {{"Accept-Language", "en-GB, bn;q=0.5"}}});
        CHECK(many.headers.get_or("Content-Language") == "en");
        // x, books, kind, and the missing office, name and number on loan.
        CHECK(json_of(many).at("errors").as_array().size() == 6);
        CHECK(json_of(many).at("title") == "Some of the data needs correcting");
        auto const bangla = house.enter("{}");
        CHECK(bangla.headers.get_or("Content-Language") == "bn");
        CHECK(json_of(bangla).at("title") == "কিছু তথ্য ঠিক করতে হবে");
    });
}

TEST_CASE("a body that is no right JSON is refused whole") {
    in_house([](Database&, House& house) {
        auto const good = house.body("ক", house.offices.first);
        std::string deep(9, '['), deepest(100'000, '[');
        for (auto const& bad :
             {std::string("{"), std::string("[]"), std::string("null"), std::string("{} x"),
              std::string("{\"a\":1,}"), std::string("nul"), std::string("{\"name_bn\": \"\xff\"}"),
              std::string("{\"name_bn\": \"\\ud800\"}"),
              std::string("{\"books\": 1, \"books\": 1}"),
              std::string("{\"books\": 1, \"b\\u006foks\": 1}"), std::string("{'a': 1}"),
              std::string("{\"books\": 01}"), std::string("{\"books\": NaN}"), "{\"a\": " + deep,
              deepest, "{\"" + std::string(1000, 'a') + "\": 1}", good + good,
              std::string(1, '\0')}) {
            CAPTURE(bad.substr(0, 60));
            auto const refused = house.enter(bad);
            CHECK(refused.status == 400);
            CHECK(problem_of(refused) == "damaged");
        }
        auto const none = house.site.ask({.method = Method::post,
                                          .path = House::all,
                                          .token = house.writer,
                                          .headers = {{"Content-Type", "application/json"}}});
        CHECK(none.status == 400);
        CHECK(house.enter(" \n" + good + "\n").status == 201);
    });
}

TEST_CASE("random bytes and random JSON are answered, and never by a failure") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        std::mt19937 chance{11};
        auto const below = [&](std::size_t n) { return chance() % n; };
        std::vector<std::string> const pieces = {"{",
                                                 "}",
                                                 "[",
                                                 "]",
                                                 ":",
                                                 ",",
                                                 "\"books\"",
                                                 "\"x\"",
                                                 "null",
                                                 "true",
                                                 "-1",
                                                 "1e999",
                                                 "0.1",
                                                 "\"2026-01-26\"",
                                                 "\"ক\"",
                                                 "\"kind\"",
                                                 "\"\\u0000\"",
                                                 "\"office\"",
                                                 "\"about\"",
                                                 "\\",
                                                 "\xe0\xa6",
                                                 "12",
                                                 "\"general\"",
                                                 " ",
                                                 "\"opened_on\"",
                                                 "99999999999999999999"};
        for (int i = 0; i < 3000; ++i) {
            std::string body = i % 2 == 0 ? "{" : "";
            for (std::size_t left = below(12); left > 0; --left)
                body += pieces[below(pieces.size())];
            if (i % 2 == 0) body += "}";
            auto const answer =
                house.change(i % 3 == 0 ? Method::put : Method::patch, path, body, "*");
            CAPTURE(body);
            bool const known = answer.status == 200 || answer.status == 400 || answer.status == 422
                               || (answer.status == 415 && body.empty());
            CHECK(known);
        }
    });
}

TEST_CASE("a list is walked by its cursor, and says what was slipped in an address") {
    in_house([](Database&, House& house) {
        for (int i = 0; i < 25; ++i)
            house.entered("পাঠাগার " + std::to_string(10 + i));
        std::vector<std::int64_t> met;
        std::string after;
        for (int pages = 0; pages < 10; ++pages) {
            web::Pairs query{{"limit", "10"}, {"kind", "digital"}};
            if (!after.empty()) query.add("after", after);
            auto const answer =
                house.site.ask({.path = House::all, .token = house.reader, .query = query});
            REQUIRE(answer.status == 200);
            auto const page = json_of(answer);
            CHECK(page.at("total") == 25);
            CHECK(page.at("total_is_exact") == true);
            for (auto const& item : page.at("items").as_array())
                met.push_back(item.at("id").as_int64());
            auto const link = answer.headers.get_or("Link");
            CHECK((link.find("rel=\"next\"") != link.npos) == !page.at("next").is_null());
            if (page.at("next").is_null()) break;
            after = std::to_string(page.at("next").as_int64());
            CHECK(link.find("after=" + after) != link.npos);
        }
        CHECK(met.size() == 25);
        std::ranges::sort(met);
        CHECK(std::ranges::adjacent_find(met) == met.end());

        struct Case {
            web::Pair wrong;
            web::Pair right;
        };
        Case const cases[] = {
            {{"limit", "0"}, {"limit", "1"}},        {{"limit", "201"}, {"limit", "200"}},
            {{"limit", "ten"}, {"limit", "10"}},     {{"sort", "name"}, {"sort", "-books"}},
            {{"kind", "none"}, {"kind", "general"}}, {{"office", "x"}, {"office", "1"}},
            {{"after", "99999"}, {"after", after}},  {{"before", "0"}, {"before", after}},
            {{"limt", "5"}, {"q", "পাঠাগার"}},       {{"books", "5"}, {"sort", "title"}},
        };
        for (auto const& c : cases) {
            CAPTURE(c.wrong.name);
            auto const refused =
                house.site.ask({.path = House::all, .token = house.reader, .query = {c.wrong}});
            CHECK(refused.status == 400);
            CHECK(problem_of(refused) == "parameter");
            CHECK(first_error(refused) == c.wrong.name);
            auto const right =
                house.site.ask({.path = House::all, .token = house.reader, .query = {c.right}});
            CHECK(right.status == 200);
        }
        auto const twice = house.site.ask(
            {.path = House::all, .token = house.reader, .query = {{"limit", "5"}, {"limit", "5"}}});
        CHECK(twice.status == 400);
    });
}

TEST_CASE("what a token may do is what its scopes and its owner's roles both allow") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        auto const member = actor_with({{Role::member, "/"}});
        struct Case {
            Actor actor;
            std::string scopes;
            int read;
            int write;
        };
        Case const cases[] = {
            {house.head, "libraries:write", 200, 201},
            {house.head, "*:write", 200, 201},
            {house.head, "libraries:read", 200, 403},
            {house.head, "*:read", 200, 403},
            {house.head, "offices:write", 403, 403},
            {house.head, "", 403, 403},
            {house.head, "libraries", 403, 403},
            {house.head, "posts:write libraries:write", 200, 201},
            {member, "libraries:write", 200, 403},
            {member, "*:write", 200, 403},
        };
        for (auto const& c : cases) {
            CAPTURE(c.scopes);
            auto const token = house.site.token(c.actor, c.scopes);
            CHECK(house.site.ask({.path = path, .token = token}).status == c.read);
            auto const answer = house.site.ask({.method = Method::post,
                                                .path = House::all,
                                                .token = token,
                                                .body = house.body("ক", house.offices.first)});
            CHECK(answer.status == c.write);
            if (c.write == 403)
                CHECK(answer.headers.has("WWW-Authenticate")
                      == (c.actor.assignments[0].role == Role::head_of_office));
        }
        // The ministry's head writes nowhere else, whatever the token says.
        CHECK(house.enter(house.body("ক", house.offices.outside)).status == 403);
        CHECK(house.enter(house.body("ক", house.offices.second)).status == 201);
    });
}

TEST_CASE("without a right token only what guests may read is answered, and no cookie helps") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        house.site.sign_in(house.head);
        CHECK(house.site.ask({.path = path}).status == 200);
        auto const body = house.body("ক", house.offices.first);
        auto const guest =
            house.site.ask({.method = Method::post, .path = House::all, .body = body});
        CHECK(guest.status == 401);
        CHECK(problem_of(guest) == "token");
        CHECK(guest.headers.get_or("WWW-Authenticate") == "Bearer realm=\"udbhabon\"");
        auto const unknown = std::string(api_token_prefix) + web::random_session();
        for (auto const& wrong : {unknown, std::string("x"), house.writer + "x",
                                  house.writer.substr(4), house.writer + " " + house.writer}) {
            CAPTURE(wrong);
            auto const refused = house.site.ask({.path = path, .token = wrong});
            CHECK(refused.status == 401);
            CHECK(refused.headers.get_or("WWW-Authenticate").find("invalid_token")
                  != std::string_view::npos);
        }
        auto const basic =
            house.site.ask({.path = path, .headers = {{"Authorization", "Basic " + house.writer}}});
        CHECK(basic.status == 401);
        auto const lower = house.site.ask(
            {.path = path, .headers = {{"authorization", "bearer " + house.writer}}});
        CHECK(lower.status == 200);
    });
}

TEST_CASE(
    "kinds of content, methods and addresses that do not fit are refused by their own status") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        auto const body = house.body("ক", house.offices.first);
        auto const typed = [&](Method method, std::string const& type) {
            return house.site
                .ask({.method = method,
                      .path = method == Method::post ? House::all : path,
                      .token = house.writer,
                      .body = method == Method::post ? body : R"({"books": 5})",
                      .headers = {{"Content-Type", type}, {"If-Match", "*"}}})
                .status;
        };
        CHECK(typed(Method::post, "application/json; charset=UTF-8") == 201);
        CHECK(typed(Method::post, "application/merge-patch+json") == 415);
        CHECK(typed(Method::post, "text/plain") == 415);
        CHECK(typed(Method::post, "application/json; charset=latin1") == 415);
        CHECK(typed(Method::post, "application/x-www-form-urlencoded") == 415);
        CHECK(typed(Method::patch, "application/merge-patch+json") == 200);
        CHECK(typed(Method::put, "application/merge-patch+json") == 415);

        auto const wanting = [&](std::string const& accept) {
            return house.site
                .ask({.path = path, .token = house.reader, .headers = {{"Accept", accept}}})
                .status;
        };
        CHECK(wanting("text/html") == 406);
        CHECK(wanting("application/json;q=0") == 406);
        CHECK(wanting("text/html, application/*;q=0.1") == 200);
        CHECK(wanting("*/*") == 200);

        auto const at = [&](Method method, std::string const& address) {
            return house.site.ask({.method = method, .path = address, .token = house.writer});
        };
        CHECK(problem_of(at(Method::remove, path)) == "method");
        CHECK(problem_of(at(Method::get, "/api/v1/nothing")) == "not_found");
        CHECK(problem_of(at(Method::get, "/api/v1/libraries/999999")) == "not_found");
        CHECK(problem_of(at(Method::get, "/api/v1/libraries/x")) == "not_found");
        // An office is no library, though both are records.
        CHECK(at(Method::get, "/api/v1/libraries/" + to_string(house.offices.first)).status == 404);
        CHECK(at(Method::options, path).headers.get_or("Allow")
              == "GET, HEAD, PUT, PATCH, OPTIONS");
        CHECK(house.site.router().match(Method::remove, path).allow
              == "GET, HEAD, PUT, PATCH, OPTIONS");
        CHECK(house.site.router().match(Method::post, House::all).route->limits.body_bytes_max
              == std::size_t{256} * 1024);
    });
}

TEST_CASE("an answer that was read before is not sent again") {
    in_house([](Database&, House& house) {
        auto const path = house.entered();
        for (std::string const& address : {path, std::string(House::all)}) {
            web::Request request;
            auto const read = house.site.ask({.path = address, .token = house.reader});
            CHECK(read.headers.get_or("Cache-Control") == "private, no-cache");
            request.headers.set("If-None-Match", std::string(read.headers.get_or("ETag")));
            CHECK(web::prepared(read, &request, {.now = now}).status == 304);
            house.change(Method::patch, path, R"({"name_en": ")" + address + "\"}", "*");
            auto const again = house.site.ask({.path = address, .token = house.reader});
            CHECK(web::prepared(again, &request, {.now = now}).status == 200);
        }
    });
}

TEST_CASE("who asks too often waits, each token by itself and guests by their address") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        ApiParts parts;
        parts.token_limits = {.burst = 3, .refill = std::chrono::milliseconds{1500}};
        parts.address_limits = {.burst = 2, .refill = std::chrono::milliseconds{1500}};
        House house{database, parts};
        auto const status = [&](std::string const& token) {
            return house.site.ask({.path = House::all, .token = token}).status;
        };
        for (int i = 0; i < 3; ++i)
            CHECK(status(house.reader) == 200);
        auto const refused = house.site.ask({.path = House::all, .token = house.reader});
        CHECK(problem_of(refused) == "too_many");
        CHECK(refused.headers.get_or("Retry-After") == "2");
        CHECK(status(house.writer) == 200);
        CHECK(status("") == 200);
        CHECK(status("wrong") == 401);
        CHECK(status("") == 429);
        CHECK(status("wrong") == 429);
    });
}

TEST_CASE("a page of a list costs as many statements with 200 records as with one") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        House house{database};
        auto const statements = [&](int limit) {
            web::Request const request;
            Call call{house.site.application(), request, house.head, {}, Language::bn, now};
            call.kept = &library_modules[1]->registers[0];
            return database.read([&](Db& db) {
                auto const found = list_for_api(db, call, {.size = limit});
                REQUIRE(found);
                CHECK(std::ssize(found->page.lines) == std::min(limit, 60));
                return db.statements();
            });
        };
        for (int i = 0; i < 60; ++i)
            house.entered("পাঠাগার " + std::to_string(i));
        CHECK(statements(2) == statements(200));
        CHECK(statements(200) <= 9);
    });
}

TEST_CASE("the description names every answer that is mounted, and nothing else") {
    in_house([](Database&, House& house) {
        auto const answer = house.site.ask({.path = "/api/v1/openapi.json"});
        REQUIRE(answer.status == 200);
        auto const description = json_of(answer);
        std::vector<std::string> described, mounted;
        for (auto const& path : description.at("paths").as_object())
            for (auto const& operation : path.value().as_object())
                if (operation.key() != "parameters")
                    described.push_back(std::string(operation.key()) + " /api/v1"
                                        + std::string(path.key()));
        for (auto const& page : house.site.application().mounted_api())
            mounted.push_back(web::lower_case(web::to_string(page.route->method)) + ' '
                              + page.pattern);
        std::ranges::sort(described);
        std::ranges::sort(mounted);
        CHECK(described == mounted);
        auto const& libraries = description.at("components").at("schemas").at("library_new");
        CHECK(libraries.at("properties").at("kind").at("enum").as_array().size() == 3);
        CHECK(libraries.at("properties").at("about").at("maxLength") == 2000);
        CHECK(libraries.at("required")
              == json::array{"office", "name_bn", "kind", "books", "on_loan"});
        // The example of a body is one that is taken.
        auto const example = description.at("paths")
                                 .at("/libraries")
                                 .at("post")
                                 .at("requestBody")
                                 .at("content")
                                 .at("application/json")
                                 .at("example");
        auto body = example.as_object();
        body["office"] = house.offices.first.value;
        CHECK(house.enter(json::serialize(body)).status == 201);
    });
}

TEST_CASE("what is noted beside an answer takes nothing from it where the disk is full") {
    for_each_database(migrations_of(library_modules), [&](Database& database) {
        int tried = 0;
        auto const full = [&tried] {
            ++tried;
            throw StoreFailure(StoreFailure::Category::full, "no room");
        };
        House house{database, {.note_use = [&](auto const&...) { full(); }}};
        auto const path = house.entered();
        CHECK(house.site.ask({.path = path, .token = house.reader}).status == 200);
        CHECK(tried == 2);
        house.site.sign_in(house.head);
        house.site.rolling = full;
        auto const page = house.site.ask({.path = "/libraries"});
        CHECK(page.status == 200);
        CHECK(says(page, "পাঠাগার"));
        CHECK(tried == 3);
    });
}
