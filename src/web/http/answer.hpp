// From a Response to the bytes on the wire: security headers, validators, compression, length.
#pragma once

#include "web/http/response.hpp"

#include <string>
#include <string_view>

namespace udb::web {

struct Answer {
    std::string head; ///< status line and fields, with the empty line
    std::string body; ///< empty for HEAD, 204, 304
    std::string_view lasting_body;
    std::shared_ptr<BodyFile const> body_file; ///< sent behind the head in place of `content`:
    std::uint64_t file_from = 0;               ///< from here …
    std::uint64_t file_bytes = 0;              ///< … so much
    int status = 0;
    bool close = false;
    std::string actor;

    /// What is in memory of the body.
    std::string_view content() const { return lasting_body.data() ? lasting_body : body; }
    std::uint64_t body_bytes() const { return body_file ? file_bytes : content().size(); }
};

struct Sending {
    Instant now;
    bool https = false;      ///< say so to the browser for the next year (HSTS)
    bool close = false;      ///< the connection ends after this
    bool old_client = false; ///< HTTP/1.0, which must be told that the connection stays
};

/// `request` is null where none could be read. A header that is not one line, or a status that is
/// none, is a bug of the page.
Answer prepared(Response response, Request const* request, Sending const& sending);

/// `Sun, 22 Nov 2026 16:00:00 GMT` (RFC 9110 §5.6.7).
std::string http_date(Instant instant);

} // namespace udb::web
