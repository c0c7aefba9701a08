// Fingerprints of bytes, and comparing secrets without telling by the time it takes.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace udb {

using Sha256 = std::array<std::byte, 32>;

Sha256 sha256(std::string_view bytes);

/// The same of bytes that come one after the other.
class Sha256Stream {
public:
    Sha256Stream();
    void add(std::string_view bytes);
    /// Of all that was added; once.
    std::string hex();

private:
    alignas(8) std::array<std::byte, 104> state_{}; ///< libsodium's
};

/// Two lower-case hexadecimal digits a byte.
std::string hex_of(std::span<std::byte const> bytes);

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// SHA-256 in base64url without padding: the PKCE challenge of a verifier (RFC 7636 §4.2).
std::string sha256_base64url(std::string_view bytes);

/// Are both the same? Takes the same time wherever they differ (their lengths are no secret).
bool same_secret(std::string_view one, std::string_view other);

} // namespace udb
