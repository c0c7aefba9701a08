// When a mail that was not accepted is tried again.
#pragma once

#include <chrono>
#include <optional>

namespace udb::accounts {

/// How long a mail is tried: a link that sets a password is dead after an hour; what is said in a
/// record's history outlives a mail server's long weekend (RFC 5321 §4.5.4.1: four to five days).
enum class Patience { a_day, days };

/// After so many tries; nothing where it is given up.
std::optional<std::chrono::seconds> next_mail_try(int tries, Patience patience);

} // namespace udb::accounts
