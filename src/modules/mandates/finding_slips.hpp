// Slips that scanners and typists leave, known from data/scan_errors.toml: said, never mended
// silently.
#pragma once

#include "modules/mandates/finding.hpp"

#include <span>
#include <string>

namespace udb::mandates {

struct Slip {
    std::string wrong; ///< normalised; a whole word or words
    std::string right;
};

/// All slips of the data file; Bug when the file is not as it should be.
std::span<Slip const> known_slips();

/// Looks for every slip in every text of the order.
void check_slips(Order const& order, Findings& findings);

} // namespace udb::mandates
