// One-time codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits).
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace udb {

/// 20 random bytes: the secret that the app and we share.
std::string totp_secret();

/// As a person types it into an app: base32 in groups of four.
std::string totp_text(std::string_view secret);

/// `otpauth://totp/…`, what the app reads from the QR code. `issuer` and `account` may be Bangla.
std::string totp_address(std::string_view secret, std::string_view issuer,
                         std::string_view account);

/// The step of 30 seconds that `code` belongs to, looked for in the present one and its two
/// neighbours, for clocks that differ. Nothing for a wrong code, or one of `after` or before it: a
/// code is good once (RFC 6238 §5.2).
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now,
                                      std::int64_t after);

/// The code at a moment, as an app shows it: for tests.
std::string totp_code(std::string_view secret, Instant now);

} // namespace udb
