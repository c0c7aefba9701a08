// Targets, queries, cookies: what is read, and what is refused because it has two readings.
#include "web/http/decode.hpp"

#include <doctest/doctest.h>

using namespace udb::web;

TEST_CASE("a path is decoded once and its dots are resolved") {
    struct Case {
        char const* target;
        char const* path;
    };
    for (auto const& [target, path] : {
             Case{"/", "/"},
             Case{"/teams/7", "/teams/7"},
             Case{"/teams/", "/teams/"},
             Case{"//teams///7", "/teams/7"},
             Case{"/a/./b/../c", "/a/c"},
             Case{"/a/%2e%2E/c", "/c"},
             Case{"/a/..", "/"},
             Case{"/%E0%A6%A6%E0%A6%B2", "/দল"},
             Case{"/দল", "/দল"},
             Case{"/a%2520b", "/a%20b"},
             Case{"/a+b", "/a+b"},
             Case{"http://here/x?y=1", "/x"},
             Case{"http://here", "/"},
         }) {
        CAPTURE(target);
        auto const parsed = parse_target(target);
        REQUIRE(parsed);
        CHECK(parsed->path == path);
    }
}

TEST_CASE("a target with two readings, or none, is refused") {
    for (auto const* target :
         {"",         "x",          "*",       "here:80",     "/..",  "/a/../..", "/%2e%2e/x",
          "/%00",     "/a%2Fb",     "/a%2fb",  "/%",          "/%4",  "/%zz",     "/%ff",
          "/%c0%af",  "/%ed%a0%80", "/a\x01",  "/%0d%0a",     "/x#y", "/x?%00=1", "/x?a=%f",
          "/x?a=%ff", "/x?a=%1b",   "http://", "ftp://here/x"}) {
        CAPTURE(target);
        CHECK_FALSE(parse_target(target));
    }
}

TEST_CASE("a query keeps its order and its repetitions") {
    auto const query = parse_target("/x?b=2&a=%E0%A6%95+%2B&b=3&&c&=d")->query;
    CHECK(query.items()
          == std::vector<Pair>{{"b", "2"}, {"a", "ক +"}, {"b", "3"}, {"c", ""}, {"", "d"}});
    CHECK(query.get("b") == "2");
    CHECK(query.all("b") == std::vector<std::string_view>{"2", "3"});
    CHECK(query.get("c") == "");
    CHECK_FALSE(query.get("z"));
    CHECK(query.get_or("z", "no") == "no");
}

TEST_CASE("well-formed UTF-8 is known from what only looks like it") {
    for (auto const* text :
         {"", "a", "কাজ", "é", "\xf0\x9f\x87\xa7", "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf"})
        CHECK_MESSAGE(is_utf8(text), text);
    for (auto const* text : {"\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                             "\xf8\x88\x80\x80\x80", "\xe0\xa6", "\xe0", "\xc3", "a\xff"})
        CHECK_FALSE_MESSAGE(is_utf8(text), text);
}

TEST_CASE("cookies that are malformed are passed over, the others are kept") {
    Pairs cookies;
    parse_cookies("a=1; b=\"2\";;=x; c; d=e=f;  g=h ;k=l m; \xc3=1", cookies);
    CHECK(cookies.items() == std::vector<Pair>{{"a", "1"}, {"b", "2"}, {"d", "e=f"}, {"g", "h"}});
}

TEST_CASE("over https only the cookie with the host prefix is ours") {
    Request request;
    request.cookies = {{"session", "planted"}, {"__Host-session", "own"}};
    CHECK(request.cookie("session") == "planted");
    request.secure = true;
    CHECK(request.cookie("session") == "own");
}

TEST_CASE("encoding what was decoded gives the same text") {
    std::string all;
    for (int i = 0; i < 256; ++i)
        all += static_cast<char>(i);
    CHECK(percent_decoded(percent_encoded(all), Plus::is_space) == all);
    CHECK(percent_encoded("a/b ক", "/") == "a/b%20%E0%A6%95");
}
