// Routing, running a handler, catching what it throws, and writing it all down.
#include "web/http/core.hpp"

#include "base/ensure.hpp"

#include <array>
#include <exception>
#include <random>
#include <sodium.h>
#include <utility>

namespace udb::web {

namespace {

using SteadyClock = std::chrono::steady_clock;

std::string hex(std::uint64_t value) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (auto at = text.size(); at-- > 0; value >>= 4)
        text[at] = digits[value & 15];
    return text;
}

/// Spreads a counter over all 64 bits (SplitMix64), so that numbers do not look alike.
std::uint64_t spread(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

std::string incident_number() {
    static constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    return text;
}

/// What an exception says, and what those say that are nested in it.
std::string chain(std::exception const& failure) {
    std::string text = failure.what();
    try {
        std::rethrow_if_nested(failure);
    } catch (std::exception const& nested) {
        text += " ← " + chain(nested);
    } catch (...) {
        text += " ← (not an exception)";
    }
    return text;
}

Response plain_page(int status, Request const*, std::string_view incident) {
    auto text = std::to_string(status) + " " + std::string(reason(status)) + "\n";
    if (!incident.empty()) text.append(incident).append("\n");
    return Response::text(std::move(text), status);
}

} // namespace

Core::Core(Router routes, ServerOptions given)
    : options(std::move(given)), router(std::move(routes)), proxies_(options.trusted_proxies),
      ids_(std::random_device{}()) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    ENSURE(options.clock != nullptr, "a server has a clock");
    ENSURE(options.header_bytes_max <= 1024UL * 1024, "a header is at most 1 MB");
    workers = std::make_unique<Workers>(options.workers, options.queue_max);
    if (!options.error_page) options.error_page = plain_page;
    ids_ = (ids_.load() << 32) ^ std::random_device{}();
}

ParserLimits Core::parser_limits() const {
    return {options.header_bytes_max, options.header_fields_max, options.target_bytes_max,
            options.body_memory_max};
}

void Core::receive(Exchange& exchange, std::string const& socket_peer) {
    auto& request = exchange.parser.request();
    request.id = next_id();
    request.received = options.clock();
    request.peer = proxies_.client(socket_peer, request.headers);
    request.secure =
        options.https
        || (proxies_.trusts(socket_peer) && request.headers.get_or("X-Forwarded-Proto") == "https");
    exchange.match = router.match(request.method, request.path);
    auto const* route = exchange.match.route;
    if (route) request.route = route->pattern;
    request.params = std::move(exchange.match.params);
    auto const limit = route ? route->limits.body_bytes_max : std::nullopt;
    exchange.parser.limit_body(limit.value_or(options.body_bytes_max));
}

Answer Core::answer(Exchange& exchange) {
    auto const started = SteadyClock::now();
    auto response = handled(*exchange.match.route, exchange.parser.request());
    return finished(std::move(response), exchange, started);
}

std::optional<Answer> Core::answer_without_handler(Exchange& exchange) {
    auto const started = SteadyClock::now();
    auto const& request = exchange.parser.request();
    auto const& match = exchange.match;
    if (match.route) return {};
    Response response;
    if (!match.redirect.empty()) {
        auto const question = request.target.find('?');
        response = Response::redirect(match.redirect);
        response.status = 308;
        if (question != std::string::npos) {
            auto const path = std::string(response.headers.get_or("Location"));
            response.set("Location", path + request.target.substr(question));
        }
    } else if (match.allow.empty()) {
        response = error_page(404, &request, {});
    } else {
        response = error_page(405, &request, {});
        response.set("Allow", match.allow);
    }
    return finished(std::move(response), exchange, started);
}

Answer Core::refuse(int status, Exchange* exchange, std::string const& socket_peer) {
    auto const started = SteadyClock::now();
    metrics.rejected(status);
    auto const readable = exchange && !exchange->parser.request().id.empty();
    auto* request = exchange && (readable || status == 405) ? &exchange->parser.request() : nullptr;
    Response response;
    if (status == 405) {
        auto const match = router.match(Method::get, request->path);
        auto const other = router.match(Method::options, request->path);
        if (!match.route && match.allow.empty()) status = 404;
        response = error_page(status, request, {});
        if (status == 405) response.set("Allow", other.allow);
    } else {
        response = error_page(status, request, {});
    }
    if (status == 503) response.set("Retry-After", "1");
    auto const https = options.https || (request && request->secure);
    Sending const sending{.now = options.clock(), .https = https, .close = true};
    auto answer = prepared_safely(std::move(response), request, sending);
    log(answer, request, request && readable ? request->peer : socket_peer, started);
    return answer;
}

Response Core::error_page(int status, Request const* request, std::string_view incident) const {
    try {
        auto page = options.error_page(status, request, incident);
        page.status = status;
        return page;
    } catch (std::exception const&) {
        return plain_page(status, request, incident);
    }
}

Response Core::handled(Route const& route, Request const& request) {
    try {
        auto response = route.handler(request);
        if (response.status < 400 || !response.content().empty() || response.body_file
            || response.headers.has("Content-Type"))
            return response;
        auto page = error_page(response.status, &request, {});
        for (auto const& [name, value] : response.headers.items())
            page.headers.add(name, value);
        page.actor = std::move(response.actor);
        return page;
    } catch (std::exception const& failure) {
        return failed(request, chain(failure));
    } catch (...) {
        return failed(request, "(not an exception)");
    }
}

Response Core::failed(Request const& request, std::string what) {
    metrics.failed();
    auto const incident = incident_number();
    write_down([&] {
        if (options.on_failure)
            options.on_failure({incident, request.id, std::string(to_string(request.method)),
                                request.path, std::move(what)});
    });
    return error_page(500, &request, incident);
}

Answer Core::finished(Response response, Exchange& exchange, Started started) {
    auto const& request = exchange.parser.request();
    auto const keeps = exchange.parser.keeps_alive() && !stopping.load();
    Sending const sending{.now = options.clock(),
                          .https = request.secure,
                          .close = !keeps,
                          .old_client = exchange.parser.is_http_1_0()};
    Answer answer;
    try {
        answer = prepared(std::move(response), &request, sending);
    } catch (std::exception const& failure) {
        answer = prepared_safely(failed(request, chain(failure)), &request, sending);
    }
    metrics.answered(request.route, answer.status, SteadyClock::now() - started);
    log(answer, &request, request.peer, started);
    return answer;
}

void Core::log(Answer const& answer, Request const* request, std::string peer, Started started) {
    if (!options.on_access) return;
    std::chrono::duration<double, std::milli> const taken = SteadyClock::now() - started;
    Access access;
    access.at = options.clock();
    access.status = answer.status;
    access.milliseconds = taken.count();
    access.bytes = answer.body_bytes();
    access.peer = std::move(peer);
    access.actor = answer.actor;
    if (request && !request->id.empty()) {
        access.id = request->id;
        access.method = to_string(request->method);
        access.path = request->path;
        access.route = request->route;
    }
    write_down([&] { options.on_access(access); });
}

/// A log that cannot be written (a full disk) stops no one from working.
void Core::write_down(std::function<void()> const& log) {
    std::lock_guard const lock(log_mutex_);
    try {
        log();
    } catch (...) {
        metrics.failed();
    }
}

/// `prepared`, for the pages of failures: where even that is a bug, a plain page goes out.
Answer Core::prepared_safely(Response page, Request const* request, Sending const& sending) {
    auto const status = page.status;
    try {
        return prepared(std::move(page), request, sending);
    } catch (std::exception const&) {
        metrics.failed();
        return prepared(plain_page(status, request, {}), request, sending);
    }
}

std::string Core::next_id() { return hex(spread(ids_.fetch_add(0x9e3779b97f4a7c15ULL))); }

} // namespace udb::web
