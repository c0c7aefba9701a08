// Which addresses may be asked at all, and what a server of this machine answers.
#include "platform/digest.hpp"
#include "platform/site_probe.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace udb {
namespace {

/// Answers one connection after the other with what it was given, until it has no more.
class Server {
public:
    explicit Server(std::vector<std::string> answers) {
        handle_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(bind(handle_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0);
        socklen_t length = sizeof here;
        REQUIRE(getsockname(handle_, reinterpret_cast<sockaddr*>(&here), &length) == 0);
        port_ = ntohs(here.sin_port);
        REQUIRE(listen(handle_, 4) == 0);
        thread_ = std::jthread([this, answers = std::move(answers)] {
            for (auto const& answer : answers) {
                int const one = accept(handle_, nullptr, nullptr);
                if (one < 0) return;
                char asked[4096];
                [[maybe_unused]] auto const read = recv(one, asked, sizeof asked, 0);
                [[maybe_unused]] auto const sent = send(one, answer.data(), answer.size(), 0);
                close(one);
            }
        });
    }
    ~Server() {
        shutdown(handle_, SHUT_RDWR);
        close(handle_);
    }
    Server(Server const&) = delete;
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/report"; }

private:
    int handle_ = -1;
    int port_ = 0;
    std::jthread thread_;
};

std::string ok(std::string const& body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST_CASE("only addresses of the public Internet are asked") {
    for (auto const* ip : {"103.48.16.10", "8.8.8.8", "2400:3200::1", "2a00:1450:4001::8"})
        CHECK_MESSAGE(is_public_address(ip), ip);
    for (auto const* ip : {"127.0.0.1",
                           "127.8.8.8",
                           "0.0.0.0",
                           "10.1.2.3",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.168.1.1",
                           "169.254.169.254",
                           "100.64.0.1",
                           "224.0.0.1",
                           "255.255.255.255",
                           "::1",
                           "::",
                           "fe80::1",
                           "fd00::1",
                           "::ffff:10.0.0.1",
                           "64:ff9b::a00:1",
                           "2002:a00:1::",
                           "2001:db8::1",
                           "ff02::1",
                           "localhost",
                           "8.8.8",
                           ""})
        CHECK_MESSAGE(!is_public_address(ip), ip);
    CHECK(is_public_address("172.32.0.1"));
    CHECK(is_public_address("100.128.0.1"));
}

TEST_CASE("a page of this machine is read only where that is allowed") {
    std::string const body = "<html><title>x</title></html>";
    Server const server({ok(body)});
    auto const barred = probe_site({.url = server.url()});
    CHECK(barred.status == 0);
    CHECK(barred.why != "");
    CHECK(barred.head == "");
    auto const read = probe_site({.url = server.url(), .local = true});
    CHECK(read.status == 200);
    CHECK(read.head == body);
    CHECK(read.sha256 == sha256_hex(body));
}

TEST_CASE("a redirect is followed, but not to another protocol, and a dead server has no status") {
    Server const server({"HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n",
                         ok("there"),
                         "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n"
                         "Content-Length: 0\r\n\r\n"});
    CHECK(probe_site({.url = server.url(), .local = true}).head == "there");
    auto const file = probe_site({.url = server.url(), .local = true});
    CHECK(file.status == 0);
    CHECK(file.head == "");
    CHECK(probe_site({.url = "http://127.0.0.1:1/", .local = true}).status == 0);
    CHECK(probe_site({.url = "file:///etc/passwd", .local = true}).status == 0);
}

} // namespace
} // namespace udb
