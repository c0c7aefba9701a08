// `order render FILE.json -o OUT.pdf`: the order reader's JSON as an official paper.
#pragma once

#include "base/date.hpp"
#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

struct OrderRender {
    std::string file;   ///< `-` is standard input
    std::string output; ///< the PDF; `-` is standard output. Written whole or not at all.
    Instant now = {};   ///< the moment of the file's making where the paper has no date of its own
};

/// 0 when the PDF stands there, 1 when the JSON was refused or a file could not be read or written:
/// the reason, in both languages, goes to `err`. 2 when a file name is missing.
int run(OrderRender const& options, std::istream& in, std::ostream& out, std::ostream& err,
        Catalogue const& words);

} // namespace udb::app
