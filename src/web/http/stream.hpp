// One client's bytes, with a deadline. All of it happens on the I/O thread.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace udb::web {

/// The only place that knows which kind of socket it is. Nothing is ever pending but one wait for
/// readiness, which a deadline cancels; who sweeps the deadlines (`check`) holds streams that live,
/// so that none can fire for one that is gone.
class Stream {
public:
    using Clock = std::chrono::steady_clock;

    explicit Stream(boost::asio::ip::tcp::socket socket);

    /// Bytes read; zero at the end, on an error, and when the deadline passed.
    boost::asio::awaitable<std::size_t> read_some(char* to, std::size_t size);
    /// Waits until there is something to read (or the end); false when the deadline passed.
    boost::asio::awaitable<bool> readable();
    /// Sends both; false when the client is gone or took nothing for `patience`.
    boost::asio::awaitable<bool> write(std::string_view first, std::string_view second,
                                       std::chrono::milliseconds patience);

    /// For what is read from now on; also forgets that an earlier deadline passed.
    void expires_after(std::chrono::milliseconds time);
    void never_expires() { deadline_ = Clock::time_point::max(); }
    /// Stops what is pending when its time is over.
    void check(Clock::time_point now);
    bool timed_out() const { return timed_out_; }

    bool has_unread() const;
    void end_sending();
    /// Stops what is pending, now and for ever.
    void abandon();

    std::string peer() const;

private:
    boost::asio::ip::tcp::socket socket_;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool timed_out_ = false;
    bool abandoned_ = false;
    unsigned reads_in_a_row_ = 0;
};

} // namespace udb::web
