#include "platform/jose.hpp"

#include <algorithm>
#include <array>
#include <cjose/cjose.h>
#include <cstdint>
#include <jansson.h>
#include <memory>

namespace udb {
namespace {

constexpr std::size_t token_bytes_max = std::size_t{64} * 1024;

struct Release {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
    void operator()(json_t* json) const { json_decref(json); }
};
using Token = std::unique_ptr<cjose_jws_t, Release>;
using Key = std::unique_ptr<cjose_jwk_t, Release>;
using Json = std::unique_ptr<json_t, Release>;

/// libcjose ends the program where something else stands in place of base64url.
bool is_base64url(std::string_view text) {
    return text.size() % 4 != 1 && std::ranges::all_of(text, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                      || c == '-' || c == '_';
           });
}

Token token_of(std::string_view text) {
    auto const first = text.find('.');
    auto const last = text.rfind('.');
    if (text.size() > token_bytes_max || first == last || !is_base64url(text.substr(0, first))
        || !is_base64url(text.substr(first + 1, last - first - 1))
        || !is_base64url(text.substr(last + 1)))
        return {};
    cjose_err error{};
    return Token(cjose_jws_import(text.data(), text.size(), &error));
}

/// Takes the public half alone, so that nothing else of it is looked at.
Key key_of(std::string const& text) {
    Json const given(json_loadb(text.data(), text.size(), 0, nullptr));
    Json const half(json_object());
    auto const take = [&](char const* name) -> std::optional<std::string_view> {
        auto* const value = json_object_get(given.get(), name);
        auto const* const string = json_string_value(value);
        if (!string || json_object_set(half.get(), name, value) != 0) return {};
        return std::string_view{string, json_string_length(value)};
    };
    bool const rsa = take("kty") == "RSA";
    if (!rsa && !take("crv")) return {};
    for (auto const* name : rsa ? std::array{"n", "e"} : std::array{"x", "y"})
        if (auto const number = take(name); !number || !is_base64url(*number)) return {};
    cjose_err error{};
    return Key(cjose_jwk_import_json(half.get(), &error));
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
    auto const known = key_of(key);
    if (!read || !known || !fits(header_of(read.get()).algorithm, known.get())) return {};
    if (!cjose_jws_verify(read.get(), known.get(), &error)) return {};
    std::uint8_t* payload = nullptr;
    std::size_t size = 0;
    if (!cjose_jws_get_plaintext(read.get(), &payload, &size, &error)) return {};
    return std::string(reinterpret_cast<char const*>(payload), size);
}

} // namespace udb
