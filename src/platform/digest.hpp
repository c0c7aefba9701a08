// Fingerprints of bytes, and comparing secrets without telling by the time it takes.
#pragma once

#include <string>
#include <string_view>

namespace udb {

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// Are both the same? Takes the same time wherever they differ (their lengths are no secret).
bool same_secret(std::string_view one, std::string_view other);

} // namespace udb
