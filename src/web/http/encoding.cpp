// gzip by zlib, brotli by its own library.
#include "web/http/encoding.hpp"

#include "base/ensure.hpp"
#include "web/http/decode.hpp"

#include <algorithm>
#include <array>
#include <brotli/encode.h>
#include <limits>
#include <zlib.h>

namespace udb::web {

Accepted parse_accept_encoding(std::string_view field) {
    Accepted accepted;
    auto named_gzip = false;
    auto named_brotli = false;
    auto any = false;
    while (!field.empty()) {
        auto const end = std::min(field.find(','), field.size());
        auto const item = field.substr(0, end);
        field.remove_prefix(std::min(end + 1, field.size()));
        auto const semicolon = std::min(item.find(';'), item.size());
        auto const name = trimmed(item.substr(0, semicolon));
        auto const quality = item.substr(semicolon);
        auto const q = quality.find("q=");
        auto const allowed =
            q == std::string_view::npos
            || quality.substr(q + 2).find_first_of("123456789") != std::string_view::npos;
        if (same_letters(name, "gzip")) {
            named_gzip = true;
            accepted.gzip = allowed;
        } else if (same_letters(name, "br")) {
            named_brotli = true;
            accepted.brotli = allowed;
        } else if (name == "*") {
            any = allowed;
        }
    }
    if (!named_gzip) accepted.gzip = any;
    if (!named_brotli) accepted.brotli = any;
    return accepted;
}

bool is_compressible(std::string_view content_type) {
    auto const type = lower_case(trimmed(content_type.substr(0, content_type.find(';'))));
    static constexpr std::array<std::string_view, 6> others{
        "application/json",          "application/javascript", "application/xml",
        "application/manifest+json", "image/svg+xml",          "application/x-ndjson"};
    return type.starts_with("text/") || std::ranges::find(others, type) != others.end();
}

std::string gzipped(std::string_view bytes, int level) {
    ENSURE(bytes.size() < std::numeric_limits<uInt>::max(), "a body is smaller than 4 GB");
    z_stream stream{};
    constexpr auto gzip_window = 15 + 16;
    ENSURE(deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK,
           "zlib starts");
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    auto const done = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    ENSURE(done == Z_STREAM_END, "zlib ends");
    return out;
}

std::string brotlied(std::string_view bytes, int quality) {
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()) + 16, '\0');
    auto size = out.size();
    auto const done =
        BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<uint8_t const*>(bytes.data()), &size,
                              reinterpret_cast<uint8_t*>(out.data()));
    ENSURE(done == BROTLI_TRUE, "brotli ends");
    out.resize(size);
    return out;
}

} // namespace udb::web
