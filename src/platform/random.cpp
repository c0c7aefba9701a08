#include "platform/random.hpp"

#include "base/ensure.hpp"

#include <sodium.h>

namespace udb {

std::vector<std::byte> random_bytes(std::size_t count) {
    ENSURE(sodium_init() >= 0, "libsodium could not start");
    std::vector<std::byte> bytes(count);
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token(std::size_t count) {
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    auto const bytes = random_bytes(count);
    std::string token(sodium_base64_encoded_len(count, variant), '\0');
    sodium_bin2base64(token.data(), token.size(),
                      reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), variant);
    token.pop_back();
    return token;
}

} // namespace udb
