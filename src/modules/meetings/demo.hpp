// The demo's meetings.
#pragma once

#include "host/work.hpp"

namespace udb::meetings {

/// The chapter: the ministry's team meetings and monthly coordination meetings of the fiscal year
/// so far, one quarter of the year before missed, and a meeting to come. The coordination meeting
/// of July approves the work plan. Nothing where meetings are known already.
Done tell_demo(Work& work);

} // namespace udb::meetings
