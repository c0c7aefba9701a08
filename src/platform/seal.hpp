// Sealing what must be kept but not read in the database: secrets of second factors, mails with
// links that open accounts.
#pragma once

#include "base/result.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

using SealKey = std::array<unsigned char, 32>;

SealKey random_seal_key();

/// The key of a file: 64 hexadecimal digits, such as `openssl rand -hex 32` writes. Refused:
/// `platform.key_bad` with `{path}`, and what `read_file` refuses.
Result<SealKey> read_seal_key(std::filesystem::path const& path);

/// XChaCha20-Poly1305 with a nonce of its own. `purpose` (`totp:17`) must be the same to open it
/// again, so that a sealed value is of no use in another's place.
std::vector<std::byte> seal(SealKey const& key, std::string_view plain, std::string_view purpose);

/// Nothing for other bytes, another key or another purpose.
std::optional<std::string> unseal(SealKey const& key, std::span<std::byte const> sealed,
                                  std::string_view purpose);

/// The same as text that a cookie may hold.
std::string seal_text(SealKey const& key, std::string_view plain, std::string_view purpose);
std::optional<std::string> unseal_text(SealKey const& key, std::string_view sealed,
                                       std::string_view purpose);

} // namespace udb
