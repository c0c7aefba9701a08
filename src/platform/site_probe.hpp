// Looks whether an address that somebody typed is alive, and what is there. The address is not
// ours: private ones are not asked, whatever name leads to them, and nothing of the answer is
// shown but its title and hash.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace udb {

struct SiteAsk {
    std::string url;    ///< `https://…` or `http://…`
    bool local = false; ///< addresses of this machine and of the office's network may be asked too
    std::filesystem::path certificates = {}; ///< PEM; empty: those of the machine
    std::function<bool()> stopped = {};      ///< cuts it short
};

struct SiteReply {
    int status = 0;          ///< after at most five redirects; 0: no answer
    std::string head = {};   ///< the first bytes, where a title stands
    std::string sha256 = {}; ///< of all of it
    std::string why = {};    ///< why there was no answer
};

/// At most 20 seconds and 64 MiB.
SiteReply probe_site(SiteAsk const& ask);

/// Whether an IP address is one of the public Internet: none of this machine, of a private network
/// (RFC 1918, 4193, 6598), link-local, multicast or reserved, and none that hides such a one
/// (mapped, NAT64, 6to4).
bool is_public_address(std::string_view ip);

} // namespace udb
