#include "platform/site_probe.hpp"

#include "platform/curl.hpp"
#include "platform/digest.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace udb {
namespace {

using platform::set_option;

constexpr std::size_t bytes_max = std::size_t{64} << 20U;
constexpr std::size_t head_bytes = std::size_t{64} << 10U;
constexpr long total_seconds = 20;
constexpr long redirects_max = 5;

struct Net4 {
    std::uint32_t base;
    int bits;
};
constexpr Net4 net(unsigned a, unsigned b, unsigned c, int bits) {
    return {a << 24U | b << 16U | c << 8U, bits};
}
/// IANA's registry of special addresses (RFC 6890), multicast and what is above it.
constexpr std::array special{net(0, 0, 0, 8),      net(10, 0, 0, 8),     net(100, 64, 0, 10),
                             net(127, 0, 0, 8),    net(169, 254, 0, 16), net(172, 16, 0, 12),
                             net(192, 0, 0, 24),   net(192, 0, 2, 24),   net(192, 88, 99, 24),
                             net(192, 168, 0, 16), net(198, 18, 0, 15),  net(198, 51, 100, 24),
                             net(203, 0, 113, 24), net(224, 0, 0, 3)};

bool is_public(std::uint32_t ip) {
    return std::ranges::none_of(special, [ip](Net4 const& n) {
        auto const mask = ~std::uint32_t{0} << static_cast<unsigned>(32 - n.bits);
        return (ip & mask) == n.base;
    });
}

/// Of IPv6 only what is given out to be reached (2000::/3), without documentation, Teredo and 6to4.
bool is_public(in6_addr const& ip) {
    auto const& b = ip.s6_addr;
    if ((b[0] & 0xE0U) != 0x20U) return false;
    bool const six_to_four = b[0] == 0x20 && b[1] == 0x02;
    bool const protocols = b[0] == 0x20 && b[1] == 0x01 && (b[2] & 0xFEU) == 0;
    bool const documentation = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0D && b[3] == 0xB8;
    return !six_to_four && !protocols && !documentation;
}

bool is_public(sockaddr const& address) {
    if (address.sa_family == AF_INET)
        return is_public(ntohl(reinterpret_cast<sockaddr_in const&>(address).sin_addr.s_addr));
    if (address.sa_family == AF_INET6)
        return is_public(reinterpret_cast<sockaddr_in6 const&>(address).sin6_addr);
    return false;
}

/// Asked for every connection, after names have become addresses: a name that answers otherwise the
/// second time, and a redirect, come through here too.
curl_socket_t open_public(void*, curlsocktype, curl_sockaddr* address) {
    if (!is_public(address->addr)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

struct Taking {
    SiteReply& reply;
    Sha256Stream hash = {};
    std::size_t bytes = 0;
};

std::size_t take(char* data, std::size_t size, std::size_t count, void* taking) {
    auto& into = *static_cast<Taking*>(taking);
    auto const length = size * count;
    into.bytes += length;
    if (into.bytes > bytes_max) return 0; // ends the transfer
    std::string_view const piece(data, length);
    into.hash.add(piece);
    auto& head = into.reply.head;
    head += piece.substr(0, head_bytes - std::min(head_bytes, head.size()));
    return length;
}

} // namespace

bool is_public_address(std::string_view ip) {
    std::string const text(ip);
    in_addr four{};
    if (inet_pton(AF_INET, text.c_str(), &four) == 1) return is_public(ntohl(four.s_addr));
    in6_addr six{};
    return inet_pton(AF_INET6, text.c_str(), &six) == 1 && is_public(six);
}

SiteReply probe_site(SiteAsk const& ask) {
    SiteReply reply;
    if (!ask.url.starts_with("https://") && !ask.url.starts_with("http://")) {
        reply.why = "not a web address";
        return reply;
    }
    auto const handle = platform::curl_handle(ask.certificates, ask.stopped);
    Taking taking{.reply = reply};
    set_option(handle, CURLOPT_URL, ask.url.c_str());
    set_option(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set_option(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set_option(handle, CURLOPT_FOLLOWLOCATION, 1L);
    set_option(handle, CURLOPT_MAXREDIRS, redirects_max);
    set_option(handle, CURLOPT_TIMEOUT, total_seconds);
    set_option(handle, CURLOPT_USERAGENT, "udbhabon");
    set_option(handle, CURLOPT_ACCEPT_ENCODING, "");
    set_option(handle, CURLOPT_WRITEFUNCTION, &take);
    set_option(handle, CURLOPT_WRITEDATA, &taking);
    if (!ask.local) set_option(handle, CURLOPT_OPENSOCKETFUNCTION, &open_public);
    auto const done = curl_easy_perform(handle.get());
    if (done != CURLE_OK) {
        reply.head.clear();
        reply.why = curl_easy_strerror(done);
        return reply;
    }
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    reply.sha256 = taking.hash.hex();
    return reply;
}

} // namespace udb
