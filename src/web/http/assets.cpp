// Assets: hashed and compressed once, when the program starts.
#include "web/http/assets.hpp"

#include "base/ensure.hpp"
#include "web/http/decode.hpp"
#include "web/http/encoding.hpp"

#include <array>
#include <sodium.h>
#include <utility>

namespace udb::web {

namespace {

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr int brotli_quality = 9;
constexpr int gzip_level = 9;

std::string content_hash(std::string_view bytes) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    std::array<unsigned char, crypto_generichash_BYTES_MIN> digest;
    crypto_generichash(digest.data(), digest.size(),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::array<char, 2 * 8 + 1> text;
    sodium_bin2hex(text.data(), text.size(), digest.data(), 8);
    return text.data();
}

} // namespace

std::string_view content_type_of(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 19> types{{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
        {".txt", "text/plain; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff", "font/woff"},
        {".woff2", "font/woff2"},
        {".ttf", "font/ttf"},
        {".pdf", "application/pdf"},
        {".xml", "application/xml"},
    }};
    for (auto const& [end, type] : types)
        if (name.ends_with(end)) return type;
    return "application/octet-stream";
}

struct Assets::File {
    std::string_view bytes;
    std::string_view type;
    std::string hash;
    std::string url;
    std::string brotli; ///< empty where it would not be smaller
    std::string gzip;
};

Assets::Assets(std::span<EmbeddedFile const> files) {
    for (auto const& [name, bytes] : files) {
        auto file = std::make_unique<File>();
        file->bytes = bytes;
        file->type = content_type_of(name);
        file->hash = content_hash(bytes);
        file->url = "/assets/" + file->hash + "/" + percent_encoded(name, "/");
        if (is_compressible(file->type)) {
            file->brotli = brotlied(bytes, brotli_quality);
            file->gzip = gzipped(bytes, gzip_level);
            if (file->brotli.size() >= bytes.size()) file->brotli.clear();
            if (file->gzip.size() >= bytes.size()) file->gzip.clear();
        }
        auto const added = files_.emplace(std::string(name), std::move(file)).second;
        ENSURE(added, "an asset has its name alone: " + std::string(name));
    }
}

Assets::~Assets() = default;
Assets::Assets(Assets&&) noexcept = default;
Assets& Assets::operator=(Assets&&) noexcept = default;

std::string const& Assets::url(std::string_view name) const {
    auto const found = files_.find(name);
    ENSURE(found != files_.end(), "there is an asset of that name: " + std::string(name));
    return found->second->url;
}

void Assets::mount(Router& router) const {
    router.get("/assets/{hash}/{name...}",
               [this](Request const& request) { return answer(request); });
}

Response Assets::answer(Request const& request) const {
    Response response;
    auto const found = files_.find(request.param("name"));
    if (found == files_.end()) {
        response.status = 404;
        return response;
    }
    auto const& file = *found->second;
    // A page of the program before this one still asks for the old address.
    if (request.param("hash") != file.hash) return Response::redirect(file.url);
    response.set("Content-Type", std::string(file.type)).set_cache(std::string(for_ever));
    response.lasting_body = file.bytes;
    auto tag = file.hash;
    if (!file.brotli.empty() || !file.gzip.empty()) {
        response.set("Vary", "Accept-Encoding");
        auto const accepted = parse_accept_encoding(request.headers.get_or("Accept-Encoding"));
        if (accepted.brotli && !file.brotli.empty()) {
            response.lasting_body = file.brotli;
            response.set("Content-Encoding", "br");
            tag += "-br";
        } else if (accepted.gzip && !file.gzip.empty()) {
            response.lasting_body = file.gzip;
            response.set("Content-Encoding", "gzip");
            tag += "-gzip";
        }
    }
    return std::move(response.set_version(tag));
}

} // namespace udb::web
