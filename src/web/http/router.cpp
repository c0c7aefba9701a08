// The tree of path segments: building it with checks, and walking it.
#include "web/http/router.hpp"

#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace udb::web {

namespace {

constexpr std::size_t method_count = 7;

std::size_t index_of(Method method) { return static_cast<std::size_t>(method); }

/// The first segment of a path without its slash; `path` becomes what follows.
std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    auto const segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

bool is_gap_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> gap;
    std::string gap_name;
    std::unique_ptr<Node> rest;
    std::string rest_name;
    std::array<Route const*, method_count> routes{};

    bool answers() const {
        return std::ranges::any_of(routes, [](Route const* route) { return route != nullptr; });
    }

    Route const* route(Method method) const {
        auto const* own = routes[index_of(method)];
        return own || method != Method::head ? own : routes[index_of(Method::get)];
    }

    /// The node for one segment of a pattern, made where it is missing.
    Node& child(std::string_view segment, bool last) {
        if (!segment.starts_with('{')) {
            ENSURE(!segment.empty() && segment.find_first_of("{}") == std::string_view::npos,
                   "a pattern has whole segments");
            auto& node = literals[std::string(segment)];
            if (!node) node = std::make_unique<Node>();
            return *node;
        }
        ENSURE(segment.ends_with('}'), "a gap is a whole segment");
        auto name = segment.substr(1, segment.size() - 2);
        auto const takes_rest = name.ends_with("...");
        if (takes_rest) name.remove_suffix(3);
        ENSURE(is_gap_name(name), "a gap has a name of small letters");
        ENSURE(!takes_rest || last, "only the last gap takes the rest");
        auto& node = takes_rest ? rest : gap;
        auto& known = takes_rest ? rest_name : gap_name;
        if (!node) node = std::make_unique<Node>();
        if (known.empty()) known = name;
        ENSURE(known == name, "a gap has one name");
        return *node;
    }

    /// Every node that the path leads to, the most literal first, until `found` says enough.
    template <class Found>
    bool walk(std::string_view path, Pairs& params, Found const& found) const {
        if (path.empty()) return answers() && found(*this, params);
        auto after = path;
        auto const segment = take_segment(after);
        if (auto const literal = literals.find(segment);
            literal != literals.end() && literal->second->walk(after, params, found))
            return true;
        if (gap && !segment.empty()) {
            auto longer = params;
            longer.add(gap_name, std::string(segment));
            if (gap->walk(after, longer, found)) return true;
        }
        if (rest && path.size() > 1) {
            auto longer = params;
            longer.add(rest_name, std::string(path.substr(1)));
            return rest->walk({}, longer, found);
        }
        return false;
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;
Router::~Router() = default;

Router& Router::add(Method method, std::string pattern, Handler handler, RouteLimits limits) {
    ENSURE(pattern.starts_with('/'), "a pattern starts with a slash: " + pattern);
    ENSURE(handler != nullptr, "a route has a handler: " + pattern);
    auto* node = root_.get();
    for (std::string_view rest = pattern == "/" ? std::string_view{} : pattern; !rest.empty();) {
        auto const segment = take_segment(rest);
        node = &node->child(segment, rest.empty());
    }
    auto& place = node->routes[index_of(method)];
    ENSURE(place == nullptr, "a pattern stands once for a method: " + pattern);
    routes_.push_back(
        std::make_unique<Route>(Route{method, std::move(pattern), std::move(handler), limits}));
    place = routes_.back().get();
    return *this;
}

Router& Router::get(std::string pattern, Handler handler, RouteLimits limits) {
    return add(Method::get, std::move(pattern), std::move(handler), limits);
}

Router& Router::post(std::string pattern, Handler handler, RouteLimits limits) {
    return add(Method::post, std::move(pattern), std::move(handler), limits);
}

Match Router::match(Method method, std::string_view path) const {
    Match match;
    std::array<bool, method_count> allowed{};
    auto const found = [&](Node const& node, Pairs const& params) {
        for (std::size_t i = 0; i < method_count; ++i)
            allowed[i] = allowed[i] || node.route(static_cast<Method>(i)) != nullptr;
        match.route = node.route(method);
        if (match.route) match.params = params;
        return match.route != nullptr;
    };
    Pairs params;
    root_->walk(path == "/" ? std::string_view{} : path, params, found);
    if (match.route) return match;
    for (std::size_t i = 0; i < method_count; ++i) {
        if (!allowed[i]) continue;
        if (!match.allow.empty()) match.allow += ", ";
        match.allow += to_string(static_cast<Method>(i));
    }
    if (match.allow.empty() && path.size() > 1 && path.ends_with('/')) {
        auto const without = path.substr(0, path.size() - 1);
        if (root_->walk(without, params, [](Node const&, Pairs const&) { return true; }))
            match.redirect = without;
    }
    return match;
}

std::vector<Route const*> Router::routes() const {
    std::vector<Route const*> all;
    for (auto const& route : routes_)
        all.push_back(route.get());
    std::ranges::sort(all, [](Route const* a, Route const* b) {
        return std::tie(a->pattern, a->method) < std::tie(b->pattern, b->method);
    });
    return all;
}

std::string Router::list() const {
    std::string text;
    for (auto const* route : routes()) {
        std::string method(to_string(route->method));
        method.resize(8, ' ');
        text += method + route->pattern + "\n";
    }
    return text;
}

} // namespace udb::web
