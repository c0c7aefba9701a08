// One client from its first byte to its last: requests one after the other, each under its time
// limit.
#pragma once

#include "web/http/core.hpp"
#include "web/http/stream.hpp"

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>

namespace udb::web {

/// Lives on the I/O thread, held by its own coroutine.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    enum class Welcome { served, too_many }; ///< `too_many`: gets 503 and nothing else

    Connection(Core& core, boost::asio::io_context& io, boost::asio::ip::tcp::socket socket,
               Welcome welcome);
    ~Connection();

    /// Calls `gone` when it is over.
    void start(std::function<void(Connection&)> gone);
    void check(Stream::Clock::time_point now) { stream_.check(now); }
    /// The server stops: ends now if it is between requests, soon if it only waits for the client.
    void hurry();
    /// Ends whatever it does.
    void abandon() { stream_.abandon(); }

private:
    /// Bytes read and not yet parsed; there is no memory for them between requests.
    class Buffer {
    public:
        explicit Buffer(std::size_t capacity) : capacity_(capacity) {}
        std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
        bool empty() const { return begin_ == end_; }
        void consume(std::size_t count);
        void release() { bytes_.reset(); }
        /// Makes room at the end; false when there is none to make.
        bool make_room();
        char* free_begin() { return bytes_.get() + end_; }
        std::size_t free_size() const { return capacity_ - end_; }
        void fill(std::size_t count) { end_ += count; }

    private:
        std::unique_ptr<char[]> bytes_;
        std::size_t capacity_;
        std::size_t begin_ = 0;
        std::size_t end_ = 0;
    };

    using Shared = std::shared_ptr<Exchange>;

    boost::asio::awaitable<void> serve();
    boost::asio::awaitable<void> serve_one(Shared exchange);
    /// True when the request is there or refused; false when the client is gone.
    boost::asio::awaitable<bool> read(Shared exchange);
    boost::asio::awaitable<bool> read_more(Shared exchange);
    boost::asio::awaitable<bool> begin_body(Shared exchange);
    void count_body(Exchange const& exchange);
    void forget_body();
    boost::asio::awaitable<Answer> work(Shared exchange);
    boost::asio::awaitable<void> send(Answer answer);
    boost::asio::awaitable<bool> send_file(Answer const& answer);
    /// Reads on for a while, for a client that still sends would otherwise lose the answer
    /// (RFC 9112 §9.6).
    boost::asio::awaitable<void> linger();

    Core& core_;
    boost::asio::io_context& io_;
    Stream stream_;
    Welcome welcome_;
    std::string peer_;
    Buffer buffer_;
    bool idle_ = true;
    bool open_ = true;
    bool lingering_ = false;
    std::size_t body_counted_ = 0;  ///< bytes of this body in Core::body_bytes
    std::size_t spool_counted_ = 0; ///< the same in Core::spool_bytes
    std::size_t body_progress_ = 0; ///< bytes of this body when its time was last extended
};

} // namespace udb::web
