// Stopping: no new work, the work in flight finished, and never longer than allowed.
#include "client.hpp"

#include <csignal>
#include <doctest/doctest.h>
#include <future>
#include <sys/wait.h>
#include <thread>

using namespace udb;
using namespace udb::web;
using namespace udb::web::test;
using namespace std::chrono_literals;

namespace {

Router slow_pages(std::chrono::milliseconds time) {
    Router router;
    router.get("/slow", [time](Request const&) {
        std::this_thread::sleep_for(time);
        return Response::text("finished");
    });
    router.get("/hello", [](Request const&) { return Response::text("hello\n"); });
    return router;
}

void wait_for_request(Server const& server) {
    for (int i = 0; i < 200 && server.metrics().in_flight == 0; ++i)
        std::this_thread::sleep_for(10ms);
}

} // namespace

TEST_CASE("a request in flight is finished, and the client told that it was the last") {
    Server server(slow_pages(400ms), quick_options());
    server.start();
    Client idle(server.port());
    idle.send(get("/hello"));
    CHECK(idle.reply().status == 200);
    Client client(server.port());
    client.send(get("/slow"));
    wait_for_request(server);
    server.stop();
    CHECK(idle.ends_within(1'000ms));
    auto const reply = client.reply();
    CHECK(reply.status == 200);
    CHECK(reply.body == "finished");
    CHECK(reply.headers.get("Connection") == "close");
    CHECK(server.wait());
    CHECK_THROWS(Client(server.port()));
}

TEST_CASE("a request that was half sent may still be finished") {
    Server server(slow_pages(0ms), quick_options());
    server.start();
    Client client(server.port());
    client.send("GET /hello HTTP/1.1\r\nHost:");
    std::this_thread::sleep_for(100ms);
    server.stop();
    std::this_thread::sleep_for(100ms);
    client.send(" here\r\n\r\n");
    CHECK(client.reply().status == 200);
    CHECK(server.wait());
}

TEST_CASE("what takes longer than the grace period is cut") {
    auto options = quick_options();
    options.grace = 200ms;
    Server server(slow_pages(1'500ms), options);
    server.start();
    Client client(server.port());
    client.send(get("/slow"));
    wait_for_request(server);
    auto const start = std::chrono::steady_clock::now();
    server.stop();
    CHECK_FALSE(server.wait());
    CHECK(std::chrono::steady_clock::now() - start < 1'000ms);
}

TEST_CASE("stopping twice, at once, and before any request is quiet") {
    for (int round = 0; round < 20; ++round) {
        Server server(slow_pages(0ms), quick_options());
        server.start();
        server.stop();
        server.stop();
        CHECK(server.wait());
    }
    Server const never_started(slow_pages(0ms), quick_options());
    CHECK(never_started.port() != 0);
}

TEST_CASE("a server that goes away while clients talk takes no one with it") {
    for (int round = 0; round < 5; ++round) {
        auto options = quick_options();
        options.grace = 300ms;
        auto server = std::make_unique<Server>(slow_pages(20ms), options);
        server->start();
        std::vector<Client> clients;
        for (int i = 0; i < 50; ++i) {
            clients.emplace_back(server->port());
            clients.back().send(i % 2 == 0 ? get("/slow") : "GET /hel");
        }
        server.reset();
        for (auto& client : clients)
            CHECK(client.reply().status != 500);
    }
}

#if !defined(__SANITIZE_THREAD__)
TEST_CASE("SIGTERM finishes the request in flight and the program ends with zero") {
    int ports[2];
    REQUIRE(::pipe(ports) == 0);
    auto const child = ::fork();
    if (child == 0) {
        auto exit_code = 3;
        {
            Server server(slow_pages(500ms), quick_options());
            auto const port = server.port();
            if (::write(ports[1], &port, sizeof port) == sizeof port)
                exit_code = server.run() ? 0 : 1;
        }
        ::_exit(exit_code);
    }
    std::uint16_t port = 0;
    REQUIRE(::read(ports[0], &port, sizeof port) == sizeof port);
    Client client(port);
    client.send(get("/slow"));
    std::this_thread::sleep_for(200ms);
    ::kill(child, SIGTERM);
    auto const reply = client.reply();
    CHECK(reply.status == 200);
    CHECK(reply.body == "finished");
    int status = 0;
    CHECK(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    ::close(ports[0]);
    ::close(ports[1]);
}
#endif
