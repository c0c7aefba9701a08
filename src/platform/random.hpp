// Bytes nobody can guess.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace udb {

std::vector<std::byte> random_bytes(std::size_t count);

/// `count` random bytes as base64url without padding: for cookies, links and request ids.
/// 32 bytes give 43 characters.
std::string random_token(std::size_t count = 32);

} // namespace udb
