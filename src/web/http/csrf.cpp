// The token is HMAC-SHA-256 of the session, masked anew each time it is written into a page.
#include "web/http/csrf.hpp"

#include "base/ensure.hpp"
#include "web/http/decode.hpp"

#include <algorithm>
#include <sodium.h>

namespace udb::web {

namespace {

constexpr std::size_t mac_bytes = crypto_auth_hmacsha256_BYTES;
using Mac = std::array<unsigned char, mac_bytes>;

Mac mac_of(CsrfKey const& key, std::string_view session) {
    Mac mac;
    crypto_auth_hmacsha256(mac.data(), reinterpret_cast<unsigned char const*>(session.data()),
                           session.size(), key.data());
    return mac;
}

/// Whether `origin`, `https://host:port`, is the address by which this request reached us.
bool is_own_origin(Request const& request, std::string_view origin) {
    auto const end = origin.find("://");
    if (end == std::string_view::npos || request.host.empty()) return false;
    auto const scheme = origin.substr(0, end);
    if (request.secure ? scheme != "https" : scheme != "http" && scheme != "https") return false;
    return same_letters(origin.substr(end + 3), request.host);
}

} // namespace

CsrfKey random_csrf_key() {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    CsrfKey key;
    randombytes_buf(key.data(), key.size());
    return key;
}

std::string csrf_token(CsrfKey const& key, std::string_view session) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    auto const mac = mac_of(key, session);
    std::array<unsigned char, 2 * mac_bytes> bytes;
    randombytes_buf(bytes.data(), mac_bytes);
    for (std::size_t i = 0; i < mac_bytes; ++i)
        bytes[mac_bytes + i] = static_cast<unsigned char>(bytes[i] ^ mac[i]);
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(2 * mac_bytes, variant)> text;
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    return text.data();
}

bool is_csrf_token(CsrfKey const& key, std::string_view session, std::string_view token) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    std::array<unsigned char, 2 * mac_bytes> bytes;
    std::size_t length = 0;
    if (token.empty()
        || sodium_base642bin(bytes.data(), bytes.size(), token.data(), token.size(), nullptr,
                             &length, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
               != 0
        || length != bytes.size())
        return false;
    Mac given;
    for (std::size_t i = 0; i < mac_bytes; ++i)
        given[i] = static_cast<unsigned char>(bytes[i] ^ bytes[mac_bytes + i]);
    auto const mac = mac_of(key, session);
    return sodium_memcmp(given.data(), mac.data(), mac_bytes) == 0;
}

bool is_from_our_pages(Request const& request) {
    if (auto const site = request.headers.get("Sec-Fetch-Site"))
        return *site == "same-origin" || *site == "none";
    if (auto const origin = request.headers.get("Origin")) return is_own_origin(request, *origin);
    if (auto const referer = request.headers.get("Referer")) {
        auto const scheme = referer->find("://");
        if (scheme == std::string_view::npos) return false;
        return is_own_origin(request,
                             referer->substr(0, referer->find_first_of("/?#", scheme + 3)));
    }
    return true;
}

Done check_csrf(CsrfKey const& key, std::string_view session, Request const& request,
                Form const* form) {
    if (is_safe(request.method)) return {};
    auto const from_form = form ? form->fields.get("csrf") : std::nullopt;
    auto const token = from_form ? *from_form : request.headers.get_or("X-CSRF-Token");
    if (is_from_our_pages(request) && is_csrf_token(key, session, token)) return {};
    return Error{Error::Kind::forbidden, {"http.csrf"}};
}

} // namespace udb::web
