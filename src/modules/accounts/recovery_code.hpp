// A code that gets its owner in once, without the authenticator app.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace udb::accounts {

inline constexpr int recovery_codes_count = 10;
inline constexpr std::size_t recovery_code_bytes = 10; ///< random: too many to guess or try out

/// `abcd-efgh-jkmn-pqrs`: letters and digits that are not mistaken for one another.
std::string recovery_code(std::span<std::byte const> random);

/// As it is compared: small letters without signs and spaces, o and 0, i, l and 1 the same. Empty
/// for what cannot be one.
std::string recovery_code_of(std::string_view typed);

} // namespace udb::accounts
