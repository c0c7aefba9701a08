// `order read FILE [--json]`: what a circular or order says, and what is doubtful in it.
#pragma once

#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

struct OrderRead {
    std::string file; ///< `-` is standard input
    bool json = false;
};

/// 0 when the paper was read (with doubts or without), 1 when it was refused: the reason, in both
/// languages, goes to `err`. 2 when there is no file name. Never reads more than the reader's limit
/// and one byte. `words` has the sentences of bangla/text and modules/mandates.
int run(OrderRead const& options, std::istream& in, std::ostream& out, std::ostream& err,
        Catalogue const& words);

} // namespace udb::app
