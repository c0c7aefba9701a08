#include "platform/totp.hpp"

#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <liboath/oath.h>
#include <memory>
#include <mutex>
#include <sodium.h>

namespace udb {
namespace {

constexpr unsigned step_seconds = 30;
constexpr unsigned digits = 6;
constexpr std::size_t secret_bytes = 20;

void start() {
    static std::once_flag once;
    std::call_once(once, [] {
        ENSURE(oath_init() == OATH_OK, "liboath starts");
        ENSURE(sodium_init() >= 0, "libsodium starts");
    });
}

std::time_t seconds_of(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

std::string base32(std::string_view bytes) {
    start();
    char* text = nullptr;
    std::size_t length = 0;
    ENSURE(oath_base32_encode(bytes.data(), bytes.size(), &text, &length) == OATH_OK,
           "liboath writes base32");
    std::unique_ptr<char, decltype(&std::free)> const kept(text, &std::free);
    std::string out(text, length);
    out.erase(std::ranges::find(out, '='), out.end());
    return out;
}

std::string percent(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                           || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
        if (plain)
            out += c;
        else
            (out += '%').append({hex[byte >> 4U], hex[byte & 15U]});
    }
    return out;
}

} // namespace

std::string totp_secret() {
    start();
    std::string secret(secret_bytes, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::string totp_text(std::string_view secret) {
    std::string out;
    for (char const c : base32(secret)) {
        if (out.size() % 5 == 4) out += ' ';
        out += c;
    }
    return out;
}

std::string totp_address(std::string_view secret, std::string_view issuer,
                         std::string_view account) {
    return "otpauth://totp/" + percent(issuer) + ":" + percent(account)
           + "?secret=" + base32(secret) + "&issuer=" + percent(issuer);
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now,
                                      std::int64_t after) {
    start();
    bool const shaped = code.size() == digits
                        && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
    if (!shaped) return {};
    std::uint64_t step = 0;
    int position = 0;
    if (oath_totp_validate3(secret.data(), secret.size(), seconds_of(now), step_seconds, 0, 1,
                            &position, &step, std::string(code).c_str())
        < 0)
        return {};
    auto const found = static_cast<std::int64_t>(step);
    if (found <= after) return {};
    return found;
}

std::string totp_code(std::string_view secret, Instant now) {
    start();
    std::array<char, digits + 1> code{};
    ENSURE(oath_totp_generate(secret.data(), secret.size(), seconds_of(now), step_seconds, 0,
                              digits, code.data())
               == OATH_OK,
           "liboath makes a code");
    return code.data();
}

} // namespace udb
