// Ed25519 signatures: who holds the secret key has said this, and nobody has changed it since.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace udb {

/// Lower-case hexadecimal digits, for files that people carry.
struct SigningKeys {
    std::string secret; ///< 128 digits; whoever has it can sign
    std::string open;   ///< 64 digits; whoever has it can check
};
SigningKeys new_signing_keys();

/// 128 digits; nothing where `secret` is no secret key.
std::optional<std::string> signature_of(std::string_view text, std::string_view secret);

/// False also where key or signature are none.
bool is_signed(std::string_view text, std::string_view signature, std::string_view open_key);

/// The open key that belongs to a secret one; nothing where it is none.
std::optional<std::string> open_key_of(std::string_view secret);

} // namespace udb
