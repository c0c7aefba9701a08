// Listening, the sweep of time limits, signals, and stopping in good order.
#include "web/http/server.hpp"

#include "web/http/connection.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <set>
#include <sys/resource.h>
#include <system_error>
#include <thread>

namespace udb::web {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

namespace {

/// How exactly time limits are kept.
constexpr auto sweep_every = 50ms;
/// So many more than allowed are told so politely; the rest is closed.
constexpr std::size_t refused_at_once = 256;
/// Descriptors that databases, files and logs may need beside the connections.
constexpr std::size_t other_descriptors = 128;

/// How many connections the system lets us hold, at most `wanted`; asks it for as many as it gives.
std::size_t connections_possible(std::size_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
    auto const enough =
        std::max<rlim_t>(limit.rlim_cur, wanted + refused_at_once + other_descriptors);
    limit.rlim_cur = std::min(limit.rlim_max, enough);
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0 || ::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    auto const reserved = refused_at_once + other_descriptors;
    if (limit.rlim_cur <= 2 * reserved) return std::min<std::size_t>(wanted, limit.rlim_cur / 2);
    return std::min<std::size_t>(wanted, limit.rlim_cur - reserved);
}

} // namespace

struct Server::State {
    State(Router router, ServerOptions options);
    ~State();

    void listen();
    bool run();
    asio::awaitable<void> accept();
    asio::awaitable<void> sweep();
    void await_signal();
    void welcome(tcp::socket socket);
    void begin_stop();
    void accept_waiting();
    void cut();
    void end_if_empty();

    asio::io_context io{1};
    Core core;
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    std::set<Connection*> connections;
    std::optional<Stream::Clock::time_point> cut_at;
    std::uint16_t port = 0;
    bool was_cut = false;
    std::thread thread;
    bool result = true;
};

Server::State::State(Router router, ServerOptions options)
    : core(std::move(router), std::move(options)) {
    core.options.connections_max = connections_possible(core.options.connections_max);
    listen();
}

// NOLINTNEXTLINE(bugprone-exception-escape): where the loop itself fails, to end is all there is.
Server::State::~State() {
    if (thread.joinable()) {
        asio::post(io, [this] { begin_stop(); });
        thread.join();
    }
    // A handler that was cut still has its answer to give back: to a coroutine that then ends.
    core.workers->finish();
    cut();
    io.restart();
    while (!connections.empty() && io.run_one() > 0) {
    }
}

void Server::State::listen() {
    auto const& options = core.options;
    auto const place = options.address + ":" + std::to_string(options.port);
    auto const check = [&place](error_code const& failed) {
        if (failed) throw std::system_error(std::error_code(failed), place);
    };
    error_code failed;
    auto const address = asio::ip::make_address(options.address, failed);
    check(failed);
    tcp::endpoint const endpoint{address, options.port};
    acceptor.open(endpoint.protocol(), failed);
    check(failed);
    acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    check(failed);
    acceptor.bind(endpoint, failed);
    check(failed);
    acceptor.listen(asio::socket_base::max_listen_connections, failed);
    check(failed);
    port = acceptor.local_endpoint().port();
}

bool Server::State::run() {
    asio::co_spawn(io, accept(), asio::detached);
    asio::co_spawn(io, sweep(), asio::detached);
    io.run();
    return !was_cut;
}

asio::awaitable<void> Server::State::accept() {
    while (acceptor.is_open()) {
        error_code failed;
        auto socket =
            co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, failed));
        if (!failed) {
            welcome(std::move(socket));
            continue;
        }
        if (failed == asio::error::operation_aborted || !acceptor.is_open()) co_return;
        // Out of descriptors, most likely: they come back when others leave.
        asio::steady_timer timer(io, 100ms);
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, failed));
    }
}

asio::awaitable<void> Server::State::sweep() {
    asio::steady_timer timer(io);
    for (;;) {
        error_code failed;
        timer.expires_after(sweep_every);
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, failed));
        auto const now = Stream::Clock::now();
        for (auto* connection : connections)
            connection->check(now);
        if (cut_at && now >= *cut_at) cut();
    }
}

void Server::State::await_signal() {
    signals.async_wait([this](error_code const& failed, int) {
        if (failed) return;
        if (core.stopping)
            cut();
        else
            begin_stop();
        await_signal();
    });
}

void Server::State::welcome(tcp::socket socket) {
    auto const allowed = core.options.connections_max;
    if (connections.size() >= allowed + refused_at_once) {
        core.metrics.rejected(503);
        return;
    }
    auto const kind =
        connections.size() < allowed ? Connection::Welcome::served : Connection::Welcome::too_many;
    auto connection = std::make_shared<Connection>(core, io, std::move(socket), kind);
    connections.insert(connection.get());
    ++core.metrics.connections;
    connection->start([this](Connection& gone) {
        connections.erase(&gone);
        --core.metrics.connections;
        end_if_empty();
    });
}

void Server::State::begin_stop() {
    if (core.stopping.exchange(true)) return;
    cut_at = Stream::Clock::now() + core.options.grace;
    accept_waiting();
    for (auto* connection : connections)
        connection->hurry();
    end_if_empty();
}

/// Who has already reached the system's queue is not turned away.
void Server::State::accept_waiting() {
    error_code failed;
    acceptor.non_blocking(true, failed);
    for (;;) {
        tcp::socket socket(io);
        acceptor.accept(socket, failed);
        if (failed) break;
        welcome(std::move(socket));
    }
    acceptor.close(failed);
}

void Server::State::cut() {
    was_cut = was_cut || !connections.empty();
    for (auto* connection : connections)
        connection->abandon();
    if (core.stopping) io.stop();
}

void Server::State::end_if_empty() {
    if (core.stopping && connections.empty()) io.stop();
}

Server::Server(Router router, ServerOptions options)
    : state_(std::make_unique<State>(std::move(router), std::move(options))) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->port; }

void Server::start() {
    state_->thread = std::thread([this] { state_->result = state_->run(); });
}

bool Server::run() {
    std::signal(SIGPIPE, SIG_IGN);
    state_->signals.add(SIGTERM);
    state_->signals.add(SIGINT);
    state_->await_signal();
    return state_->run();
}

void Server::stop() {
    asio::post(state_->io, [state = state_.get()] { state->begin_stop(); });
}

bool Server::wait() {
    if (state_->thread.joinable()) state_->thread.join();
    return state_->result;
}

Metrics const& Server::metrics() const { return state_->core.metrics; }

} // namespace udb::web
