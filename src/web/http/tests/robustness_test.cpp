// Bad, slow, huge and hostile clients: each gets a clear answer, and no one else notices.
#include "client.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <fstream>
#include <future>
#include <thread>

using namespace udb;
using namespace udb::web;
using namespace udb::web::test;
using namespace std::chrono_literals;

namespace {

Router some_pages() {
    Router router;
    router.get("/hello", [](Request const&) { return Response::text("hello\n"); });
    router.post("/length", [](Request const& request) {
        return Response::text(std::to_string(request.content().size()));
    });
    router.post("/large",
                [](Request const& request) {
                    return Response::text(std::to_string(request.content().size()));
                },
                {.body_bytes_max = 4 << 20});
    return router;
}

long resident_kb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
    return 0;
}

} // namespace

TEST_CASE("what two readers could read in two ways is refused, and ends the connection") {
    Server server(some_pages(), quick_options());
    server.start();
    for (auto const& request : {
             // Who is before or behind us may see another end of the body.
             post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"),
             post("Content-Length: 3\r\nContent-Length: 4\r\n", "abc"),
             post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"),
             post("Content-Length: 3, 3\r\n", "abc"),
             post("Content-Length: +3\r\n", "abc"),
             post("Content-Length: -3\r\n", "abc"),
             post("Content-Length: 0x3\r\n", "abc"),
             post("Content-Length: 99999999999999999999\r\n", "abc"),
             post("Content-Length: \r\n", "abc"),
             post("Transfer-Encoding: gzip\r\n", "abc"),
             post("Transfer-Encoding: identity\r\n", "abc"),
             post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"),
             post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
             post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
             std::string("POST /length HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
             // Chunks that are none.
             post("Transfer-Encoding: chunked\r\n", "-2\r\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "zz\r\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "0x2\r\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "\r\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "2 \r\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "2\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "2\r\nabc\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "11111111111111111\r\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "2\r\nab\r\n0\r\nContent-Length: 3\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", std::string(40'000, '1')),
             post("Transfer-Encoding: chunked\r\n",
                  "2;" + std::string(40'000, 'x') + "\r\nab\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n",
                  "0\r\nA: " + std::string(40'000, 'x') + "\r\n\r\n"),
             // Lines and fields that some accept.
             std::string("GET /hello HTTP/1.1\nHost: here\n\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: here\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost : here\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\n Host: here\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: here\r\n: x\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: here\r\nA B: x\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: here\r\nA\0B: x\r\n\r\n", 43),
             std::string("GET /hello HTTP/1.1\r\nHost: here\r\nA: x\0y\r\n\r\n", 43),
             std::string("GET /hello HTTP/1.1\r\nHost: here\r\nA: x\ry\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: here\r\nno colon\r\n\r\n"),
             // Who is asked?
             std::string("GET /hello HTTP/1.1\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost:\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: here\r\nHost: there\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: he re\r\n\r\n"),
             std::string("GET /hello HTTP/1.1\r\nHost: here/there\r\n\r\n"),
             std::string("GET http://he%20re/ HTTP/1.1\r\nHost: here\r\n\r\n"),
             // Request lines.
             std::string("junk\r\n\r\n"),
             std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\r\n\r\n", 14),
             std::string("GET  /hello HTTP/1.1\r\nHost: here\r\n\r\n"),
             std::string("GET /hello\r\nHost: here\r\n\r\n"),
             std::string("GET /hello HTTP/1.1 \r\nHost: here\r\n\r\n"),
             std::string("GET /hello HTTP/9\r\nHost: here\r\n\r\n"),
             std::string("GET /he llo HTTP/1.1\r\nHost: here\r\n\r\n"),
             std::string("GET hello HTTP/1.1\r\nHost: here\r\n\r\n"),
             std::string("OPTIONS * HTTP/1.1\r\nHost: here\r\n\r\n"),
             get("/%00"),
             get("/%"),
             get("/..%2f.."),
             get("/%ff"),
             get("/?a=%00"),
         }) {
        CAPTURE(request);
        Client client(server.port());
        client.send(request);
        auto const reply = client.reply();
        CHECK(reply.status == 400);
        CHECK(reply.headers.get("Connection") == "close");
        client.end_sending();
        CHECK(client.ends_within(2'000ms));
    }
    CHECK(ask(server, "GET /hello HTTP/2.0\r\nHost: here\r\n\r\n").status == 505);
    CHECK(server.metrics().rejections(400) > 50);
    // One value apart from the above.
    CHECK(ask(server, post("Content-Length: 3\r\n", "abc")).body == "3");
    CHECK(ask(server, post("Transfer-Encoding: Chunked\r\n", "2\r\nab\r\n0\r\n\r\n")).body == "2");
    CHECK(ask(server, get("/hello")).status == 200);
}

TEST_CASE("headers and targets above their limits are refused with their own status") {
    Server server(some_pages(), quick_options());
    server.start();
    CHECK(ask(server, get("/hello", "X: " + std::string(64 * 1024, 'x') + "\r\n")).status == 431);
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "X" + std::to_string(i) + ": y\r\n";
    CHECK(ask(server, get("/hello", many)).status == 431);
    std::string hundred;
    for (int i = 0; i < 99; ++i)
        hundred += "X: y\r\n";
    CHECK(ask(server, get("/hello", hundred)).status == 200);
    CHECK(ask(server, get("/hello", hundred + "X: y\r\n")).status == 431);
    CHECK(ask(server, get("/" + std::string(100 * 1024, 'x'))).status == 414);
    CHECK(ask(server, get("/" + std::string(9 * 1024, 'x'))).status == 414);
    CHECK(ask(server, get("/" + std::string(8 * 1024 - 1, 'x'))).status == 404);
}

TEST_CASE("a header limit counts what came before, however it is cut") {
    Server server(some_pages(), quick_options());
    server.start();
    Client client(server.port());
    client.send("GET /hello HTTP/1.1\r\nHost: here\r\n");
    auto sent = true;
    for (int i = 0; i < 40 && sent; ++i) {
        sent = client.send("X" + std::to_string(i) + ": " + std::string(1'000, 'x') + "\r\n");
        std::this_thread::sleep_for(1ms);
    }
    CHECK(client.reply().status == 431);
}

TEST_CASE("a body above its limit is refused, announced or not, and the client sees it") {
    Server server(some_pages(), quick_options());
    server.start();
    CHECK(ask(server, post("Content-Length: 1048577\r\n", "")).status == 413);
    CHECK(ask(server, post("Content-Length: 1048576\r\n", std::string(1'048'576, 'x'))).body
          == "1048576");
    CHECK(
        ask(server, post("Content-Length: 4194304\r\n", std::string(4'194'304, 'x'), "/large")).body
        == "4194304");
    CHECK(ask(server, post("Content-Length: 4194305\r\n", "", "/large")).status == 413);
    CHECK(ask(server, post("Content-Length: 8000000\r\n", std::string(8'000'000, 'x'))).status
          == 413);

    auto const before = resident_kb();
    Client client(server.port());
    client.send(post("Transfer-Encoding: chunked\r\n", ""));
    auto const chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 1'024; ++i)
        if (!client.send(chunk)) break;
    client.send("0\r\n\r\n");
    CHECK(client.reply().status == 413);
    CHECK(resident_kb() - before < 24 * 1024);
    // A number that would wrap around the sum.
    CHECK(
        ask(server, post("Transfer-Encoding: chunked\r\n", "1\r\na\r\nffffffffffffffff\r\n")).status
        == 413);
}

TEST_CASE("all bodies together have a limit too") {
    auto options = quick_options();
    options.body_bytes_total = 300'000;
    Server server(some_pages(), options);
    server.start();
    Client first(server.port());
    first.send(post("Content-Length: 200000\r\n", std::string(199'999, 'x')));
    std::this_thread::sleep_for(200ms);
    auto const refused = ask(server, post("Content-Length: 200000\r\n", std::string(200'000, 'x')));
    CHECK(refused.status == 503);
    CHECK(refused.headers.get("Retry-After") == "1");
    first.send("x");
    CHECK(first.reply().body == "200000");
    CHECK(ask(server, post("Content-Length: 200000\r\n", std::string(200'000, 'x'))).status == 200);
}

TEST_CASE("who waits for leave to send a body is told") {
    Server server(some_pages(), quick_options());
    server.start();
    Client client(server.port());
    client.send(post("Content-Length: 3\r\nExpect: 100-continue\r\n", ""));
    CHECK(client.reply().status == 100);
    client.send("abc");
    CHECK(client.reply().body == "3");
    Client large(server.port());
    large.send(post("Content-Length: 30000000\r\nExpect: 100-continue\r\n", ""));
    CHECK(large.reply().status == 413);
}

TEST_CASE("slow clients are told so, silent ones are left") {
    auto options = quick_options();
    options.header_timeout = 300ms;
    options.body_timeout = 300ms;
    options.idle_timeout = 300ms;
    Server server(some_pages(), options);
    server.start();
    Client header(server.port());
    header.send("GET /hello HTTP/1.1\r\nHo");
    CHECK(header.reply().status == 408);

    Client body(server.port());
    body.send(post("Content-Length: 3\r\n", "ab"));
    CHECK(body.reply().status == 408);

    Client silent(server.port());
    CHECK(silent.ends_within(2'000ms));

    Client idle(server.port());
    idle.send(get("/hello"));
    CHECK(idle.reply().status == 200);
    CHECK(idle.ends_within(2'000ms));
    CHECK(server.metrics().rejections(408) == 2);
}

TEST_CASE("a header that dribbles is cut, a large body that flows is not") {
    auto options = quick_options();
    options.header_timeout = 400ms;
    options.body_timeout = 400ms;
    Server server(some_pages(), options);
    server.start();
    Client dribble(server.port());
    auto const start = std::chrono::steady_clock::now();
    for (auto const c : get("/hello", "X: " + std::string(2'000, 'x') + "\r\n")) {
        if (!dribble.send(std::string(1, c)) || std::chrono::steady_clock::now() - start > 1'500ms)
            break;
        std::this_thread::sleep_for(20ms);
    }
    CHECK(dribble.reply().status == 408);

    Client flow(server.port());
    flow.send(post("Content-Length: 100000\r\n", ""));
    for (int i = 0; i < 10; ++i) {
        flow.send(std::string(10'000, 'x'));
        std::this_thread::sleep_for(100ms);
    }
    CHECK(flow.reply().body == "100000");

    Client trickle(server.port());
    trickle.send(post("Content-Length: 100000\r\n", ""));
    for (int i = 0; i < 10; ++i) {
        trickle.send("x");
        std::this_thread::sleep_for(100ms);
    }
    CHECK(trickle.reply().status == 408);
}

TEST_CASE("three hundred dribbling connections keep no one else waiting") {
    auto options = quick_options();
    options.header_timeout = 1'500ms;
    Server server(some_pages(), options);
    server.start();
    std::vector<Client> dribblers;
    for (int i = 0; i < 300; ++i) {
        dribblers.emplace_back(server.port());
        dribblers.back().send("GET /hello HTTP/1.1\r\nX-");
    }
    for (int round = 0; round < 5; ++round) {
        for (auto& dribbler : dribblers)
            dribbler.send("a");
        auto const start = std::chrono::steady_clock::now();
        CHECK(ask(server, get("/hello")).status == 200);
        CHECK(std::chrono::steady_clock::now() - start < 500ms);
    }
    CHECK(server.metrics().connections >= 300);
    for (auto& dribbler : dribblers)
        CHECK(dribbler.reply().status == 408);
}

TEST_CASE("who does not read its answer is let go") {
    Router router;
    router.get("/large",
               [](Request const&) { return Response::text(std::string(30'000'000, 'y')); });
    auto options = quick_options();
    options.write_timeout = 300ms;
    Server server(std::move(router), options);
    server.start();
    Client client(server.port());
    client.send(get("/large"));
    for (int i = 0; i < 100 && server.metrics().connections == 0; ++i)
        std::this_thread::sleep_for(20ms);
    for (int i = 0; i < 100 && server.metrics().connections > 0; ++i)
        std::this_thread::sleep_for(50ms);
    CHECK(server.metrics().connections == 0);
}

TEST_CASE("when all workers are busy and the queue is full, the rest is asked to come again") {
    std::promise<void> release;
    auto const released = release.get_future().share();
    Router router;
    router.get("/wait", [released](Request const&) {
        released.wait();
        return Response::text("done");
    });
    auto options = quick_options();
    options.workers = 1;
    options.queue_max = 2;
    Server server(std::move(router), options);
    server.start();
    std::vector<Client> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(get("/wait"));
        for (int wait = 0; wait < 100 && server.metrics().in_flight <= i; ++wait)
            std::this_thread::sleep_for(10ms);
        std::this_thread::sleep_for(50ms);
    }
    auto const refused = ask(server, get("/wait"));
    CHECK(refused.status == 503);
    CHECK(refused.headers.get("Retry-After") == "1");
    release.set_value();
    for (auto& client : clients)
        CHECK(client.reply().body == "done");
}

TEST_CASE("more connections than allowed are told so, and are taken when others leave") {
    auto options = quick_options();
    options.connections_max = 3;
    Server server(some_pages(), options);
    server.start();
    {
        std::vector<Client> clients;
        for (int i = 0; i < 3; ++i) {
            clients.emplace_back(server.port());
            clients.back().send(get("/hello"));
            CHECK(clients.back().reply().status == 200);
        }
        CHECK(ask(server, get("/hello")).status == 503);
    }
    for (int i = 0; i < 100 && server.metrics().connections > 0; ++i)
        std::this_thread::sleep_for(20ms);
    CHECK(ask(server, get("/hello")).status == 200);
}
