// `udbhabon mandate list`, `mandate show ID` and `mandate compare A B`: the circulars as data.
#pragma once

#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

struct MandateList {
    bool json = false;
    Language language = Language::bn;
};
struct MandateShow {
    std::string id;
    bool json = false;
    Language language = Language::bn;
};
/// The older of the two comes first, in whatever order they are named.
struct MandateCompare {
    std::string before;
    std::string after;
    bool json = false;
    Language language = Language::bn;
};

/// 0, or 1 when there is no such mandate or nothing can be compared (in both languages on `err`).
/// Without `json` the text is in `language`; `today` tells which mandates have been replaced.
int run(MandateList const& command, Catalogue const& words, Date today, std::ostream& out);
int run(MandateShow const& command, Catalogue const& words, Date today, std::ostream& out,
        std::ostream& err);
int run(MandateCompare const& command, Catalogue const& words, std::ostream& out,
        std::ostream& err);

} // namespace udb::app
