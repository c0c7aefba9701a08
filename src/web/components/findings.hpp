// Doubts about what was read: each says how grave it is, where, and what.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct FindingLine {
    enum class Severity { error, warning, note };
    Severity severity = Severity::note;
    std::string where;    ///< "৩ নম্বর আসন"
    std::string sentence; ///< what is doubtful, and why
    Html action = {};     ///< a link to the field that settles it
};

Html findings(Words const& words, std::vector<FindingLine> const& lines);

} // namespace udb::ui
