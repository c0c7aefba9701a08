// What plans tell in a report: what was asked of the period, achieved, and scored.
#pragma once

#include "host/chapters.hpp"

namespace udb::plans {

std::vector<bangla::Block> tell_plans(Db& db, ChapterAsked const& asked);
/// For the brief of the coordination meeting (C23 §4(3)): the innovation plan's areas, in one
/// chart.
std::vector<bangla::Block> tell_brief(Db& db, ChapterAsked const& asked);

} // namespace udb::plans
