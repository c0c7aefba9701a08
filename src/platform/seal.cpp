#include "platform/seal.hpp"

#include "base/ensure.hpp"
#include "platform/files.hpp"

#include <sodium.h>

namespace udb {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t mark_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

unsigned char const* bytes_of(void const* at) { return static_cast<unsigned char const*>(at); }
unsigned char* bytes_of(void* at) { return static_cast<unsigned char*>(at); }

} // namespace

SealKey random_seal_key() {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    SealKey key;
    randombytes_buf(key.data(), key.size());
    return key;
}

Result<SealKey> read_seal_key(std::filesystem::path const& path) {
    auto const text = TRY(read_file(path, 4096));
    SealKey key;
    std::size_t length = 0;
    char const* end = nullptr;
    if (sodium_hex2bin(key.data(), key.size(), text.data(), text.size(), " \r\n", &length, &end)
            != 0
        || length != key.size() || end != text.data() + text.size())
        return refused({"platform.key_bad", {{"path", path.string()}}});
    return key;
}

std::vector<std::byte> seal(SealKey const& key, std::string_view plain, std::string_view purpose) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    std::vector<std::byte> out(nonce_bytes + plain.size() + mark_bytes);
    randombytes_buf(out.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes_of(out.data() + nonce_bytes), nullptr, bytes_of(plain.data()), plain.size(),
        bytes_of(purpose.data()), purpose.size(), nullptr, bytes_of(out.data()), key.data());
    return out;
}

std::optional<std::string> unseal(SealKey const& key, std::span<std::byte const> sealed,
                                  std::string_view purpose) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    if (sealed.size() < nonce_bytes + mark_bytes) return {};
    std::string out(sealed.size() - nonce_bytes - mark_bytes, '\0');
    auto const inner = sealed.subspan(nonce_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes_of(out.data()), nullptr, nullptr, bytes_of(inner.data()), inner.size(),
            bytes_of(purpose.data()), purpose.size(), bytes_of(sealed.data()), key.data())
        != 0)
        return {};
    return out;
}

std::string seal_text(SealKey const& key, std::string_view plain, std::string_view purpose) {
    auto const sealed = seal(key, plain, purpose);
    std::string text(sodium_base64_encoded_len(sealed.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(sealed.data()), sealed.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> unseal_text(SealKey const& key, std::string_view sealed,
                                       std::string_view purpose) {
    std::vector<std::byte> bytes(sealed.size());
    std::size_t length = 0;
    if (sealed.empty()
        || sodium_base642bin(bytes_of(bytes.data()), bytes.size(), sealed.data(), sealed.size(),
                             nullptr, &length, nullptr, variant)
               != 0)
        return {};
    return unseal(key, std::span(bytes).first(length), purpose);
}

} // namespace udb
