#include "platform/clamd.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace udb {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
constexpr std::size_t reply_bytes_max = 4096;

class Socket {
public:
    Socket() = default;
    Socket(Socket const&) = delete;
    ~Socket() {
        if (fd_ >= 0) ::close(fd_);
    }

    bool connect(sockaddr const* to, socklen_t size, std::chrono::seconds patience) {
        if (fd_ >= 0) ::close(fd_);
        fd_ = ::socket(to->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd_ < 0) return false;
        timeval const wait{.tv_sec = patience.count(), .tv_usec = 0};
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
        return ::connect(fd_, to, size) == 0;
    }

    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            auto const count = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    /// Up to a zero byte, the end, or the time.
    std::string reply() const {
        std::string said;
        std::array<char, 512> piece{};
        while (said.size() < reply_bytes_max && said.find('\0') == said.npos) {
            auto const count = ::recv(fd_, piece.data(), piece.size(), 0);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;
            said.append(piece.data(), static_cast<std::size_t>(count));
        }
        return said.substr(0, said.find('\0'));
    }

private:
    int fd_ = -1;
};

bool connect_path(Socket& socket, std::string const& path, std::chrono::seconds patience) {
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    if (path.size() >= sizeof to.sun_path) {
        errno = ENAMETOOLONG;
        return false;
    }
    std::ranges::copy(path, to.sun_path);
    return socket.connect(reinterpret_cast<sockaddr const*>(&to), sizeof to, patience);
}

bool connect_port(Socket& socket, std::string const& address, std::chrono::seconds patience) {
    auto const colon = address.rfind(':');
    if (colon == address.npos) {
        errno = EINVAL;
        return false;
    }
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(address.substr(0, colon).c_str(), address.substr(colon + 1).c_str(), &hints,
                      &found)
        != 0) {
        errno = EADDRNOTAVAIL;
        return false;
    }
    std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> const owned(found, ::freeaddrinfo);
    for (auto const* at = found; at; at = at->ai_next)
        if (socket.connect(at->ai_addr, at->ai_addrlen, patience)) return true;
    return false;
}

/// A chunk of the stream: its size in four bytes, the highest first, and the bytes.
bool send_chunk(Socket const& socket, std::string_view bytes) {
    auto const size = static_cast<std::uint32_t>(bytes.size());
    std::string const head{static_cast<char>(size >> 24U), static_cast<char>(size >> 16U & 0xFFU),
                           static_cast<char>(size >> 8U & 0xFFU), static_cast<char>(size & 0xFFU)};
    return socket.send(head) && socket.send(bytes);
}

} // namespace

Scanned parse_scan_reply(std::string_view reply) {
    using Verdict = Scanned::Verdict;
    while (reply.ends_with('\n') || reply.ends_with('\0'))
        reply.remove_suffix(1);
    constexpr std::string_view before = "stream: ", found = " FOUND";
    if (reply == "stream: OK") return {.verdict = Verdict::clean};
    if (reply.starts_with(before) && reply.ends_with(found)
        && reply.size() > before.size() + found.size())
        return {.verdict = Verdict::found,
                .what = std::string(
                    reply.substr(before.size(), reply.size() - before.size() - found.size()))};
    return {.verdict = Verdict::unanswered,
            .what = reply.empty() ? "no answer" : std::string(reply)};
}

Scanned scan(std::string const& address, std::string_view bytes, std::chrono::seconds patience) {
    Socket socket;
    bool const connected = address.starts_with('/') ? connect_path(socket, address, patience)
                                                    : connect_port(socket, address, patience);
    if (!connected) return {.what = std::strerror(errno)};
    bool sent = socket.send(std::string_view("zINSTREAM\0", 10));
    while (sent && !bytes.empty()) {
        auto const piece = bytes.substr(0, chunk_bytes);
        sent = send_chunk(socket, piece);
        bytes.remove_prefix(piece.size());
    }
    // Where clamd took no more (its StreamMaxLength), it has said why.
    if (sent) send_chunk(socket, {});
    return parse_scan_reply(socket.reply());
}

} // namespace udb
