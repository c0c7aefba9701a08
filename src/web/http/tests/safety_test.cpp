// Tokens of forms, session secrets, and how often one may try.
#include "base/ensure.hpp"
#include "web/http/csrf.hpp"
#include "web/http/rate_limit.hpp"
#include "web/http/session.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace udb;
using namespace udb::web;
using namespace std::chrono_literals;

namespace {

Request post_from(Headers headers) {
    Request request;
    request.method = Method::post;
    request.host = "office.gov.bd";
    request.headers = std::move(headers);
    return request;
}

} // namespace

TEST_CASE("a token belongs to one session under one key") {
    auto const key = random_csrf_key();
    auto const token = csrf_token(key, "mine");
    CHECK(is_csrf_token(key, "mine", token));
    CHECK_FALSE(is_csrf_token(key, "other", token));
    CHECK_FALSE(is_csrf_token(random_csrf_key(), "mine", token));
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CHECK_FALSE(is_csrf_token(key, "mine", changed));
    }
    for (auto const* text : {"", "x", "====", "????"})
        CHECK_FALSE_MESSAGE(is_csrf_token(key, "mine", text), text);
    CHECK_FALSE(is_csrf_token(key, "mine", token + "A"));
    CHECK_FALSE(is_csrf_token(key, "mine", std::string(100'000, 'A')));
}

TEST_CASE("a token is written differently each time, so that compression tells nothing") {
    auto const key = random_csrf_key();
    std::set<std::string> seen;
    for (int i = 0; i < 50; ++i)
        seen.insert(csrf_token(key, "mine"));
    CHECK(seen.size() == 50);
}

TEST_CASE("a change needs the token, in the form or in the header") {
    auto const key = random_csrf_key();
    auto const token = csrf_token(key, "mine");
    Form with;
    with.fields.add("csrf", token);
    Form const without;
    auto const plain = post_from({});
    CHECK(check_csrf(key, "mine", plain, &with));
    CHECK_FALSE(check_csrf(key, "mine", plain, &without));
    CHECK_FALSE(check_csrf(key, "mine", plain, nullptr));
    CHECK_FALSE(check_csrf(key, "other", plain, &with));
    CHECK(check_csrf(key, "mine", post_from({{"x-csrf-token", token}}), nullptr));
    CHECK(check_csrf(key, "mine", plain, &without).error().message.key == "http.csrf");
    CHECK(check_csrf(key, "mine", plain, nullptr).error().kind == Error::Kind::forbidden);

    Request reading;
    CHECK(check_csrf(key, "mine", reading, nullptr));
}

TEST_CASE("a form posted from another site is known by what the browser says") {
    struct Case {
        Headers headers;
        bool ours;
    };
    for (auto const& [headers, ours] : {
             Case{{}, true},
             Case{{{"Sec-Fetch-Site", "same-origin"}}, true},
             Case{{{"Sec-Fetch-Site", "none"}}, true},
             Case{{{"Sec-Fetch-Site", "same-site"}}, false},
             Case{{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://office.gov.bd"}}, false},
             Case{{{"Origin", "http://office.gov.bd"}}, true},
             Case{{{"Origin", "https://OFFICE.gov.bd"}}, true},
             Case{{{"Origin", "http://office.gov.bd.evil.example"}}, false},
             Case{{{"Origin", "http://evil.example"}}, false},
             Case{{{"Origin", "ftp://office.gov.bd"}}, false},
             Case{{{"Origin", "null"}}, false},
             Case{{{"Referer", "http://office.gov.bd/teams?x=/"}}, true},
             Case{{{"Referer", "http://evil.example/?office.gov.bd"}}, false},
             Case{{{"Referer", "junk"}}, false},
         }) {
        CHECK(is_from_our_pages(post_from(headers)) == ours);
    }
    auto secure = post_from({{"Origin", "http://office.gov.bd"}});
    secure.secure = true;
    CHECK_FALSE(is_from_our_pages(secure));
    secure.headers = {{"Origin", "https://office.gov.bd"}};
    CHECK(is_from_our_pages(secure));
}

TEST_CASE("a session secret is random, and the database knows only its digest") {
    auto const one = random_session();
    CHECK(one.size() == 43);
    CHECK(one != random_session());
    CHECK(session_digest(one).size() == 64);
    CHECK(session_digest(one) == session_digest(one));
    CHECK(session_digest(one) != session_digest(one + "x"));
}

TEST_CASE("a session is given to the browser, comes back, and is taken away") {
    Request request;
    Response response;
    auto const secret = random_session();
    open_session(response, request, secret, 8h);
    CHECK(response.headers.get("Set-Cookie")
          == "session=" + secret + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=28800");
    request.cookies = {{"session", secret}};
    CHECK(session_of(request) == secret);
    for (auto const& wrong :
         {std::string(), secret + "x", secret.substr(1), std::string(43, '%')}) {
        request.cookies = {{"session", wrong}};
        CHECK_FALSE(session_of(request));
    }
    request.secure = true;
    Response end;
    close_session(end, request);
    CHECK(end.headers.get("Set-Cookie")
          == "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
}

TEST_CASE("a cookie that would need quoting is a bug") {
    Response response;
    CHECK_THROWS_AS(response.set_cookie({"a", "b;c"}), Bug);
    CHECK_THROWS_AS(response.set_cookie({"a b", "c"}), Bug);
    CHECK_THROWS_AS(response.set_cookie({"", "c"}), Bug);
    CHECK_NOTHROW(response.set_cookie({"language", "bn"}));
}

TEST_CASE("tries run out, and come back with time") {
    RateLimit limit({.burst = 3, .refill = 10s, .keys_max = 10});
    Instant const start{};
    for (int i = 0; i < 3; ++i)
        CHECK(limit.take("a", start) == 0ms);
    CHECK(limit.take("a", start) == 10s);
    CHECK(limit.take("b", start) == 0ms);
    CHECK(limit.take("a", start + 9'999ms) == 1ms);
    CHECK(limit.take("a", start + 10s) == 0ms);
    CHECK(limit.take("a", start + 10s) == 10s);
    limit.give_back("a");
    CHECK(limit.take("a", start + 10s) == 0ms);
    CHECK(limit.take("a", start + 10s) == 10s);
    limit.forget("a");
    CHECK(limit.take("a", start + 10s) == 0ms);
}

TEST_CASE("a clock that goes back gives no tries") {
    RateLimit limit({.burst = 1, .refill = 10s, .keys_max = 10});
    Instant const start{1h};
    CHECK(limit.take("a", start) == 0ms);
    CHECK(limit.take("a", start - 30min) > 0ms);
    CHECK(limit.take("a", start + 5s) > 0ms);
    CHECK(limit.take("a", start + 10s) == 0ms);
}

TEST_CASE("only so many keys are remembered, the last used ones") {
    RateLimit limit({.burst = 1, .refill = 10s, .keys_max = 100});
    for (int i = 0; i < 100; ++i)
        CHECK(limit.take(std::to_string(i), Instant{}) == 0ms);
    CHECK(limit.take("0", Instant{}) > 0ms);
    for (int i = 100; i < 199; ++i)
        CHECK(limit.take(std::to_string(i), Instant{}) == 0ms);
    CHECK(limit.keys() == 100);
    CHECK(limit.take("0", Instant{}) > 0ms);
    CHECK(limit.take("1", Instant{}) == 0ms);
}
