// What duties tell in a report: how each function of the mandate was met in the year.
#pragma once

#include "host/chapters.hpp"

namespace udb::duties {

std::vector<bangla::Block> tell_duties(Db& db, ChapterAsked const& asked);

} // namespace udb::duties
