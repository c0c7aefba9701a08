// Strict incremental reading of one request from bytes. Beast's parser is behind it, and seen by no
// one.
#pragma once

#include "web/http/request.hpp"

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace udb::web {

struct ParserLimits {
    std::size_t header_bytes_max;
    std::size_t header_fields_max;
    std::size_t target_bytes_max;
    /// A longer body goes to a file.
    std::size_t body_memory_max = std::numeric_limits<std::size_t>::max();
};

/// Reads one request; a new parser for the next. When it refuses, nothing more can be read from
/// the connection: where the next request would start is not known.
class Parser {
public:
    enum class Stage { header, body, done, refused };

    explicit Parser(ParserLimits const& limits);
    ~Parser();

    /// Reads from `bytes` and says how many it used up. It stops after the header, so that
    /// `limit_body` can be called in between; call it again with what is left. Zero: it needs more
    /// than there is.
    std::size_t put(std::string_view bytes);

    Stage stage() const;
    /// Of the refusal: 400, 405 (a method we do not know), 413, 414, 431, 503 (no room
    /// for a file), 505.
    int status() const;
    /// Before any byte of the body. A length announced above it refuses at once.
    void limit_body(std::size_t bytes_max);

    /// Filled as far as `stage` says; method, target, headers and the like from `body` on.
    Request& request();
    Request const& request() const;
    std::size_t body_bytes() const;
    bool has_started() const; ///< a byte of the request came
    bool keeps_alive() const; ///< the client wants to go on
    bool is_http_1_0() const;
    bool wants_continue() const; ///< `Expect: 100-continue`

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

} // namespace udb::web
