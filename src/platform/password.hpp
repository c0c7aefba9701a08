// Passwords, kept as argon2id hashes. Hashing takes 64 MiB and some 70 ms, so only a few at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace udb {

/// At most this many hashes are computed at the same time; others wait their turn.
inline constexpr int password_slots = 3;
/// Longer ones are refused before hashing: `verify` says no, `hash` is a Bug (validate first).
inline constexpr std::size_t password_bytes_max = 1024;

/// The hash to store, with its salt and its costs in it. Throws std::bad_alloc without memory.
std::string hash_password(std::string_view password);

/// Does the password belong to the hash? No for a hash that is none.
bool verify_password(std::string_view password, std::string const& hash);

/// Was the hash made with other costs than today's? Then hash again at the next sign-in.
bool needs_rehash(std::string const& hash);

/// Takes as long as `verify_password` and says no: for names that do not exist.
bool verify_nobody(std::string_view password);

/// How many hashes this process has computed. Two sign-ins that compute as many take as long.
std::uint64_t password_hashes();

} // namespace udb
