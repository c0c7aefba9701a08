// Which page answers which path: a tree of path segments.
#pragma once

#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::web {

/// Runs on a worker thread, several at once. May throw: the client then sees the failure page.
using Handler = std::function<Response(Request const&)>;

struct RouteLimits {
    /// Nothing: the server's default.
    std::optional<std::size_t> body_bytes_max = {};
};

struct Route {
    Method method = Method::get;
    std::string pattern; ///< `/teams/{id}`
    Handler handler;
    RouteLimits limits;
};

/// What the tree says of a method and a path.
struct Match {
    Route const* route = nullptr; ///< null: nothing there, or not by this method
    Pairs params;
    /// The methods that this path has, in the order of the enum, `GET, HEAD, POST`; empty: 404.
    std::string allow;
    /// Set when only the other way of writing the last slash is known: where to go instead.
    std::string redirect;
};

/// A literal segment wins over a gap; GET answers HEAD too. `{name}` takes one segment that is not
/// empty; `{name...}` as last segment takes the rest, slashes included. A path is written without a
/// slash at its end (`/teams`); `/teams/` is sent there by 308.
class Router {
public:
    Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;
    ~Router();

    /// A pattern twice for one method, two names for one gap, or a malformed pattern is a bug.
    Router& add(Method method, std::string pattern, Handler handler, RouteLimits limits = {});
    Router& get(std::string pattern, Handler handler, RouteLimits limits = {});
    Router& post(std::string pattern, Handler handler, RouteLimits limits = {});

    Match match(Method method, std::string_view path) const;

    /// Every route, sorted by pattern and method: for the approved list of pages.
    std::vector<Route const*> routes() const;
    /// The same as text, one `GET  /teams/{id}` a line.
    std::string list() const;

private:
    struct Node;
    std::unique_ptr<Node> root_;
    std::vector<std::unique_ptr<Route>> routes_;
};

} // namespace udb::web
