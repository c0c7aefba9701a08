// The public face of duties: the rounds that are done beside the requests. What an office owes is
// asked of `office/office_year_store.hpp`.
#pragma once

#include "host/application.hpp"

#include <functional>

namespace udb::duties {

/// Puts this week's letter into the outbox for everybody who has an address, wants it, and has
/// something to be told; gives how many. Nobody is written to where mail is not set up.
int write_letters(Application const& application, std::function<bool()> const& stopped);

/// Tells the heads of offices what is late by so many days (`data/escalation.toml`): leaves
/// `duty.told` once for each thing, in the office's journal; gives how many.
int tell_heads(Application const& application, std::function<bool()> const& stopped);

} // namespace udb::duties
