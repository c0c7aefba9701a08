// Mandates as JSON, for `udbhabon mandate … --json`.
#pragma once

#include "kernel/mandate.hpp"
#include "kernel/words.hpp"

#include <string>
#include <vector>

namespace udb::app {

/// `[{id, kind, known, title, issuer, memo, issued_on, in_force_from, replaces, amends, under,
/// replaced_by}]`.
std::string mandates_json(Mandates const& mandates, Date today);

/// One of those, with `functions: [{no, title, themes, cadence, due, inform, completions,
/// paragraph}]` and `composition: {tier: {paragraph, formed_by, leader, fixed, nominated, quotas,
/// digest}}`.
std::string mandate_json(Mandate const& mandate, Date today);

/// `[{theme, label, state, before, after, notes}]`; facts that differ stand among the notes.
std::string comparison_json(std::vector<ComparedTheme> const& rows, Catalogue const& words);

} // namespace udb::app
