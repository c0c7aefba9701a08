// What teams tell in a report: who sat in the office's team, by which orders.
#pragma once

#include "host/chapters.hpp"

namespace udb::teams {

std::vector<bangla::Block> tell_team(Db& db, ChapterAsked const& asked);

} // namespace udb::teams
