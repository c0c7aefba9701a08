#include "platform/signing.hpp"

#include "base/ensure.hpp"
#include "platform/digest.hpp"

#include <array>
#include <sodium.h>
#include <span>

namespace udb {
namespace {

using Secret = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;
using Open = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

template <std::size_t size>
std::optional<std::array<unsigned char, size>> bytes_of(std::string_view hex) {
    std::array<unsigned char, size> bytes{};
    std::size_t read = 0;
    if (hex.size() != size * 2
        || sodium_hex2bin(bytes.data(), size, hex.data(), hex.size(), nullptr, &read, nullptr) != 0
        || read != size)
        return {};
    return bytes;
}

template <class Bytes>
std::string hex(Bytes const& bytes) {
    return hex_of(std::as_bytes(std::span(bytes)));
}

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

} // namespace

SigningKeys new_signing_keys() {
    ENSURE(sodium_init() >= 0, "libsodium could not start");
    Open open{};
    Secret secret{};
    crypto_sign_keypair(open.data(), secret.data());
    SigningKeys keys{hex(secret), hex(open)};
    sodium_memzero(secret.data(), secret.size());
    return keys;
}

std::optional<std::string> signature_of(std::string_view text, std::string_view secret) {
    auto const key = bytes_of<crypto_sign_SECRETKEYBYTES>(secret);
    if (!key) return {};
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes(text), text.size(), key->data());
    return hex(signature);
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view open_key) {
    auto const key = bytes_of<crypto_sign_PUBLICKEYBYTES>(open_key);
    auto const given = bytes_of<crypto_sign_BYTES>(signature);
    return key && given
           && crypto_sign_verify_detached(given->data(), bytes(text), text.size(), key->data())
                  == 0;
}

std::optional<std::string> open_key_of(std::string_view secret) {
    auto const key = bytes_of<crypto_sign_SECRETKEYBYTES>(secret);
    if (!key) return {};
    Open open{};
    crypto_sign_ed25519_sk_to_pk(open.data(), key->data());
    return hex(open);
}

} // namespace udb
