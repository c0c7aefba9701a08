#include "platform/jose.hpp"

#include <cjose/cjose.h>
#include <cstdint>
#include <memory>

namespace udb {
namespace {

constexpr std::size_t token_bytes_max = std::size_t{64} * 1024;

struct Release {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
};
using Token = std::unique_ptr<cjose_jws_t, Release>;
using Key = std::unique_ptr<cjose_jwk_t, Release>;

Token token_of(std::string_view text) {
    if (text.size() > token_bytes_max) return {};
    cjose_err error{};
    return Token(cjose_jws_import(text.data(), text.size(), &error));
}

TokenHeader header_of(cjose_jws_t* token) {
    auto* const header = cjose_jws_get_protected(token);
    auto const get = [&](char const* name) {
        cjose_err error{};
        char const* const value = cjose_header_get(header, name, &error);
        return std::string(value ? value : "");
    };
    return {.algorithm = get(CJOSE_HDR_ALG), .key = get(CJOSE_HDR_KID)};
}

bool fits(std::string const& algorithm, cjose_jwk_t* key) {
    cjose_err error{};
    auto const kind = cjose_jwk_get_kty(key, &error);
    if (algorithm == "RS256") return kind == CJOSE_JWK_KTY_RSA;
    return algorithm == "ES256" && kind == CJOSE_JWK_KTY_EC
           && cjose_jwk_EC_get_curve(key, &error) == CJOSE_JWK_EC_P_256;
}

} // namespace

std::optional<TokenHeader> token_header(std::string_view token) {
    auto const read = token_of(token);
    if (!read) return {};
    return header_of(read.get());
}

std::optional<std::string> verified_payload(std::string_view token, std::string const& key) {
    cjose_err error{};
    auto const read = token_of(token);
    Key const known(cjose_jwk_import(key.data(), key.size(), &error));
    if (!read || !known || !fits(header_of(read.get()).algorithm, known.get())) return {};
    if (!cjose_jws_verify(read.get(), known.get(), &error)) return {};
    std::uint8_t* payload = nullptr;
    std::size_t size = 0;
    if (!cjose_jws_get_plaintext(read.get(), &payload, &size, &error)) return {};
    return std::string(reinterpret_cast<char const*>(payload), size);
}

} // namespace udb
