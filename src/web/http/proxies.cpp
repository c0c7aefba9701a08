// X-Forwarded-For, read from the right: only what a trusted proxy wrote is believed.
#include "web/http/proxies.hpp"

#include "web/http/decode.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <ranges>
#include <stdexcept>

namespace udb::web {

namespace ip = boost::asio::ip;
using boost::system::error_code;

struct Proxies::Networks {
    std::vector<ip::network_v4> v4;
    std::vector<ip::network_v6> v6;
};

Proxies::Proxies(std::vector<std::string> const& networks)
    : networks_(std::make_unique<Networks>()) {
    for (auto const& text : networks) {
        auto const whole = text.find('/') == std::string::npos;
        error_code failed;
        if (auto const v4 = ip::make_network_v4(whole ? text + "/32" : text, failed); !failed) {
            networks_->v4.push_back(v4.canonical());
            continue;
        }
        auto const v6 = ip::make_network_v6(whole ? text + "/128" : text, failed);
        if (failed) throw std::invalid_argument("neither address nor network: " + text);
        networks_->v6.push_back(v6.canonical());
    }
}

Proxies::~Proxies() = default;

bool Proxies::trusts(std::string_view text) const {
    error_code failed;
    auto const address = ip::make_address(std::string(text), failed);
    if (failed) return false;
    if (address.is_v4())
        return std::ranges::any_of(networks_->v4, [&](ip::network_v4 const& network) {
            auto const one = ip::network_v4(address.to_v4(), network.prefix_length());
            return one.network() == network.network();
        });
    return std::ranges::any_of(networks_->v6, [&](ip::network_v6 const& network) {
        auto const one = ip::network_v6(address.to_v6(), network.prefix_length());
        return one.network() == network.network();
    });
}

std::string Proxies::client(std::string const& socket_peer, Headers const& headers) const {
    if (!trusts(socket_peer)) return socket_peer;
    std::vector<std::string_view> chain;
    for (auto const& [name, value] : headers.items()) {
        if (!same_letters(name, "X-Forwarded-For")) continue;
        for (std::string_view rest = value; !rest.empty();) {
            auto const end = std::min(rest.find(','), rest.size());
            chain.push_back(trimmed(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    auto client = socket_peer;
    for (auto const text : chain | std::views::reverse) {
        error_code failed;
        auto const address = ip::make_address(std::string(text), failed);
        if (failed) break;
        client = address.to_string();
        if (!trusts(client)) break;
    }
    return client;
}

} // namespace udb::web
