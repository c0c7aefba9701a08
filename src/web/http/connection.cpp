// The life of a connection, as coroutines. Each `co_await` is a statement of its own: inside a
// longer expression (`a && !co_await b()`) g++ 12 was seen to lay out the frame wrongly.
#include "web/http/connection.hpp"

#include <algorithm>
#include <boost/asio/async_result.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstring>
#include <utility>

namespace udb::web {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr auto linger_time = 5s;
constexpr auto linger_time_stopping = 500ms;
/// A body that brings less than this in `body_timeout` is too slow.
constexpr std::size_t progress_bytes = 8UL * 1024;
constexpr std::size_t file_piece_bytes = 64UL * 1024;

} // namespace

void Connection::Buffer::consume(std::size_t count) {
    begin_ += count;
    if (begin_ != end_) return;
    begin_ = end_ = 0;
}

bool Connection::Buffer::make_room() {
    if (!bytes_) bytes_ = std::make_unique_for_overwrite<char[]>(capacity_);
    if (begin_ > 0) {
        std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    return end_ < capacity_;
}

Connection::Connection(Core& core, asio::io_context& io, asio::ip::tcp::socket socket,
                       Welcome welcome)
    : core_(core), io_(io), stream_(std::move(socket)), welcome_(welcome), peer_(stream_.peer()),
      buffer_(core.options.header_bytes_max + 1024) {}

Connection::~Connection() { forget_body(); }

void Connection::start(std::function<void(Connection&)> gone) {
    asio::co_spawn(io_, serve(),
                   [self = shared_from_this(), gone = std::move(gone)](std::exception_ptr const&) {
                       gone(*self);
                   });
}

void Connection::hurry() {
    if (lingering_)
        stream_.expires_after(linger_time_stopping);
    else if (idle_ && !stream_.has_unread())
        stream_.abandon();
}

asio::awaitable<void> Connection::serve() {
    if (welcome_ == Welcome::too_many) {
        open_ = false;
        auto answer = core_.refuse(503, nullptr, peer_);
        co_await send(std::move(answer));
        co_return;
    }
    // Who connects and says nothing has as long as for a header; later there is time to think.
    stream_.expires_after(core_.options.header_timeout);
    while (open_) {
        idle_ = true;
        if (core_.stopping && buffer_.empty() && !stream_.has_unread()) co_return;
        if (buffer_.empty()) {
            buffer_.release();
            auto const there = co_await stream_.readable();
            if (!there) co_return;
        }
        idle_ = false;
        auto exchange = std::make_shared<Exchange>(core_.parser_limits());
        co_await serve_one(exchange);
        stream_.expires_after(core_.options.idle_timeout);
    }
}

asio::awaitable<void> Connection::serve_one(Shared exchange) {
    body_progress_ = 0;
    auto const there = co_await read(exchange);
    if (!there) {
        open_ = false;
    } else if (exchange->refusal != 0) {
        open_ = false;
        // Who is refused for want of room makes some at once for the others.
        forget_body();
        auto refused = core_.refuse(exchange->refusal, exchange.get(), peer_);
        co_await send(std::move(refused));
    } else if (auto answer = core_.answer_without_handler(*exchange)) {
        co_await send(std::move(*answer));
    } else {
        ++core_.metrics.in_flight;
        auto worked = co_await work(exchange);
        --core_.metrics.in_flight;
        co_await send(std::move(worked));
    }
    forget_body();
}

asio::awaitable<bool> Connection::read(Shared exchange) {
    auto& parser = exchange->parser;
    stream_.expires_after(core_.options.header_timeout);
    auto hungry = buffer_.empty();
    while (exchange->refusal == 0 && parser.stage() != Parser::Stage::done) {
        if (hungry) {
            auto const more = co_await read_more(exchange);
            if (!more) co_return exchange->refusal != 0;
        }
        if (exchange->refusal != 0) break;
        auto const in_header = parser.stage() == Parser::Stage::header;
        auto const used = parser.put(buffer_.view());
        buffer_.consume(used);
        hungry = used == 0 || buffer_.empty();
        if (in_header && parser.stage() != Parser::Stage::header
            && parser.stage() != Parser::Stage::refused) {
            core_.receive(*exchange, peer_);
            if (parser.stage() == Parser::Stage::body) {
                auto const told = co_await begin_body(exchange);
                if (!told) co_return false;
            }
        }
        count_body(*exchange);
        if (core_.body_bytes > core_.options.body_bytes_total
            || core_.spool_bytes > core_.options.spool_bytes_total)
            exchange->refusal = 503;
        if (parser.stage() == Parser::Stage::refused) exchange->refusal = parser.status();
    }
    stream_.never_expires();
    co_return true;
}

asio::awaitable<bool> Connection::read_more(Shared exchange) {
    if (!buffer_.make_room()) {
        exchange->refusal = exchange->parser.stage() == Parser::Stage::header ? 431 : 400;
        co_return true;
    }
    auto const count = co_await stream_.read_some(buffer_.free_begin(), buffer_.free_size());
    buffer_.fill(count);
    if (count > 0) co_return true;
    if (stream_.timed_out() && exchange->parser.has_started()) exchange->refusal = 408;
    co_return false;
}

asio::awaitable<bool> Connection::begin_body(Shared exchange) {
    stream_.expires_after(core_.options.body_timeout);
    if (!exchange->parser.wants_continue() || !buffer_.empty()) co_return true;
    auto const sent =
        co_await stream_.write("HTTP/1.1 100 Continue\r\n\r\n", {}, core_.options.write_timeout);
    stream_.expires_after(core_.options.body_timeout);
    co_return sent;
}

void Connection::count_body(Exchange const& exchange) {
    auto const size = exchange.parser.body_bytes();
    auto const in_memory = exchange.parser.request().body.size();
    core_.body_bytes += in_memory - body_counted_;
    body_counted_ = in_memory;
    core_.spool_bytes += size - in_memory - spool_counted_;
    spool_counted_ = size - in_memory;
    if (size < body_progress_ + progress_bytes) return;
    body_progress_ = size;
    stream_.expires_after(core_.options.body_timeout);
}

void Connection::forget_body() {
    core_.body_bytes -= std::exchange(body_counted_, 0);
    core_.spool_bytes -= std::exchange(spool_counted_, 0);
}

asio::awaitable<Answer> Connection::work(Shared exchange) {
    auto answer = std::make_shared<Answer>();
    auto taken = true;
    auto const begin = [this, exchange, answer, &taken](auto handler) {
        auto resume = std::make_shared<decltype(handler)>(std::move(handler));
        auto const back = [this, resume] { asio::post(io_, [resume] { (*resume)(); }); };
        taken = core_.workers->submit([this, exchange, answer, back] {
            *answer = core_.answer(*exchange);
            back();
        });
        if (!taken) back();
    };
    co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(begin,
                                                                         asio::use_awaitable);
    if (!taken) *answer = core_.refuse(503, exchange.get(), peer_);
    co_return std::move(*answer);
}

asio::awaitable<void> Connection::send(Answer answer) {
    auto sent = co_await stream_.write(answer.head, answer.content(), core_.options.write_timeout);
    if (sent && answer.body_file) sent = co_await send_file(answer);
    if (sent && !answer.close) co_return;
    open_ = false;
    if (sent) co_await linger();
}

asio::awaitable<bool> Connection::send_file(Answer const& answer) {
    auto const piece = std::make_unique_for_overwrite<char[]>(file_piece_bytes);
    for (auto at = answer.file_from, end = at + answer.file_bytes; at < end;) {
        auto const most = std::min<std::uint64_t>(end - at, file_piece_bytes);
        auto const count = answer.body_file->read(at, piece.get(), static_cast<std::size_t>(most));
        // The head has told the length: what is missing can only be told by ending.
        if (count == 0) co_return false;
        auto const sent =
            co_await stream_.write({piece.get(), count}, {}, core_.options.write_timeout);
        if (!sent) co_return false;
        at += count;
        // A client on the same machine takes all at once: others have their turn.
        co_await asio::post(io_, asio::use_awaitable);
    }
    co_return true;
}

asio::awaitable<void> Connection::linger() {
    lingering_ = true;
    stream_.end_sending();
    stream_.expires_after(core_.stopping ? linger_time_stopping
                                         : std::chrono::milliseconds{linger_time});
    auto scrap = std::make_unique_for_overwrite<char[]>(core_.options.header_bytes_max);
    for (std::size_t count = 1; count > 0;)
        count = co_await stream_.read_some(scrap.get(), core_.options.header_bytes_max);
}

} // namespace udb::web
