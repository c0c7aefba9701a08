// Handing a mail over to a server that is slow, falls silent, or takes no mail of that size.
#include "platform/mail.hpp"

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace udb;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

namespace {

struct Manner {
    int bytes_a_second = 0;        ///< of the message that it reads; 0: as they come
    std::size_t takes_at_most = 0; ///< it reads no further, and says nothing; 0: all
    bool too_big = false;          ///< says so when it is told the size
};

/// A mail server that takes one mail in its manner.
class SlowServer {
public:
    explicit SlowServer(Manner manner) : manner_(manner) {
        listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        int const small = 16 * 1024; // what waits in buffers was not read
        ::setsockopt(listening_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(listening_, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0);
        REQUIRE(::listen(listening_, 1) == 0);
        socklen_t size = sizeof at;
        REQUIRE(::getsockname(listening_, reinterpret_cast<sockaddr*>(&at), &size) == 0);
        port_ = ntohs(at.sin_port);
        thread_ = std::thread([this] {
            int const client = ::accept(listening_, nullptr, nullptr);
            if (client < 0) return;
            serve(client);
            ::close(client);
        });
    }
    SlowServer(SlowServer const&) = delete;
    ~SlowServer() {
        stopping_ = true;
        ::shutdown(listening_, SHUT_RDWR);
        thread_.join();
        ::close(listening_);
    }

    int port() const { return port_; }
    std::string const& heard() {
        stopping_ = true;
        return message_;
    }

private:
    static void say(int client, std::string const& line) {
        auto const whole = line + "\r\n";
        ::send(client, whole.data(), whole.size(), MSG_NOSIGNAL);
    }
    static std::string line(int client) {
        std::string out;
        for (char c = 0; c != '\n' && ::recv(client, &c, 1, 0) == 1;)
            out += c;
        return out;
    }
    void serve(int client) {
        say(client, "220 slow");
        for (;;) {
            auto const asked = line(client);
            if (asked.empty()) return;
            if (asked.starts_with("EHLO")) {
                say(client, "250-slow\r\n250 SIZE 100000000");
            } else if (asked.starts_with("MAIL") && manner_.too_big) {
                CHECK(asked.find("SIZE=") != std::string::npos);
                say(client, "552 5.3.4 Too big");
            } else if (asked.starts_with("DATA")) {
                say(client, "354 go on");
                if (!take_message(client)) return;
                say(client, "250 taken");
            } else if (asked.starts_with("QUIT")) {
                return say(client, "221 bye");
            } else {
                say(client, "250 ok");
            }
        }
    }
    bool take_message(int client) {
        std::array<char, 8 * 1024> piece{};
        while (!message_.ends_with("\r\n.\r\n")) {
            if (manner_.takes_at_most > 0 && message_.size() >= manner_.takes_at_most) {
                while (!stopping_)
                    std::this_thread::sleep_for(10ms);
                return false;
            }
            auto const count = ::recv(client, piece.data(), piece.size(), 0);
            if (count <= 0 || stopping_) return false;
            message_.append(piece.data(), static_cast<std::size_t>(count));
            if (manner_.bytes_a_second > 0)
                std::this_thread::sleep_for(
                    std::chrono::microseconds{count * 1'000'000 / manner_.bytes_a_second});
        }
        return true;
    }

    Manner manner_;
    int listening_ = -1;
    int port_ = 0;
    std::string message_ = {};
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

Mail mail_of(std::size_t file_bytes) {
    Mail mail{};
    mail.id = "1.x@example.gov.bd";
    mail.from = "it@example.gov.bd";
    mail.to = "cabinet@example.gov.bd";
    mail.subject = "বার্ষিক প্রতিবেদন";
    mail.text = "সংযুক্ত।";
    mail.html = "<p>সংযুক্ত।</p>";
    mail.file = {"report.pdf", "application/pdf", std::string(file_bytes, 'x')};
    return mail;
}

MailServer at(SlowServer const& server) {
    MailServer to{.host = "127.0.0.1", .user = {}, .password = {}};
    to.port = server.port();
    to.security = MailServer::Security::none;
    to.bytes_per_second_min = 20'000;
    to.patience = 2s;
    return to;
}

} // namespace

TEST_CASE("a slow line comes to its end, however long that takes") {
    SlowServer server{{.bytes_a_second = 100'000}};
    auto const began = steady_clock::now();
    auto const done = send_mail(at(server), mail_of(600'000));
    CHECK_MESSAGE(done.result == Handover::Result::accepted, done.why);
    CHECK(steady_clock::now() - began > 5s); // far longer than its patience with silence
}

TEST_CASE("a server that takes next to nothing, or falls silent, is left for later") {
    for (Manner const manner : {Manner{.bytes_a_second = 2'000}, Manner{.takes_at_most = 30'000}}) {
        SlowServer server{manner};
        auto const began = steady_clock::now();
        auto const done = send_mail(at(server), mail_of(400'000));
        CHECK(done.result == Handover::Result::later);
        CHECK_MESSAGE(done.why.find("too slow") != std::string::npos, done.why);
        CHECK(steady_clock::now() - began < 30s);
    }
}

TEST_CASE("a mail that is too big for a server is refused for good, before it is on its way") {
    SlowServer server{{.too_big = true}};
    auto const done = send_mail(at(server), mail_of(600'000));
    CHECK(done.result == Handover::Result::refused);
    CHECK(done.why == "552 5.3.4 Too big");
    CHECK(server.heard().empty());
}

TEST_CASE("the longest handing over grows with the mail") {
    MailServer const server{.host = {}, .user = {}, .password = {}};
    CHECK(handover_max(server, 0) == 300s);
    // 10 MB as base64 on a line of 256 kbit/s takes seven minutes.
    CHECK(handover_max(server, 13'700'000) > 2 * 428s);
}
