// What a page gives back. The server adds length, date, security headers, compression and
// validators.
#pragma once

#include "web/http/body_file.hpp"
#include "web/http/request.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace udb::web {

/// A cookie is always HttpOnly and SameSite=Lax; over https it is Secure and named `__Host-…`.
struct Cookie {
    std::string name;  ///< without prefix
    std::string value; ///< letters, digits and `-_.~%` only; anything else is a bug
    std::optional<std::chrono::seconds> max_age = {}; ///< none: until the browser closes
    bool secure = false;                              ///< `request.secure`
};

enum class Disposition { shown, saved };

/// An answer of 400 and above with neither body nor Content-Type is given the server's error page.
struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    /// Bytes that outlive the server (linked into the program), sent in place of `body` when set.
    std::string_view lasting_body = {};
    /// Sent in pieces in place of both when set; neither compressed nor held in memory.
    std::shared_ptr<BodyFile const> body_file = {};
    /// Who acted, for the access log; never sent.
    std::string actor = {};

    /// `text/html; charset=utf-8`; the text must be safe HTML already.
    static Response html(std::string page, int status = 200);
    static Response text(std::string text, int status = 200);
    static Response json(std::string json, int status = 200);
    /// 303: after a POST the browser GETs `location`, which must be a path of this site
    /// (`/teams/7`); anything else (`//elsewhere`, `https:…`, line breaks) is a bug.
    static Response redirect(std::string location);
    /// A file to show or to save; `name` may be Bangla (RFC 6266, `filename*`).
    static Response file(std::string bytes, std::string const& content_type, std::string_view name,
                         Disposition disposition = Disposition::saved);
    /// With a version (`set_version`) it may be asked for in parts (RFC 9110 §14).
    static Response file(std::shared_ptr<BodyFile const> body, std::string const& content_type,
                         std::string_view name, Disposition disposition = Disposition::saved);
    static Response not_modified();
    static Response no_content();

    Response& set(std::string name, std::string value);
    Response& set_cookie(Cookie const& cookie);
    /// Deletes the cookie in the browser.
    Response& drop_cookie(std::string name, bool secure);
    /// Names the version of the page: GET with the same `If-None-Match` is answered by 304.
    /// `version` is any short text of visible ASCII without quotes.
    Response& set_version(std::string_view version);
    /// The default of the server is `no-store`.
    Response& set_cache(std::string cache_control);

    /// What is in memory of it: nothing of a `body_file`.
    std::string_view content() const { return lasting_body.data() ? lasting_body : body; }
};

/// `Not Found` for 404: the reason phrase of RFC 9110; empty for a number it does not know.
std::string_view reason(int status);

} // namespace udb::web
