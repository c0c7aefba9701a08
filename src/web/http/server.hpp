// The HTTP/1.1 server: one thread reads and writes sockets, a bounded pool of workers runs
// handlers.
#pragma once

#include "web/http/metrics.hpp"
#include "web/http/router.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace udb::web {

/// One line of the access log.
struct Access {
    Instant at;
    std::string id; ///< of the request; also the header X-Request-Id of the answer
    std::string method;
    std::string path;  ///< without query; empty where the request could not be read
    std::string route; ///< pattern, or empty
    int status = 0;
    double milliseconds = 0; ///< from the whole request read until the answer was handed over
    std::size_t bytes = 0;   ///< of the body as sent
    std::string peer;
    std::string actor;
};

/// A handler threw. The client sees only the number.
struct Failure {
    std::string incident; ///< 12 characters, also shown to the user
    std::string request_id;
    std::string method;
    std::string path;
    std::string what; ///< the chain of nested exceptions, ` ← ` between them
};

/// Makes the page for a refusal or failure of the server itself: 400, 404, 405, 408, 413, 414, 431,
/// 500, 503, 505. `request` is null where it could not be read; `incident` is empty unless a
/// handler threw. Status, and headers such as Allow, are set by the server. May run on the I/O
/// thread: it must not wait for anything.
using ErrorPage =
    std::function<Response(int status, Request const* request, std::string_view incident)>;

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: the system chooses; see Server::port

    std::size_t header_bytes_max = std::size_t{16} * 1024; ///< start line and fields; more: 431
    std::size_t header_fields_max = 100;                   ///< more: 431
    std::size_t target_bytes_max = std::size_t{8} * 1024;  ///< more: 414
    std::size_t body_bytes_max =
        std::size_t{1024} * 1024; ///< unless the route says otherwise; more: 413
    std::size_t body_memory_max = std::size_t{1} << 20; ///< a longer body goes to a file
    std::size_t body_bytes_total = std::size_t{256}
                                   << 20; ///< in memory, of all requests at once; more: 503
    std::size_t spool_bytes_total = std::size_t{4} << 30; ///< the same in files
    std::chrono::milliseconds header_timeout{10'000};     ///< from the first byte; slower: 408
    std::chrono::milliseconds body_timeout{30'000};       ///< without 8 KB of progress; slower: 408
    std::chrono::milliseconds write_timeout{30'000}; ///< without progress of the reader: closed
    std::chrono::milliseconds idle_timeout{60'000};  ///< between requests: closed silently
    std::size_t connections_max = 10'000;            ///< more: 503 at once
    std::size_t workers = 4;
    std::size_t queue_max = 256; ///< requests waiting for a worker; more: 503 with Retry-After
    std::chrono::milliseconds grace{20'000}; ///< for requests in flight after `stop`

    bool https = false; ///< the world reaches us by https (a proxy ends it): Secure, HSTS
    /// Addresses or networks (`10.0.0.0/8`) whose X-Forwarded-For and -Proto are believed.
    std::vector<std::string> trusted_proxies;

    std::function<Instant()> clock; ///< required
    ErrorPage error_page;           ///< default: number and reason phrase as plain text
    std::function<void(Access const&)> on_access;   ///< called by any thread, never two at once
    std::function<void(Failure const&)> on_failure; ///< the same
};

class Server {
public:
    /// Listens at once (so that `port` is known); answers only after `start` or `run`.
    /// Throws std::system_error naming address and port when it cannot.
    Server(Router router, ServerOptions options);
    /// Stops, and waits for it.
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    std::uint16_t port() const;

    /// Answers in the background until `stop`.
    void start();
    /// Answers until SIGTERM, SIGINT or `stop`; then finishes the requests in flight and returns
    /// true; false when some had to be cut after the grace period. SIGPIPE is ignored.
    bool run();
    /// Takes no new connection, closes idle ones, lets requests in flight finish. From any thread.
    void stop();
    /// Waits for the end of `start`ed work; the same answer as `run`.
    bool wait();

    Metrics const& metrics() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace udb::web
