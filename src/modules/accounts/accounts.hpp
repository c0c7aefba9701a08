// The public face of accounts: whose session this is, and what the program sets and prints.
#pragma once

#include "base/date.hpp"
#include "kernel/policy.hpp"
#include "platform/seal.hpp"
#include "store/database.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace udb::accounts {

struct Configuration {
    std::chrono::seconds session = std::chrono::hours{12}; ///< of quiet, until a session ends
    bool show_demo = false; ///< the demo's names and passwords on the sign-in page
    SealKey seal_key = {};  ///< seals second factors and mails that wait
    bool second_factor_administrators = false; ///< their role rests until they have one
};
/// Once, before the first request.
void configure(Configuration const& configuration);

/// Whose open session has this digest, with the roles granted by hand: one statement. The roles
/// that follow from posts and seats are the modules' to tell (`Module::roles`).
std::optional<Actor> identify(Db& db, std::string_view session_digest, Instant now, Date today);

/// A session in use goes on: every five minutes its end is put off in the database, and the new
/// time to live is given, for the cookie. For ApplicationParts::roll.
std::optional<std::chrono::seconds> roll(Database& database, std::string_view session_digest,
                                         Instant now);

/// The names and passwords of the demo's accounts, a line each, for the terminal.
std::string demo_sign_ins();

} // namespace udb::accounts
