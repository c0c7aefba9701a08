// What an officer contributed, as a certificate: a paper to print, and the blocks of one that the
// office numbers, signs and lets be verified.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/duties/record/record_store.hpp"
#include "modules/papers/papers.hpp"

#include <string>
#include <vector>

namespace udb::duties {

/// "১২ মার্চ ২০২৬", or from a day to a day.
std::string time_of(Contribution const& line, Words const& words);
/// The title, and what there is to add to it.
std::string what_of(Contribution const& line, Words const& words);

/// The certificate's sentence, and how many of each kind with a table of them.
std::vector<papers::PaperBlock> record_blocks(PersonalRecord const& record,
                                              Words const& bangla_words);

/// The same as a paper without number and signature: to look at, to print, to bring along.
bangla::Paper record_paper(PersonalRecord const& record, Words const& bangla_words, Date today);

} // namespace udb::duties
