// The server as clients meet it: answers, order, errors, what it writes down.
#include "client.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <mutex>
#include <thread>

using namespace udb;
using namespace udb::web;
using namespace udb::web::test;
using namespace std::chrono_literals;

namespace {

Router some_pages() {
    Router router;
    router.get("/hello", [](Request const&) { return Response::text("hello\n"); });
    router.get("/who/{name}", [](Request const& request) {
        return Response::text(request.peer + (request.secure ? " https " : " http ") + request.host
                              + " " + std::string(request.param("name")) + " "
                              + std::string(request.query.get_or("q")));
    });
    router.post("/length", [](Request const& request) {
        return Response::text(std::to_string(request.body.size()));
    });
    router.post("/echo", [](Request const& request) { return Response::text(request.body); });
    router.get("/page", [](Request const&) {
        return Response::html(std::string(20'000, 'x')).set_version("v1");
    });
    router.get("/throws", [](Request const&) -> Response {
        try {
            throw std::runtime_error("secret detail");
        } catch (...) {
            std::throw_with_nested(std::runtime_error("saving the team"));
        }
    });
    router.get("/throws-a-number", [](Request const&) -> Response { throw 7; });
    router.get("/two-lines", [](Request const&) { return Response::text("").set("X", "a\r\nb"); });
    router.get("/gone", [](Request const&) {
        Response response;
        response.status = 410;
        response.actor = "officer 7";
        return response;
    });
    return router;
}

} // namespace

TEST_CASE("a page is answered") {
    Server server(some_pages(), quick_options());
    server.start();
    auto const reply = ask(server, get("/hello"));
    CHECK(reply.status == 200);
    CHECK(reply.body == "hello\n");
    CHECK(reply.headers.get("X-Content-Type-Options") == "nosniff");
    CHECK(reply.headers.get_or("X-Request-Id").size() == 16);
    CHECK_FALSE(reply.headers.has("Server"));
}

TEST_CASE("requests sent at once are answered in their order") {
    Server server(some_pages(), quick_options());
    server.start();
    Client client(server.port());
    std::string all;
    for (int i = 0; i < 200; ++i) {
        auto const body = "body " + std::to_string(i);
        all += "POST /echo HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size())
               + "\r\n\r\n" + body;
    }
    client.send(all);
    for (int i = 0; i < 200; ++i)
        REQUIRE(client.reply().body == "body " + std::to_string(i));
}

TEST_CASE("a request may come byte by byte") {
    Server server(some_pages(), quick_options());
    server.start();
    Client client(server.port());
    std::string const request =
        "POST /echo HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n"
        + get("/hello");
    for (auto const c : request)
        client.send(std::string(1, c));
    CHECK(client.reply().body == "abcde");
    CHECK(client.reply().body == "hello\n");
}

TEST_CASE("HEAD gives the length and no body, and the connection goes on") {
    Server server(some_pages(), quick_options());
    server.start();
    Client client(server.port());
    client.send("HEAD /hello HTTP/1.1\r\nHost: here\r\n\r\n" + get("/hello"));
    auto const head = client.reply(true);
    CHECK(head.status == 200);
    CHECK(head.headers.get("Content-Length") == "6");
    CHECK(client.reply().body == "hello\n");
}

TEST_CASE("a version that the browser has is answered by 304, and the connection goes on") {
    Server server(some_pages(), quick_options());
    server.start();
    Client client(server.port());
    client.send(get("/page", "If-None-Match: \"v1\"\r\n") + get("/hello"));
    CHECK(client.reply().status == 304);
    CHECK(client.reply().body == "hello\n");
}

TEST_CASE("a connection ends when the client wants it, and when it speaks HTTP/1.0") {
    Server server(some_pages(), quick_options());
    server.start();
    struct Case {
        char const* request;
        char const* connection;
        bool ends;
    };
    for (auto const& [request, connection, ends] : {
             Case{"GET /hello HTTP/1.1\r\nHost: here\r\n\r\n", "", false},
             Case{"GET /hello HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n", "close", true},
             Case{"GET /hello HTTP/1.0\r\n\r\n", "close", true},
             Case{"GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "keep-alive", false},
         }) {
        CAPTURE(request);
        Client client(server.port());
        client.send(request);
        auto const reply = client.reply();
        CHECK(reply.body == "hello\n");
        CHECK(reply.headers.get_or("Connection") == connection);
        CHECK(client.ends_within(ends ? 2'000ms : 100ms) == ends);
    }
}

TEST_CASE("what is not there, and what is there for others") {
    Server server(some_pages(), quick_options());
    server.start();
    CHECK(ask(server, get("/nothing")).status == 404);
    auto const other = ask(server, get("/echo"));
    CHECK(other.status == 405);
    CHECK(other.headers.get("Allow") == "POST");
    auto const unknown = ask(server, "BREW /hello HTTP/1.1\r\nHost: here\r\n\r\n");
    CHECK(unknown.status == 405);
    CHECK(unknown.headers.get("Allow") == "GET, HEAD");
    CHECK(ask(server, "BREW /nothing HTTP/1.1\r\nHost: here\r\n\r\n").status == 404);
    auto const slash = ask(server, get("/who/a%20b/?q=1%262"));
    CHECK(slash.status == 308);
    CHECK(slash.headers.get("Location") == "/who/a%20b?q=1%262");
}

TEST_CASE("a handler that throws gives a page with a number, and the log what happened") {
    auto options = quick_options();
    std::vector<Failure> failures;
    options.on_failure = [&](Failure const& failure) { failures.push_back(failure); };
    options.error_page = [](int status, Request const* request, std::string_view incident) {
        return Response::html("<h1>" + std::to_string(status) + (request ? request->path : "?")
                              + std::string(incident) + "</h1>");
    };
    Server server(some_pages(), options);
    server.start();
    auto const reply = ask(server, get("/throws"));
    CHECK(reply.status == 500);
    CHECK(reply.body.find("secret") == std::string::npos);
    REQUIRE(failures.size() == 1);
    CHECK(failures[0].incident.size() == 12);
    CHECK(reply.body == "<h1>500/throws" + failures[0].incident + "</h1>");
    CHECK(failures[0].what == "saving the team ← secret detail");
    CHECK(failures[0].request_id == reply.headers.get("X-Request-Id"));

    CHECK(ask(server, get("/throws-a-number")).status == 500);
    CHECK(ask(server, get("/two-lines")).status == 500);
    CHECK(failures.size() == 3);
    CHECK(ask(server, get("/hello")).status == 200);
}

TEST_CASE("an error page that throws is replaced by a plain one") {
    auto options = quick_options();
    options.error_page = [](int, Request const*, std::string_view) -> Response {
        throw std::runtime_error("no words");
    };
    Server server(some_pages(), options);
    server.start();
    CHECK(ask(server, get("/nothing")).body == "404 Not Found\n");
    CHECK(ask(server, "junk\r\n\r\n").body == "400 Bad Request\n");
}

TEST_CASE("a log that throws and an error page with a broken header stop no one") {
    auto options = quick_options();
    options.on_access = [](Access const&) { throw std::runtime_error("disk full"); };
    options.on_failure = [](Failure const&) { throw 7; };
    options.error_page = [](int status, Request const*, std::string_view) {
        return Response::text("x", status).set("X", "a\r\nb");
    };
    Server server(some_pages(), options);
    server.start();
    CHECK(ask(server, get("/hello")).status == 200);
    CHECK(ask(server, get("/throws")).body == "500 Internal Server Error\n");
    CHECK(ask(server, get("/two-lines")).body == "500 Internal Server Error\n");
    CHECK(ask(server, "junk\r\n\r\n").body == "400 Bad Request\n");
    CHECK(ask(server, get("/hello")).status == 200);
}

TEST_CASE("every request leaves one line in the access log") {
    auto options = quick_options();
    std::vector<Access> lines;
    options.on_access = [&](Access const& access) { lines.push_back(access); };
    Server server(some_pages(), options);
    server.start();
    ask(server, get("/who/Rahim?q=secret"));
    CHECK(ask(server, get("/gone")).body == "410 Gone\n");
    ask(server, get("/nothing"));
    ask(server, "junk\r\n\r\n");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].method == "GET");
    CHECK(lines[0].path == "/who/Rahim");
    CHECK(lines[0].route == "/who/{name}");
    CHECK(lines[0].status == 200);
    CHECK(lines[0].peer == "127.0.0.1");
    CHECK(lines[0].id.size() == 16);
    CHECK(lines[0].milliseconds >= 0);
    CHECK(lines[1].actor == "officer 7");
    CHECK(lines[1].bytes == 9);
    CHECK(lines[2].route.empty());
    CHECK(lines[2].status == 404);
    CHECK(lines[3].status == 400);
    CHECK(lines[3].path.empty());
    CHECK(lines[3].peer == "127.0.0.1");
}

TEST_CASE("a proxy is believed only when it is trusted") {
    auto const forwarded = get("/who/x", "X-Forwarded-For: 6.6.6.6, 203.0.113.9, 10.1.2.3\r\n"
                                         "X-Forwarded-Proto: https\r\n");
    struct Case {
        std::vector<std::string> trusted;
        char const* body;
    };
    for (auto const& [trusted, body] : {
             Case{{}, "127.0.0.1 http here x "},
             Case{{"10.0.0.0/8"}, "127.0.0.1 http here x "},
             Case{{"127.0.0.1"}, "10.1.2.3 https here x "},
             Case{{"127.0.0.0/8", "10.0.0.0/8"}, "203.0.113.9 https here x "},
             Case{{"0.0.0.0/0", "::1"}, "6.6.6.6 https here x "},
         }) {
        auto options = quick_options();
        options.trusted_proxies = trusted;
        Server server(some_pages(), options);
        server.start();
        CHECK(ask(server, forwarded).body == body);
        CHECK(ask(server, get("/who/x", "X-Forwarded-For: junk\r\n")).body
              == "127.0.0.1 http here x ");
    }
    auto options = quick_options();
    options.trusted_proxies = {"everyone"};
    CHECK_THROWS_AS(Server(some_pages(), options), std::invalid_argument);
}

TEST_CASE("a place that is taken, or is none, is said plainly") {
    Server const first(some_pages(), quick_options());
    auto options = quick_options();
    options.port = first.port();
    CHECK_THROWS_AS(Server(some_pages(), options), std::system_error);
    options.port = 0;
    options.address = "nowhere";
    CHECK_THROWS_AS(Server(some_pages(), options), std::system_error);
}

TEST_CASE("a thousand clients at once are all answered") {
    auto options = quick_options();
    options.queue_max = 2'000;
    Server server(some_pages(), options);
    server.start();
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 10; ++t)
        threads.emplace_back([&, t] {
            std::vector<Client> clients;
            for (int i = 0; i < 100; ++i)
                clients.emplace_back(server.port());
            for (int i = 0; i < 100; ++i)
                clients[static_cast<std::size_t>(i)].send(
                    get("/who/x?q=" + std::to_string(t * 100 + i)));
            for (int i = 0; i < 100; ++i)
                good += clients[static_cast<std::size_t>(i)].reply().body
                        == "127.0.0.1 http here x " + std::to_string(t * 100 + i);
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(good == 1'000);
    CHECK(server.metrics().answers("/who/{name}", 2) == 1'000);
    CHECK(server.metrics().in_flight == 0);
}

TEST_CASE("a large answer reaches a slow reader whole") {
    Router router;
    router.get("/large", [](Request const&) {
        return Response::file(std::string(8'000'000, 'y'), "application/octet-stream", "a.bin");
    });
    Server server(std::move(router), quick_options());
    server.start();
    Client client(server.port());
    client.send(get("/large"));
    std::this_thread::sleep_for(200ms);
    CHECK(client.reply().body == std::string(8'000'000, 'y'));
}

TEST_CASE(
    "a body in a file reaches a slow reader whole, with its length, and the connection goes on") {
    std::string bytes;
    for (int i = 0; i < 1'000'000; ++i)
        bytes += std::to_string(i);
    Router router;
    router.get("/file", [&bytes](Request const&) {
        auto body = std::make_shared<BodyFile>();
        body->write(bytes.substr(0, 10));
        body->write(bytes.substr(10));
        return Response::file(std::move(body), "text/csv; charset=utf-8", "গ্রন্থাগার.csv");
    });
    router.get("/hello", [](Request const&) { return Response::text("hello\n"); });
    Server server(std::move(router), quick_options());
    server.start();
    Client client(server.port());
    client.send(get("/file"));
    std::this_thread::sleep_for(200ms);
    auto const reply = client.reply();
    CHECK(reply.body == bytes);
    CHECK(reply.headers.get("Content-Length") == std::to_string(bytes.size()));
    CHECK_FALSE(reply.headers.has("Content-Encoding"));
    client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.reply(true).headers.get("Content-Length") == std::to_string(bytes.size()));
    client.send(get("/hello"));
    CHECK(client.reply().body == "hello\n");
}

TEST_CASE("a body in an empty file is an empty answer") {
    Router router;
    router.get("/file", [](Request const&) {
        return Response::file(std::make_shared<BodyFile>(), "text/csv", "a.csv");
    });
    Server server(std::move(router), quick_options());
    server.start();
    auto const reply = ask(server, get("/file"));
    CHECK(reply.status == 200);
    CHECK(reply.headers.get("Content-Length") == "0");
}
