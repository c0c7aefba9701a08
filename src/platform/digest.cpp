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

namespace {

crypto_hash_sha256_state* state_in(std::array<std::byte, 104>& bytes) {
    static_assert(sizeof(crypto_hash_sha256_state) == 104
                  && alignof(crypto_hash_sha256_state) <= 8);
    return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());
}

} // namespace

Sha256Stream::Sha256Stream() { crypto_hash_sha256_init(state_in(state_)); }

void Sha256Stream::add(std::string_view bytes) {
    crypto_hash_sha256_update(state_in(state_),
                              reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
}

std::string Sha256Stream::hex() {
    Sha256 hash{};
    crypto_hash_sha256_final(state_in(state_), reinterpret_cast<unsigned char*>(hash.data()));
    return hex_of(hash);
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
