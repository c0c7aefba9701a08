// An account: a name to sign in with, whose it is, and the rules of names and passwords.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "kernel/policy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Session;

struct Account {
    std::string username;
    Id<Officer> officer = {}; ///< zero: an account for running the system
    BilingualText name = {};  ///< the officer's, or one of its own
    std::string email = {};   ///< as mail_address_of gives it; empty: none is known
    bool has_password = true; ///< false: invited, and the link has not been used yet
    bool active = true;
    bool demo = false; ///< made by the demo, its password is known to all
};

namespace accounts {

/// As it is stored and compared: lower case, without spaces at its ends.
std::string username_of(std::string_view typed);
/// 3 to 40 of a-z, 0-9 and `. _ -`, beginning with a letter.
Result<std::string> parse_username(std::string_view typed);

/// Proposes a user name for an address: `anis.rahman` for anis.rahman@…; with `number` above 1,
/// `anis.rahman2`.
std::string username_for(std::string_view address, int number);

/// As it is hashed: normalised, so that ড় of either encoding is the same letter.
std::string password_of(std::string_view typed);
inline constexpr int password_letters_min = 10;
/// At least ten letters, at most 1,024 bytes, without the user's name in it (NIST SP 800-63B:
/// length, no rules of composition).
Result<std::string> parse_password(std::string_view typed, std::string_view username);

/// What a browser calls itself, as a person knows it: "Firefox, Windows"; what came before the
/// first space where neither is known.
std::string browser_of(std::string_view user_agent);

} // namespace accounts
} // namespace udb
