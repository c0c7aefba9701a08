// What meetings tell in a report: meetings held and missed, decisions and how far they are, who
// came.
#pragma once

#include "host/chapters.hpp"

namespace udb::meetings {

std::vector<bangla::Block> tell_meetings(Db& db, ChapterAsked const& asked);
std::vector<bangla::Block> tell_attendance(Db& db, ChapterAsked const& asked);

} // namespace udb::meetings
