// `udbhabon team check`: a composition file against a mandate.
#pragma once

#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

struct TeamCheck {
    std::string file; ///< `-`: standard input
    std::string mandate;
    std::string tier;
    bool json = false;
    Language language = Language::bn; ///< of what is printed without `json`
};

/// 0 when the team meets every rule, 1 when it does not, when it cannot be told, and when the input
/// is refused (in both languages on `err`). `words` holds kernel and modules/teams.
int run(TeamCheck const& command, Catalogue const& words, std::ostream& out, std::ostream& err);

} // namespace udb::app
