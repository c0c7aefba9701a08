// Asking other servers over HTTPS, with limits on time and size; no redirect is followed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace udb {

struct HttpAsk {
    std::string url; ///< `https://…`; `http://…` only to this machine (127.0.0.1, localhost)
    /// As a form, by POST; nothing: GET.
    std::optional<std::vector<std::pair<std::string, std::string>>> form = {};
    std::string user = {}; ///< for HTTP's basic authentication; empty: without
    std::string password = {};
    std::string bearer = {};                 ///< an access token (RFC 6750); empty: without
    std::filesystem::path certificates = {}; ///< PEM; empty: those of the machine
};

struct HttpReply {
    int status = 0;   ///< 0: no answer
    std::string body; ///< at most a megabyte; a longer one is no answer
    std::string why;  ///< where there was no answer
};

/// At most 10 seconds.
HttpReply ask_http(HttpAsk const& ask);

/// `a=1&b=%20`.
std::string form_encoded(std::vector<std::pair<std::string, std::string>> const& fields);

/// Whether such an address may be asked: by TLS, or on this machine.
bool may_ask_http(std::string_view url);

} // namespace udb
