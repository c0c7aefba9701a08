#include "platform/digest.hpp"

#include "base/ensure.hpp"

#include <array>
#include <sodium.h>

namespace udb {

Sha256 sha256(std::string_view bytes) {
    static_assert(std::tuple_size_v<Sha256> == crypto_hash_sha256_BYTES);
    Sha256 hash{};
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    return hash;
}

std::string hex_of(std::span<std::byte const> bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                   bytes.size());
    hex.pop_back();
    return hex;
}

std::string sha256_hex(std::string_view bytes) { return hex_of(sha256(bytes)); }

std::string sha256_base64url(std::string_view bytes) {
    auto const hash = sha256(bytes);
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, variant)> text{};
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(hash.data()),
                      hash.size(), variant);
    return text.data();
}

bool same_secret(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace udb
