// The register of evidence as a paper to print: what there is, when it happened, what it proves,
// and the beginning of each file's hash. Pure.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/evidence/piece.hpp"

#include <string>
#include <vector>

namespace udb::evidence {

/// A line of the register.
struct RegisterLine {
    std::int64_t number = 0; ///< of the piece: its page's
    Kind kind = Kind::file;
    std::string title = {};
    Date on = {};
    Period period = {};
    std::string proves = {};
    std::string sha256 = {}; ///< empty where it has no file
};

/// "২০২৬-২৭, ২য় ত্রৈমাসিক (অক্টোবর–ডিসেম্বর)"
BilingualText period_label(Period const& period);
/// The same of several quarters.
BilingualText period_label(Quarters const& quarters);

/// In Bangla, landscape, the heads of the columns on each page. `what` says of which records or
/// period it is; may be empty.
bangla::Paper register_paper(std::vector<RegisterLine> const& lines, std::string const& office,
                             std::string const& what, Words const& bangla_words, Date today);

} // namespace udb::evidence
