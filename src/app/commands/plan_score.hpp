// `udbhabon plan score`: the marks that indicators earn, with the working of each.
#pragma once

#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

struct PlanScoring {
    std::string file; ///< `-`: standard input
    bool json = false;
    Language language = Language::bn; ///< of what is printed without `json`
};

/// 0; 1 when the input is refused (every problem with its path, in both languages on `err`).
/// Reads and prints what modules/plans/score_file.hpp says. `words` holds modules/plans.
int run(PlanScoring const& command, Catalogue const& words, std::istream& in, std::ostream& out,
        std::ostream& err);

} // namespace udb::app
