// Building answers: types, redirects, files by name, cookies, validators.
#include "web/http/response.hpp"

#include "base/ensure.hpp"
#include "web/http/decode.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace udb::web {

namespace {

Response typed(std::string body, std::string_view type, int status) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", std::string(type));
    response.body = std::move(body);
    return response;
}

/// The name in the letters that every client reads; the real one stands in `filename*`.
std::string ascii_name(std::string_view name) {
    std::string out;
    for (auto const c : name) {
        auto const byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) == 0x80) continue;
        out +=
            byte < 0x20 || byte >= 0x7f || c == '"' || c == '\\' || c == '%' || c == '/' ? '_' : c;
    }
    return out;
}

bool is_cookie_value(std::string_view value) {
    return std::ranges::all_of(value, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || std::string_view("-_.~%").find(c) != std::string_view::npos;
    });
}

} // namespace

std::string_view reason(int status) {
    static constexpr std::array<std::pair<int, std::string_view>, 34> known{{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    }};
    auto const found = std::ranges::find(known, status, &std::pair<int, std::string_view>::first);
    return found == known.end() ? std::string_view{} : found->second;
}

Response Response::html(std::string page, int status) {
    return typed(std::move(page), "text/html; charset=utf-8", status);
}

Response Response::text(std::string text, int status) {
    return typed(std::move(text), "text/plain; charset=utf-8", status);
}

Response Response::json(std::string json, int status) {
    return typed(std::move(json), "application/json", status);
}

Response Response::redirect(std::string location) {
    ENSURE(location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\"),
           "a redirect stays on this site");
    ENSURE(
        std::ranges::none_of(location, [](char c) { return static_cast<unsigned char>(c) < 0x20; }),
        "a redirect is one line");
    Response response;
    response.status = 303;
    response.headers.add("Location", percent_encoded(location, "/?&=#%+:@!$'()*,;[]"));
    return response;
}

Response Response::file(std::string bytes, std::string const& content_type, std::string_view name,
                        Disposition disposition) {
    auto response = typed(std::move(bytes), content_type, 200);
    auto const kind = disposition == Disposition::saved ? "attachment" : "inline";
    response.headers.add("Content-Disposition", std::string(kind) + "; filename=\""
                                                    + ascii_name(name) + "\"; filename*=UTF-8''"
                                                    + percent_encoded(name));
    // What someone uploaded must not act in our name. Browsers show no PDF in a sandbox: their own
    // viewer is an object of the page, and all that is let in.
    bool const pdf = content_type.starts_with("application/pdf");
    if (disposition == Disposition::shown)
        response.headers.add(
            "Content-Security-Policy",
            std::string("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; ")
                + (pdf ? "object-src 'self'" : "img-src 'self' data:; sandbox"));
    return response;
}

Response Response::file(std::shared_ptr<BodyFile const> body, std::string const& content_type,
                        std::string_view name, Disposition disposition) {
    auto response = file(std::string{}, content_type, name, disposition);
    response.body_file = std::move(body);
    return response;
}

Response Response::not_modified() {
    Response response;
    response.status = 304;
    return response;
}

Response Response::no_content() {
    Response response;
    response.status = 204;
    return response;
}

Response& Response::set(std::string name, std::string value) {
    headers.set(std::move(name), std::move(value));
    return *this;
}

Response& Response::set_cookie(Cookie const& cookie) {
    ENSURE(!cookie.name.empty() && is_cookie_value(cookie.name), "a cookie has a plain name");
    ENSURE(is_cookie_value(cookie.value), "a cookie has a plain value");
    std::string line = (cookie.secure ? "__Host-" : "") + cookie.name + "=" + cookie.value;
    line += "; Path=/; HttpOnly; SameSite=Lax";
    if (cookie.secure) line += "; Secure";
    if (cookie.max_age) line += "; Max-Age=" + std::to_string(cookie.max_age->count());
    headers.add("Set-Cookie", std::move(line));
    return *this;
}

Response& Response::drop_cookie(std::string name, bool secure) {
    return set_cookie({std::move(name), "", std::chrono::seconds{0}, secure});
}

Response& Response::set_version(std::string_view version) {
    ENSURE(std::ranges::all_of(version, [](char c) { return c > 0x20 && c < 0x7f && c != '"'; }),
           "a version is visible ASCII");
    if (!headers.has("Cache-Control")) set_cache("private, no-cache");
    return set("ETag", "\"" + std::string(version) + "\"");
}

Response& Response::set_cache(std::string cache_control) {
    return set("Cache-Control", std::move(cache_control));
}

} // namespace udb::web
