// What plans tell in a report: what was asked of the period, achieved, and scored.
#pragma once

#include "host/chapters.hpp"

namespace udb::plans {

std::vector<bangla::Block> tell_plans(Db& db, ChapterAsked const& asked);

} // namespace udb::plans
