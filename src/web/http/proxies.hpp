// Which address a request comes from, when proxies stand between.
#pragma once

#include "web/http/request.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace udb::web {

/// The proxies whose word is taken. Only they can say for whom they ask.
class Proxies {
public:
    /// Addresses or networks, `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`. Throws std::invalid_argument
    /// naming one that is neither.
    explicit Proxies(std::vector<std::string> const& networks);
    ~Proxies();

    bool trusts(std::string_view address) const;
    /// Of X-Forwarded-For the last address that is no trusted proxy; `socket_peer` itself when that
    /// is no trusted proxy, or when the field is damaged.
    std::string client(std::string const& socket_peer, Headers const& headers) const;

private:
    struct Networks;
    std::unique_ptr<Networks> networks_;
};

} // namespace udb::web
