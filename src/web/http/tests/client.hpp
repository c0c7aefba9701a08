// A client that sends exactly the bytes it is given, for tests of the server.
#pragma once

#include "web/http/server.hpp"

#include <arpa/inet.h>
#include <chrono>
#include <cstdlib>
#include <map>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace udb::web::test {

struct Reply {
    int status = 0; ///< zero: the connection ended without an answer
    Headers headers;
    std::string body;
};

class Client {
public:
    explicit Client(std::uint16_t port)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }
    Client(Client&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), rest_(std::move(other.rest_)) {}
    Client& operator=(Client&&) = delete;
    ~Client() {
        if (socket_ >= 0) ::close(socket_);
    }

    /// False when the server closed before all was sent.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void end_sending() { ::shutdown(socket_, SHUT_WR); }

    /// The next answer; `to_head` has no body.
    Reply reply(bool to_head = false) {
        Reply reply;
        std::size_t end;
        while ((end = rest_.find("\r\n\r\n")) == std::string::npos)
            if (!receive()) return reply;
        auto head = std::string_view(rest_).substr(0, end + 2);
        reply.status = std::atoi(std::string(head.substr(9, 3)).c_str());
        head.remove_prefix(head.find("\r\n") + 2);
        while (!head.empty()) {
            auto const line = head.substr(0, head.find("\r\n"));
            auto const colon = line.find(": ");
            reply.headers.add(std::string(line.substr(0, colon)),
                              std::string(line.substr(colon + 2)));
            head.remove_prefix(line.size() + 2);
        }
        rest_.erase(0, end + 4);
        auto const length = reply.headers.get("Content-Length");
        if (to_head || !length) return reply;
        auto const size = static_cast<std::size_t>(std::atoll(std::string(*length).c_str()));
        while (rest_.size() < size)
            if (!receive()) return Reply{};
        reply.body = rest_.substr(0, size);
        rest_.erase(0, size);
        return reply;
    }

    /// Whether the server ends the connection within `time`, without another byte.
    bool ends_within(std::chrono::milliseconds time) {
        patience_ = time;
        auto const had = rest_.size();
        return !receive() && ended_ && rest_.size() == had;
    }

    std::chrono::milliseconds patience_{15'000};

private:
    bool receive() {
        pollfd wait{socket_, POLLIN, 0};
        if (::poll(&wait, 1, static_cast<int>(patience_.count())) <= 0) return false;
        char bytes[16'384];
        auto const count = ::recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0) {
            ended_ = true;
            return false;
        }
        rest_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    std::string rest_;
    bool ended_ = false;
};

inline Instant clock_now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

inline ServerOptions quick_options() {
    ServerOptions options;
    options.clock = clock_now;
    options.workers = 2;
    return options;
}

inline std::string get(std::string_view target, std::string_view more = "") {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: here\r\n" + std::string(more)
           + "\r\n";
}

inline std::string post(std::string const& headers, std::string const& body,
                        std::string const& path = "/length") {
    return "POST " + path + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n" + body;
}

/// One request on a connection of its own.
inline Reply ask(Server const& server, std::string_view bytes) {
    Client client(server.port());
    client.send(bytes);
    return client.reply();
}

} // namespace udb::web::test
