// Which page answers which path.
#include "base/ensure.hpp"
#include "web/http/router.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::web;

namespace {

Response nothing(Request const&) { return Response::no_content(); }

Router some_routes() {
    Router router;
    router.get("/", nothing)
        .get("/teams", nothing)
        .post("/teams", nothing)
        .get("/teams/new", nothing)
        .get("/teams/{id}", nothing)
        .post("/teams/{id}", nothing)
        .get("/teams/{id}/seats/{seat}", nothing)
        .get("/files/{path...}", nothing)
        .add(Method::remove, "/teams/{id}/seats/{seat}", nothing);
    return router;
}

std::string pattern_of(Router const& router, Method method, std::string_view path) {
    auto const match = router.match(method, path);
    if (match.route) return match.route->pattern;
    if (!match.redirect.empty()) return "-> " + match.redirect;
    return match.allow.empty() ? "404" : "405 " + match.allow;
}

} // namespace

TEST_CASE("the most literal pattern answers") {
    auto const router = some_routes();
    struct Case {
        Method method;
        char const* path;
        char const* answer;
    };
    using enum Method;
    for (auto const& [method, path, answer] : {
             Case{get, "/", "/"},
             Case{get, "/teams", "/teams"},
             Case{get, "/teams/new", "/teams/new"},
             Case{get, "/teams/7", "/teams/{id}"},
             Case{post, "/teams/new", "/teams/{id}"},
             Case{head, "/teams/7", "/teams/{id}"},
             Case{get, "/teams/7/seats/2", "/teams/{id}/seats/{seat}"},
             Case{remove, "/teams/7/seats/2", "/teams/{id}/seats/{seat}"},
             Case{get, "/teams/new/seats/2", "/teams/{id}/seats/{seat}"},
             Case{get, "/files/a/b.css", "/files/{path...}"},
             Case{get, "/files", "404"},
             Case{get, "/teams/", "-> /teams"},
             Case{get, "/teams/7/", "-> /teams/7"},
             Case{get, "/teams/7/seats", "404"},
             Case{get, "/team", "404"},
             Case{get, "", "/"},
             Case{put, "/teams", "405 GET, HEAD, POST"},
             Case{post, "/teams/7/seats/2", "405 GET, HEAD, DELETE"},
             Case{remove, "/teams/new", "405 GET, HEAD, POST"},
         }) {
        CAPTURE(path);
        CHECK(pattern_of(router, method, path) == answer);
    }
}

TEST_CASE("gaps are given by name") {
    auto const router = some_routes();
    auto const seat = router.match(Method::get, "/teams/7/seats/দুই");
    CHECK(seat.params.get("id") == "7");
    CHECK(seat.params.get("seat") == "দুই");
    CHECK(router.match(Method::get, "/files/a/b.css").params.get("path") == "a/b.css");
    CHECK(router.match(Method::get, "/teams/new").params.empty());
}

TEST_CASE("a pattern that cannot be meant is a bug") {
    for (auto const* pattern : {"", "teams", "/teams/", "/a//b", "/{}", "/{Id}", "/a{id}", "/{id}x",
                                "/{a...}/b", "/{team}/x"}) {
        CAPTURE(pattern);
        Router router;
        router.get("/{id}/y", nothing);
        CHECK_THROWS_AS(router.get(pattern, nothing), Bug);
    }
    Router router;
    router.get("/a", nothing);
    CHECK_THROWS_AS(router.get("/a", nothing), Bug);
    CHECK_NOTHROW(router.post("/a", nothing));
    CHECK_THROWS_AS(router.get("/b", nullptr), Bug);
}

TEST_CASE("the list of routes is sorted by pattern, then method") {
    CHECK(
        some_routes().list()
        == "GET     /\nGET     /files/{path...}\nGET     /teams\nPOST    /teams\nGET     /teams/new\n"
           "GET     /teams/{id}\nPOST    /teams/{id}\nGET     /teams/{id}/seats/{seat}\n"
           "DELETE  /teams/{id}/seats/{seat}\n");
}

TEST_CASE("a path of ten thousand segments is looked up at once") {
    auto const router = some_routes();
    std::string path;
    for (int i = 0; i < 10'000; ++i)
        path += "/teams";
    CHECK(pattern_of(router, Method::get, path) == "404");
    CHECK(pattern_of(router, Method::get, "/files" + path) == "/files/{path...}");
}
