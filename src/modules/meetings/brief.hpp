// The brief for the monthly coordination meeting: one page, from figures. Pure: gathered elsewhere.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/meetings/meeting_terms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb::meetings {

struct BriefDecision {
    std::string text = {};
    std::string who = {};
    int days_late = 0;
};

struct BriefMatter {
    std::string what = {};
    std::string state = {}; ///< how it stands; may be empty
};

/// C23 §4(3) and L26 fn 23: what the coordination meeting is told of the team's work. Counts are of
/// the fiscal year so far.
struct Brief {
    std::vector<std::string> head = {}; ///< government, office
    std::string fiscal_year = {};       ///< ২০২৬-২৭
    Date on = {};
    std::int64_t held = 0, missed = 0, called = 0; ///< team meetings
    std::int64_t open = 0, late = 0, done = 0;     ///< their decisions; late ones are open too
    std::vector<BriefDecision> latest = {};        ///< the longest late first; few are printed
    std::vector<bangla::BarChart> told =
        {}; ///< by other modules: the plan's progress; few are printed
    std::vector<BriefMatter> matters = {}; ///< of other modules; few are printed
};

/// In Bangla, on one page.
bangla::Paper paper_of(Brief const& brief, Words const& bangla_words);

} // namespace udb::meetings
