// Session secrets: making, hashing, finding them in a request, handing them out.
#include "web/http/session.hpp"

#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace udb::web {

namespace {

constexpr std::size_t secret_bytes = 32;
constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t secret_letters = sodium_base64_ENCODED_LEN(secret_bytes, variant) - 1;

} // namespace

std::string random_session() {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    std::array<unsigned char, secret_bytes> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, secret_letters + 1> text;
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    return text.data();
}

std::string session_digest(std::string_view session) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    std::array<unsigned char, crypto_generichash_BYTES> digest;
    crypto_generichash(digest.data(), digest.size(),
                       reinterpret_cast<unsigned char const*>(session.data()), session.size(),
                       nullptr, 0);
    std::array<char, 2 * crypto_generichash_BYTES + 1> text;
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

std::optional<std::string_view> session_of(Request const& request) {
    auto const value = request.cookie(session_cookie);
    if (!value || value->size() != secret_letters) return {};
    auto const plain = std::ranges::all_of(*value, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || c == '-' || c == '_';
    });
    return plain ? value : std::nullopt;
}

void open_session(Response& response, Request const& request, std::string_view session,
                  std::chrono::seconds max_age) {
    response.set_cookie(
        {std::string(session_cookie), std::string(session), max_age, request.secure});
}

void close_session(Response& response, Request const& request) {
    response.drop_cookie(std::string(session_cookie), request.secure);
}

} // namespace udb::web
