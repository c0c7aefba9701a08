// `udbhabon evidence`: whether every kept file is still what was kept.
#pragma once

#include "app/commands/surroundings.hpp"

namespace udb::app {

/// Hashes every kept file again, and names those that are damaged, missing, or in no record.
/// 0: every file is whole and named; 1: not.
struct EvidenceVerify {
    bool json = false;
};
int run(EvidenceVerify const& options, Database& database, Surroundings const& s);

} // namespace udb::app
