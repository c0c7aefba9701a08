// Beast's basic_parser does the grammar of RFC 9112; what it lets through and we do not stands
// here.
#include "web/http/parser.hpp"

#include "web/http/decode.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <system_error>
#include <utility>

namespace udb::web {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 255 && std::ranges::all_of(host, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || std::string_view("-._:[]").find(c) != std::string_view::npos;
    });
}

} // namespace

class Parser::Reader final : public http::basic_parser<true> {
public:
    explicit Reader(ParserLimits const& limits) : limits_(limits) {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes_max));
        body_limit(boost::none);
        eager(false);
    }

    std::size_t read(std::string_view bytes) {
        started_ = started_ || !bytes.empty();
        // Beast asserts that of a last chunk whose beginning it has seen there are five bytes; the
        // shortest, and whatever stands before it, has no fewer behind its first.
        if (is_header_done() && chunked() && bytes.size() < 5 && bytes.starts_with('0')) return 0;
        error_code failed;
        auto const in_header = !is_header_done();
        auto const used = put(boost::asio::const_buffer(bytes.data(), bytes.size()), failed);
        if (in_header) {
            header_bytes_ += used;
            auto const pending = is_header_done() ? 0 : bytes.size() - used;
            if (header_bytes_ + pending > limits_.header_bytes_max) refuse(too_long());
        }
        if (failed && failed != http::error::need_more && status_ == 0)
            refuse(failed == http::error::header_limit  ? too_long()
                   : failed == http::error::bad_version ? bad_version(bytes)
                                                        : 400);
        return used;
    }

    void limit_body(std::size_t bytes_max) {
        body_bytes_max_ = bytes_max;
        if (auto const length = content_length(); length && *length > bytes_max) refuse(413);
    }

    Stage stage() const {
        if (status_ != 0) return Stage::refused;
        if (is_done()) return Stage::done;
        return is_header_done() ? Stage::body : Stage::header;
    }

    Request request;
    std::size_t body_bytes_ = 0;
    int status_ = 0;
    bool started_ = false;
    bool http_1_0_ = false;
    bool wants_continue_ = false;

private:
    void refuse(int status) {
        if (status_ == 0) status_ = status;
    }

    int too_long() const { return has_start_line_ ? 431 : 414; }

    /// `HTTP/2.0` is another version; anything else in its place is damage.
    static int bad_version(std::string_view bytes) {
        auto const line = bytes.substr(0, bytes.find("\r\n"));
        auto const version = line.substr(std::min(line.rfind(' '), line.size()));
        auto const other = version.size() == 9 && version.starts_with(" HTTP/") && version[7] == '.'
                           && version[6] != '1' && version[6] >= '0' && version[6] <= '9';
        return other ? 505 : 400;
    }

    /// Tells Beast to stop, and us why.
    void stop(int status, error_code& failed) {
        refuse(status);
        failed = http::error::bad_value;
    }

    void on_request_impl(http::verb, beast::string_view method, beast::string_view target,
                         int version, error_code& failed) override {
        has_start_line_ = true;
        http_1_0_ = version == 10;
        if (target.size() > limits_.target_bytes_max) return stop(414, failed);
        auto parsed = web::parse_target(view(target));
        if (!parsed) return stop(400, failed);
        request.target = view(target);
        request.path = std::move(parsed->path);
        request.query = std::move(parsed->query);
        authority_ = std::move(parsed->authority);
        auto const known = web::parse_method(view(method));
        if (known)
            request.method = *known;
        else
            unknown_method_ = true;
    }

    void on_field_impl(http::field, beast::string_view name, beast::string_view value,
                       error_code& failed) override {
        // Fields after a chunked body could claim what the header did not: read, not kept.
        if (is_header_done()) return;
        if (request.headers.items().size() == limits_.header_fields_max) return stop(431, failed);
        request.headers.add(std::string(view(name)), std::string(view(value)));
    }

    void on_header_impl(error_code& failed) override {
        auto const& headers = request.headers;
        auto const lengths = headers.count("Content-Length");
        auto const length = headers.get_or("Content-Length");
        auto const encodings = headers.count("Transfer-Encoding");
        auto const digits =
            std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; });
        // RFC 9112 §6.3: whoever reads these in another way than we do sees other requests.
        if (lengths > 1 || !digits || encodings > 1 || (lengths > 0 && encodings > 0)
            || (encodings > 0
                && (http_1_0_ || !same_letters(headers.get_or("Transfer-Encoding"), "chunked"))))
            return stop(400, failed);
        // RFC 9112 §3.2: one Host, and a right one; HTTP/1.0 may do without.
        auto const hosts = headers.count("Host");
        if (hosts > 1 || (hosts == 0 && !http_1_0_)) return stop(400, failed);
        request.host = authority_.empty() ? std::string(headers.get_or("Host")) : authority_;
        if ((hosts > 0 && !is_host(headers.get_or("Host")))
            || (!request.host.empty() && !is_host(request.host)))
            return stop(400, failed);
        if (unknown_method_) return stop(405, failed);
        for (auto const& [name, value] : headers.items())
            if (same_letters(name, "Cookie")) parse_cookies(value, request.cookies);
        wants_continue_ = !http_1_0_ && same_letters(headers.get_or("Expect"), "100-continue");
    }

    void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}

    std::size_t on_body_impl(beast::string_view bytes, error_code& failed) override {
        take(view(bytes), failed);
        return bytes.size();
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, error_code& failed) override {
        if (size > body_bytes_max_ - body_bytes_) stop(413, failed);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes,
                                   error_code& failed) override {
        take(view(bytes), failed);
        return bytes.size();
    }

    void on_finish_impl(error_code&) override {}
    void on_response_impl(int, beast::string_view, int, error_code&) override {}

    /// Keeps a piece of the body: in memory while it is short, else in a file.
    void take(std::string_view bytes, error_code& failed) {
        body_bytes_ += bytes.size();
        if (!spool_ && body_bytes_ <= limits_.body_memory_max) {
            request.body.append(bytes);
            return;
        }
        try {
            if (!spool_) {
                spool_ = std::make_shared<BodyFile>();
                spool_->write(std::exchange(request.body, {}));
                request.spooled = spool_;
            }
            spool_->write(bytes);
        } catch (std::system_error const&) {
            stop(503, failed);
        }
    }

    ParserLimits limits_;
    std::shared_ptr<BodyFile> spool_;
    std::string authority_;
    std::size_t header_bytes_ = 0;
    std::size_t body_bytes_max_ = 0;
    bool has_start_line_ = false;
    bool unknown_method_ = false;
};

Parser::Parser(ParserLimits const& limits) : reader_(std::make_unique<Reader>(limits)) {}
Parser::~Parser() = default;

std::size_t Parser::put(std::string_view bytes) { return reader_->read(bytes); }
Parser::Stage Parser::stage() const { return reader_->stage(); }
int Parser::status() const { return reader_->status_; }
void Parser::limit_body(std::size_t bytes_max) { reader_->limit_body(bytes_max); }
Request& Parser::request() { return reader_->request; }
Request const& Parser::request() const { return reader_->request; }
std::size_t Parser::body_bytes() const { return reader_->body_bytes_; }
bool Parser::has_started() const { return reader_->started_; }
bool Parser::keeps_alive() const { return reader_->keep_alive(); }
bool Parser::is_http_1_0() const { return reader_->http_1_0_; }
bool Parser::wants_continue() const { return reader_->wants_continue_; }

} // namespace udb::web
