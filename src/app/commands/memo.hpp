// `udbhabon memo parse`: what a memo number says.
#pragma once

#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

struct MemoParse {
    std::string text;
    bool json = false;
    Language language = Language::bn; ///< of what is printed without `json`
};

/// 0; 2 when `text` is empty (told in both languages on `err`). An older number is no error. JSON:
/// `{raw, scheme:18|22|null, groups:{ministry,agency,place,…}|null, issue, copy:{no,count}|null}`;
/// groups and issue are strings of ASCII digits, what is absent is null. `words` holds bangla/memo.
int run(MemoParse const& command, Catalogue const& words, std::ostream& out, std::ostream& err);

} // namespace udb::app
