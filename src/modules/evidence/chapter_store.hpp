// What evidence tells in a report: the register and the photographs of the period, and what was
// kept for functions of the mandate of which no module keeps records.
#pragma once

#include "host/chapters.hpp"

namespace udb::evidence {

/// The register and the photographs.
std::vector<bangla::Block> tell_register(Db& db, ChapterAsked const& asked);
/// Function by function of the mandate in force, of the chapter's themes.
std::vector<bangla::Block> tell_functions(Db& db, ChapterAsked const& asked);

} // namespace udb::evidence
