// The pages of evidence, and what pages of other modules show of it.
#pragma once

#include "host/call.hpp"
#include "host/records.hpp"
#include "web/html/html.hpp"

#include <span>

namespace udb::evidence {

/// The evidence linked to these records as a list (kind, title, date, period, what it proves), the
/// newest versions; with "add evidence for this" where the reader may enter some. Empty for a
/// reader who may read no evidence at all. One statement.
Html listed(Call const& call, std::span<Id<Record> const> records);
Html listed(Call const& call, Id<Record> record);

} // namespace udb::evidence
