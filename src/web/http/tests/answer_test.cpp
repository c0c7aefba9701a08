// What is added to every answer, and what a page may not do.
#include "base/ensure.hpp"
#include "web/http/answer.hpp"
#include "web/http/assets.hpp"
#include "web/http/encoding.hpp"
#include "web/http/metrics.hpp"
#include "web/http/range.hpp"

#include <brotli/decode.h>
#include <doctest/doctest.h>
#include <zlib.h>

using namespace udb;
using namespace udb::web;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

std::string unzipped(std::string_view bytes) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string out(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

std::string unbrotlied(std::string_view bytes) {
    std::string out(1 << 20, '\0');
    auto size = out.size();
    CHECK(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<uint8_t const*>(bytes.data()),
                                  &size, reinterpret_cast<uint8_t*>(out.data()))
          == BROTLI_DECODER_RESULT_SUCCESS);
    out.resize(size);
    return out;
}

Request reading(Headers headers = {}) {
    Request request;
    request.id = "0123456789abcdef";
    request.headers = std::move(headers);
    return request;
}

bool has_line(Answer const& answer, std::string const& line) {
    return answer.head.find("\r\n" + line + "\r\n") != std::string::npos;
}

std::string const page(5'000, 'x');

} // namespace

TEST_CASE("every answer carries the headers that keep it safe") {
    auto const request = reading();
    auto const answer = prepared(Response::html("<p>"), &request, {});
    CHECK(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
    for (
        auto const* line :
        {"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' "
         "data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri "
         "'none'",
         "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin",
         "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin",
         "Cache-Control: no-store", "Content-Length: 3", "X-Request-Id: 0123456789abcdef",
         "Date: Thu, 01 Jan 1970 00:00:00 GMT"})
        CHECK_MESSAGE(has_line(answer, line), line);
    CHECK(answer.head.find("Strict-Transport-Security") == std::string::npos);
    CHECK(prepared(Response::html(""), &request, {.now = {}, .https = true})
              .head.find("Strict-Transport-Security: max-age=31536000")
          != std::string::npos);
}

TEST_CASE("a page may replace a safety header, once") {
    auto const answer = prepared(Response::html("").set_cache("public"), nullptr, {});
    CHECK(has_line(answer, "Cache-Control: public"));
    CHECK_FALSE(has_line(answer, "Cache-Control: no-store"));
}

TEST_CASE("the date of an answer is written as mail writes it") {
    auto const instant = Instant{sys_days{2026y / January / 26} + 4h + 5min + 6s + 789ms};
    CHECK(http_date(instant) == "Mon, 26 Jan 2026 04:05:06 GMT");
}

TEST_CASE("a header of two lines is a bug, not a second header") {
    for (auto const* value : {"a\r\nSet-Cookie: b=c", "a\nb", "a\x01"}) {
        Response response;
        response.set("X-Thing", value);
        CHECK_THROWS_AS(prepared(response, nullptr, {}), Bug);
    }
    Response named;
    named.set("X Thing", "a");
    CHECK_THROWS_AS(prepared(named, nullptr, {}), Bug);
    Response numbered;
    numbered.status = 99;
    CHECK_THROWS_AS(prepared(numbered, nullptr, {}), Bug);
}

TEST_CASE("a redirect stays on this site") {
    CHECK(Response::redirect("/teams/7?tab=seats#2").headers.get("Location")
          == "/teams/7?tab=seats#2");
    CHECK(Response::redirect("/দল").headers.get("Location") == "/%E0%A6%A6%E0%A6%B2");
    CHECK(Response::redirect("/").status == 303);
    for (auto const* elsewhere : {"", "//evil.example", "/\\evil.example", "https://evil.example",
                                  "teams", "/a\r\nSet-Cookie: a=b"})
        CHECK_THROWS_AS(Response::redirect(elsewhere), Bug);
}

TEST_CASE("a file keeps its Bangla name, and has one for old programs") {
    auto const saved = Response::file("x", "application/pdf", "আদেশ \"1\".pdf");
    CHECK(saved.headers.get("Content-Disposition")
          == "attachment; filename=\"____ _1_.pdf\"; "
             "filename*=UTF-8''%E0%A6%86%E0%A6%A6%E0%A7%87%E0%A6%B6%20%221%22.pdf");
    CHECK_FALSE(saved.headers.has("Content-Security-Policy"));
    auto const shown = Response::file("<svg/>", "image/svg+xml", "a.svg", Disposition::shown);
    CHECK(shown.headers.get_or("Content-Disposition").starts_with("inline;"));
    CHECK(shown.headers.get_or("Content-Security-Policy").ends_with("; sandbox"));
}

TEST_CASE("long text is compressed for those who take it, and says that it differs") {
    auto const request = reading({{"Accept-Encoding", "gzip, br"}});
    auto const answer = prepared(Response::html(page), &request, {});
    CHECK(has_line(answer, "Content-Encoding: gzip"));
    CHECK(has_line(answer, "Vary: Accept-Encoding"));
    CHECK(has_line(answer, "Content-Length: " + std::to_string(answer.body.size())));
    CHECK(answer.body.size() < 200);
    CHECK(unzipped(answer.body) == page);

    auto const plain = reading({{"Accept-Encoding", "gzip;q=0, identity"}});
    auto const kept = prepared(Response::html(page), &plain, {});
    CHECK(kept.body == page);
    CHECK(has_line(kept, "Vary: Accept-Encoding"));
    CHECK(prepared(Response::html("short"), &request, {}).body == "short");
    CHECK(prepared(Response::file(page, "image/png", "a.png"), &request, {}).body == page);
}

TEST_CASE("what a client takes is read with its qualities") {
    struct Case {
        char const* field;
        bool gzip;
        bool brotli;
    };
    for (auto const& [field, gzip, brotli] :
         {Case{"", false, false}, Case{"gzip", true, false},
          Case{"GZIP;q=0.5, br;q=1.0", true, true}, Case{"gzip;q=0", false, false},
          Case{"gzip;q=0.000", false, false}, Case{"*", true, true},
          Case{"*, gzip;q=0", false, true}, Case{"x-gzip", false, false}}) {
        auto const accepted = parse_accept_encoding(field);
        CHECK_MESSAGE(accepted.gzip == gzip, field);
        CHECK_MESSAGE(accepted.brotli == brotli, field);
    }
}

TEST_CASE("a page that the browser has in this version is not sent again") {
    auto const versioned = [](Request const& request) {
        return prepared(Response::html(page).set_version("v7"), &request, {});
    };
    auto const first = versioned(reading());
    CHECK(has_line(first, "ETag: \"v7\""));
    CHECK(has_line(first, "Cache-Control: private, no-cache"));
    CHECK(has_line(versioned(reading({{"Accept-Encoding", "gzip"}})), "ETag: W/\"v7\""));
    for (auto const* field : {"\"v7\"", "W/\"v7\"", "\"v6\", W/\"v7\"", "*"}) {
        CAPTURE(field);
        auto const again = versioned(reading({{"If-None-Match", field}}));
        CHECK(again.status == 304);
        CHECK(again.content().empty());
        CHECK(has_line(again, "ETag: \"v7\""));
        CHECK(again.head.find("Content-Length") == std::string::npos);
        CHECK(again.head.find("\r\nContent-Type") == std::string::npos);
    }
    CHECK(versioned(reading({{"If-None-Match", "\"v6\""}})).status == 200);
    auto posting = reading({{"If-None-Match", "\"v7\""}});
    posting.method = Method::post;
    CHECK(versioned(posting).status == 200);
}

TEST_CASE("HEAD has the head of GET and no body; 204 has no length") {
    auto request = reading();
    request.method = Method::head;
    auto const head = prepared(Response::html(page), &request, {});
    CHECK(has_line(head, "Content-Length: 5000"));
    CHECK(head.content().empty());
    CHECK(prepared(Response::no_content(), &request, {}).head.find("Content-Length")
          == std::string::npos);
}

TEST_CASE("assets are found by their content, for ever, in the smallest form") {
    EmbeddedFile const files[] = {{"site.css", page}, {"icons/a.png", "png"}, {"দল.txt", "x"}};
    Assets const assets(files);
    Router router;
    assets.mount(router);
    auto const ask = [&](std::string const& path, Headers headers) {
        auto match = router.match(Method::get, path);
        REQUIRE(match.route);
        auto request = reading(std::move(headers));
        request.params = match.params;
        return match.route->handler(request);
    };
    auto const& url = assets.url("site.css");
    CHECK(url.starts_with("/assets/"));
    CHECK(url.ends_with("/site.css"));
    auto const plain = ask(url, {});
    CHECK(plain.content() == page);
    CHECK(plain.headers.get("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(plain.headers.get("Content-Type") == "text/css; charset=utf-8");
    CHECK(plain.headers.get("Vary") == "Accept-Encoding");
    auto const brotli = ask(url, {{"Accept-Encoding", "gzip, br"}});
    CHECK(brotli.headers.get("Content-Encoding") == "br");
    CHECK(unbrotlied(brotli.content()) == page);
    auto const gzip = ask(url, {{"Accept-Encoding", "gzip"}});
    CHECK(unzipped(gzip.content()) == page);
    CHECK(gzip.headers.get("ETag") != plain.headers.get("ETag"));
    CHECK(ask(assets.url("icons/a.png"), {{"Accept-Encoding", "br"}}).content() == "png");
    CHECK(ask("/assets/0000000000000000/site.css", {}).headers.get("Location") == url);
    CHECK(ask("/assets/0000000000000000/none.css", {}).status == 404);
    CHECK_THROWS_AS(assets.url("none.css"), Bug);

    EmbeddedFile const changed[] = {{"site.css", "other"}};
    CHECK(Assets(changed).url("site.css") != url);
    EmbeddedFile const twice[] = {{"a.css", "1"}, {"a.css", "2"}};
    CHECK_THROWS_AS(Assets{twice}, Bug);
}

TEST_CASE("counts are written as Prometheus reads them") {
    Metrics metrics;
    metrics.answered("/teams/{id}", 200, 3ms);
    metrics.answered("/teams/{id}", 204, 70ms);
    metrics.answered("/teams/{id}", 500, 20s);
    metrics.rejected(431);
    metrics.failed();
    auto const text = metrics.text();
    for (auto const* line :
         {"# TYPE udb_http_requests_total counter",
          "udb_http_requests_total{route=\"/teams/{id}\",status=\"2xx\"} 2",
          "udb_http_requests_total{route=\"/teams/{id}\",status=\"5xx\"} 1",
          "udb_http_request_seconds_bucket{route=\"/teams/{id}\",le=\"0.001\"} 0",
          "udb_http_request_seconds_bucket{route=\"/teams/{id}\",le=\"0.005\"} 1",
          "udb_http_request_seconds_bucket{route=\"/teams/{id}\",le=\"0.1\"} 2",
          "udb_http_request_seconds_bucket{route=\"/teams/{id}\",le=\"10\"} 2",
          "udb_http_request_seconds_bucket{route=\"/teams/{id}\",le=\"+Inf\"} 3",
          "udb_http_request_seconds_count{route=\"/teams/{id}\"} 3",
          "udb_http_request_seconds_sum{route=\"/teams/{id}\"} 20.073",
          "udb_http_rejected_total{status=\"431\"} 1", "udb_http_failures_total 1",
          "udb_http_in_flight 0"})
        CHECK_MESSAGE(("\n" + text).find(std::string("\n") + line + "\n") != std::string::npos,
                      line);
}

TEST_CASE("a part of a file is what was asked for, and all of it where the question is not clear") {
    using Kind = AskedRange::Kind;
    struct Case {
        std::string_view header;
        Kind kind;
        std::uint64_t from, size;
    };
    for (auto const& [header, kind, from, size] : std::vector<Case>{
             {"bytes=0-9", Kind::part, 0, 10},
             {"bytes=90-", Kind::part, 90, 10},
             {"bytes=90-200", Kind::part, 90, 10},
             {"bytes=99-99", Kind::part, 99, 1},
             {"bytes=100-", Kind::nowhere, 0, 0},
             {"bytes=-10", Kind::part, 90, 10},
             {"bytes=-1000", Kind::part, 0, 100},
             {"bytes=-0", Kind::nowhere, 0, 0},
             {"bytes=9-3", Kind::whole, 0, 100},
             {"bytes=0-3,5-9", Kind::whole, 0, 100},
             {"bytes=", Kind::whole, 0, 100},
             {"bytes=-", Kind::whole, 0, 100},
             {"bytes=1-x", Kind::whole, 0, 100},
             {"lines=0-9", Kind::whole, 0, 100},
             {"bytes=99999999999999999999-", Kind::whole, 0, 100},
             {"bytes=0-99999999999999999999", Kind::whole, 0, 100},
         }) {
        CAPTURE(header);
        auto const asked = parse_range(header, 100);
        CHECK(asked.kind == kind);
        CHECK(asked.from == from);
        CHECK(asked.size == size);
    }
    CHECK(parse_range("bytes=0-", 0).kind == Kind::nowhere);
    CHECK(parse_range("bytes=-5", 0).kind == Kind::nowhere);
}

TEST_CASE("a file with a version is sent in parts; one without, or another, is sent whole") {
    auto const file = std::make_shared<BodyFile>();
    file->write("0123456789");
    auto const answered = [&](std::string_view version, Headers headers) {
        Request request;
        request.headers = std::move(headers);
        auto response = Response::file(file, "application/pdf", "a.pdf");
        if (!version.empty()) response.set_version(version);
        return prepared(std::move(response), &request, {});
    };
    auto const part = answered("v1", {{"Range", "bytes=2-4"}});
    CHECK(part.status == 206);
    CHECK(part.head.find("Content-Range: bytes 2-4/10\r\n") != std::string::npos);
    CHECK(part.head.find("Content-Length: 3\r\n") != std::string::npos);
    CHECK(part.file_from == 2);
    CHECK(part.body_bytes() == 3);
    CHECK(answered("v1", {{"Range", "bytes=2-4"}, {"If-Range", "\"v1\""}}).status == 206);
    CHECK(answered("v1", {{"Range", "bytes=2-4"}, {"If-Range", "\"v0\""}}).status == 200);
    CHECK(answered("", {{"Range", "bytes=2-4"}}).status == 200);
    auto const behind = answered("v1", {{"Range", "bytes=10-"}});
    CHECK(behind.status == 416);
    CHECK(behind.head.find("Content-Range: bytes */10\r\n") != std::string::npos);
    CHECK(behind.body_bytes() == 0);
    CHECK(answered("v1", {{"If-None-Match", "\"v1\""}}).status == 304);
}
