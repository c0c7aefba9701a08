// Non-blocking reads and writes, and one coroutine wait when there is nothing to do.
#include "web/http/stream.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace udb::web {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

/// So many reads without waiting, then others have their turn.
constexpr unsigned reads_in_a_row_max = 16;

bool must_wait(error_code const& failed) {
    return failed == asio::error::would_block || failed == asio::error::try_again;
}

} // namespace

Stream::Stream(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {
    error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

asio::awaitable<std::size_t> Stream::read_some(char* to, std::size_t size) {
    for (;;) {
        if (timed_out_ || abandoned_) co_return 0;
        error_code failed;
        auto const count = socket_.read_some(asio::buffer(to, size), failed);
        if (!failed && ++reads_in_a_row_ >= reads_in_a_row_max) {
            reads_in_a_row_ = 0;
            co_await asio::post(socket_.get_executor(), asio::use_awaitable);
        }
        if (!failed) co_return count;
        if (!must_wait(failed)) co_return 0;
        auto const there = co_await readable();
        if (!there) co_return 0;
    }
}

asio::awaitable<bool> Stream::readable() {
    if (timed_out_ || abandoned_) co_return false;
    reads_in_a_row_ = 0;
    error_code failed;
    co_await socket_.async_wait(asio::socket_base::wait_read,
                                asio::redirect_error(asio::use_awaitable, failed));
    co_return !failed;
}

asio::awaitable<bool> Stream::write(std::string_view first, std::string_view second,
                                    std::chrono::milliseconds patience) {
    while (!first.empty() || !second.empty()) {
        if (abandoned_) co_return false;
        std::array const buffers{asio::buffer(first), asio::buffer(second)};
        error_code failed;
        auto const count = socket_.write_some(buffers, failed);
        if (!failed) {
            auto const of_first = std::min(count, first.size());
            first.remove_prefix(of_first);
            second.remove_prefix(count - of_first);
            continue;
        }
        if (!must_wait(failed)) co_return false;
        expires_after(patience);
        co_await socket_.async_wait(asio::socket_base::wait_write,
                                    asio::redirect_error(asio::use_awaitable, failed));
        if (failed) co_return false;
    }
    never_expires();
    co_return true;
}

void Stream::expires_after(std::chrono::milliseconds time) {
    deadline_ = Clock::now() + time;
    timed_out_ = false;
}

void Stream::check(Clock::time_point now) {
    if (now < deadline_) return;
    never_expires();
    timed_out_ = true;
    error_code ignored;
    socket_.cancel(ignored);
}

bool Stream::has_unread() const {
    error_code failed;
    return socket_.available(failed) > 0;
}

void Stream::end_sending() {
    error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void Stream::abandon() {
    abandoned_ = true;
    error_code ignored;
    socket_.cancel(ignored);
}

std::string Stream::peer() const {
    error_code failed;
    auto const end = socket_.remote_endpoint(failed);
    if (failed) return {};
    auto const address = end.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

} // namespace udb::web
