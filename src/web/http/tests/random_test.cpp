// Random and randomly changed bytes: always the same ones, so that a failure comes again.
#include "client.hpp"

#include <doctest/doctest.h>
#include <random>
#include <thread>

using namespace udb;
using namespace udb::web;
using namespace udb::web::test;
using namespace std::chrono_literals;

TEST_CASE("random bytes never stop the server") {
    auto options = quick_options();
    options.header_timeout = 500ms;
    options.body_timeout = 500ms;
    Router router;
    router.get("/hello", [](Request const&) { return Response::text("hello\n"); });
    router.post("/length", [](Request const& request) {
        auto const form = request.form();
        return Response::text(std::to_string(request.body.size()));
    });
    Server server(std::move(router), options);
    server.start();
    std::mt19937 random(20260126);
    auto const number = [&random](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
    };
    std::string const good =
        post("Transfer-Encoding: chunked\r\nCookie: a=b; c\r\nExpect: 100-continue\r\n",
             "5;x=\"y\"\r\nabcde\r\n0\r\nT: u\r\n\r\n", "/length?a=%E0%A6%95&b")
        + get("/hello");
    for (int round = 0; round < 600; ++round) {
        auto bytes = good;
        if (round % 3 == 0) {
            bytes.resize(number(3'000) + 1);
            for (auto& c : bytes)
                c = static_cast<char>(number(256));
        } else {
            for (std::size_t changes = number(8) + 1; changes > 0; --changes)
                bytes[number(bytes.size())] = static_cast<char>(number(256));
            if (round % 3 == 1) bytes.resize(number(bytes.size()) + 1);
        }
        Client client(server.port());
        for (std::size_t at = 0; at < bytes.size();) {
            auto const size = std::min(bytes.size() - at, number(200) + 1);
            if (!client.send(std::string_view(bytes).substr(at, size))) break;
            at += size;
        }
        if (round % 2 == 0) client.end_sending();
    }
    CHECK(ask(server, get("/hello")).body == "hello\n");
    for (int i = 0; i < 200 && server.metrics().connections > 1; ++i)
        std::this_thread::sleep_for(50ms);
    CHECK(server.metrics().connections <= 1);
}
