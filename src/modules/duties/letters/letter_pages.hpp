// The weekly letter, and the pages by which somebody chooses or stops it.
#pragma once

#include "kernel/words.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/duties/mine/mine_store.hpp"

#include <optional>

namespace udb::duties {

inline constexpr std::string_view letter_kind = "duties";

/// Bangla first, then English: what is late, what comes, and how to stop the letters; nothing where
/// nothing is owed. It holds no secret but the one that stops it, and its address is the caller's.
std::optional<accounts::MailOut> letter_of(Catalogue const& catalogue, Mine const& mine,
                                           Actor const& actor, Date today);

} // namespace udb::duties
