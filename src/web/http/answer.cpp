// The last step of every answer: what all pages have in common is added here, once.
#include "web/http/answer.hpp"

#include "base/ensure.hpp"
#include "web/http/decode.hpp"
#include "web/http/encoding.hpp"
#include "web/http/range.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace udb::web {

namespace {

using std::string_view;

constexpr std::size_t worth_compressing = 1'024;
constexpr int gzip_level = 4;

/// Nothing from elsewhere, no code in pages, no frames, forms only to ourselves.
constexpr std::array<std::pair<string_view, string_view>, 7> safety{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src "
     "'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
}};

bool is_field_name(string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || c == '-';
    });
}

bool is_field_value(string_view value) {
    return std::ranges::none_of(value, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
}

bool has_body(int status) { return status != 204 && status != 304; }

/// `W/"a", "b"` or `*` against our own, compared weakly (RFC 9110 §13.1.2).
bool names_version(string_view list, string_view own) {
    auto const opaque = [](string_view tag) {
        tag = trimmed(tag);
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        return tag;
    };
    if (trimmed(list) == "*") return true;
    while (!list.empty()) {
        auto const end = std::min(list.find(','), list.size());
        if (opaque(list.substr(0, end)) == opaque(own)) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

bool is_reading(Request const* request) {
    return request && (request->method == Method::get || request->method == Method::head);
}

void drop_body(Response& response) {
    response.body.clear();
    response.lasting_body = {};
    response.body_file.reset();
    for (auto const* name : {"Content-Type", "Content-Encoding", "Content-Disposition"})
        response.headers.remove(name);
}

void vary_by_encoding(Headers& headers) {
    auto const vary = std::string(headers.get_or("Vary"));
    if (vary.find("Accept-Encoding") != std::string::npos) return;
    headers.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
}

void compress(Response& response, Request const* request) {
    auto& headers = response.headers;
    if (response.body_file || headers.has("Content-Encoding")
        || response.content().size() < worth_compressing
        || !is_compressible(headers.get_or("Content-Type")))
        return;
    vary_by_encoding(headers);
    if (!request || !parse_accept_encoding(request->headers.get_or("Accept-Encoding")).gzip) return;
    response.body = gzipped(response.content(), gzip_level);
    response.lasting_body = {};
    headers.set("Content-Encoding", "gzip");
    if (auto const tag = headers.get("ETag"); tag && !tag->starts_with("W/"))
        headers.set("ETag", "W/" + std::string(*tag));
}

/// What of its file is sent: the part that a browser goes on with after a line was cut. Only where
/// the version says that it is the same file.
AskedRange range_of(Response& response, Request const* request) {
    auto const size = response.body_file ? response.body_file->size() : 0;
    auto const tag = response.headers.get("ETag");
    if (!response.body_file || response.status != 200 || !tag) return {.size = size};
    response.headers.set("Accept-Ranges", "bytes");
    if (!request || request->method != Method::get || request->headers.count("Range") != 1)
        return {.size = size};
    if (auto const only_if = request->headers.get("If-Range"); only_if && *only_if != *tag)
        return {.size = size};
    auto const asked = parse_range(request->headers.get_or("Range"), size);
    auto const whole = "/" + std::to_string(size);
    if (asked.kind == AskedRange::Kind::part) {
        response.status = 206;
        response.headers.set("Content-Range", "bytes " + std::to_string(asked.from) + "-"
                                                  + std::to_string(asked.from + asked.size - 1)
                                                  + whole);
    } else if (asked.kind == AskedRange::Kind::nowhere) {
        response.status = 416;
        response.headers.set("Content-Range", "bytes *" + whole);
        drop_body(response);
    }
    return asked;
}

std::string head_of(Response const& response, AskedRange const& range, Request const* request,
                    Sending const& sending) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.reserve(1'024);
    head.append(reason(response.status)).append("\r\n");
    auto const field = [&head](string_view name, string_view value) {
        head.append(name).append(": ").append(value).append("\r\n");
    };
    field("Date", http_date(sending.now));
    for (auto const& [name, value] : response.headers.items()) {
        ENSURE(is_field_name(name) && is_field_value(value), "a header is one line: " + name);
        field(name, value);
    }
    for (auto const& [name, value] : safety)
        if (!response.headers.has(name)) field(name, value);
    if (sending.https) field("Strict-Transport-Security", "max-age=31536000");
    if (request && !request->id.empty()) field("X-Request-Id", request->id);
    if (has_body(response.status))
        field("Content-Length",
              std::to_string(response.body_file ? range.size
                                                : std::uint64_t{response.content().size()}));
    if (sending.close)
        field("Connection", "close");
    else if (sending.old_client)
        field("Connection", "keep-alive");
    return head.append("\r\n");
}

} // namespace

std::string http_date(Instant instant) {
    using namespace std::chrono;
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = floor<std::chrono::days>(instant);
    year_month_day const date{day};
    hh_mm_ss const time{floor<seconds>(instant - day)};
    std::array<char, 64> text{};
    auto const length = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        days[weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

Answer prepared(Response response, Request const* request, Sending const& sending) {
    ENSURE(response.status >= 200 && response.status <= 599, "a status is 200 to 599");
    for (auto const* own : {"Content-Length", "Transfer-Encoding", "Connection", "Date"})
        response.headers.remove(own);
    if (auto const tag = response.headers.get("ETag");
        tag && is_reading(request) && response.status == 200
        && names_version(request->headers.get_or("If-None-Match"), *tag)) {
        if (is_compressible(response.headers.get_or("Content-Type")))
            vary_by_encoding(response.headers);
        response.status = 304;
    }
    if (has_body(response.status))
        compress(response, request);
    else
        drop_body(response);
    auto const range = range_of(response, request);
    Answer answer;
    answer.status = response.status;
    answer.close = sending.close;
    answer.actor = std::move(response.actor);
    answer.head = head_of(response, range, request, sending);
    if (request && request->method == Method::head) return answer;
    answer.body = std::move(response.body);
    answer.lasting_body = response.lasting_body;
    answer.body_file = std::move(response.body_file);
    answer.file_from = range.from;
    answer.file_bytes = range.size;
    return answer;
}

} // namespace udb::web
