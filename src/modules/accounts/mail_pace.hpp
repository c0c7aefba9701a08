// When a mail that was not accepted is tried again.
#pragma once

#include <chrono>
#include <optional>

namespace udb::accounts {

/// After so many tries; nothing where it is given up: the ninth would be a day later, and a link
/// of an hour is long dead.
std::optional<std::chrono::seconds> next_mail_try(int tries);

/// A mail that was taken and of which nothing was heard (the program ended) is tried again after
/// this: longer than any handing over takes.
inline constexpr std::chrono::seconds mail_lease{120};

} // namespace udb::accounts
