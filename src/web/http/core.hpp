// What all connections of a server share, and the making of every answer.
#pragma once

#include "web/http/answer.hpp"
#include "web/http/parser.hpp"
#include "web/http/proxies.hpp"
#include "web/http/server.hpp"
#include "web/http/workers.hpp"

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace udb::web {

/// One request on its way to an answer. Lives until the answer is sent.
struct Exchange {
    explicit Exchange(ParserLimits const& limits) : parser(limits) {}

    Parser parser;
    Match match;
    int refusal = 0; ///< a status that the connection itself decided on (408, 503, …)
};

class Core {
public:
    Core(Router routes, ServerOptions given);

    ParserLimits parser_limits() const;
    /// The header is here: who asks, for what, and how much it may send. On the I/O thread.
    void receive(Exchange& exchange, std::string const& socket_peer);
    /// Runs the handler. On a worker.
    Answer answer(Exchange& exchange);
    /// What needs no handler: no such page, another method, a slash too many. Nothing where a
    /// handler has to answer.
    std::optional<Answer> answer_without_handler(Exchange& exchange);
    /// The answer to what was not read to its end; the connection ends with it.
    Answer refuse(int status, Exchange* exchange, std::string const& socket_peer);

    ServerOptions options;
    Router router;
    Metrics metrics;
    std::unique_ptr<Workers> workers;
    std::atomic<bool> stopping = false;
    std::size_t body_bytes = 0;  ///< of all requests in memory; I/O thread only
    std::size_t spool_bytes = 0; ///< the same in files

private:
    using Started = std::chrono::steady_clock::time_point;

    Response error_page(int status, Request const* request, std::string_view incident) const;
    Response handled(Route const& route, Request const& request);
    Response failed(Request const& request, std::string what);
    Answer finished(Response response, Exchange& exchange, Started started);
    void log(Answer const& answer, Request const* request, std::string peer, Started started);
    void write_down(std::function<void()> const& log);
    Answer prepared_safely(Response page, Request const* request, Sending const& sending);
    std::string next_id();

    Proxies proxies_;
    std::atomic<std::uint64_t> ids_;
    std::mutex log_mutex_;
};

} // namespace udb::web
