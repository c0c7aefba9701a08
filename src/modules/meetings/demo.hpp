// The demo's meetings.
#pragma once

#include "host/work.hpp"

namespace udb::meetings {

/// The chapter: the ministry's team meetings of the fiscal year so far, one quarter of the year
/// before missed, and a meeting to come; the monthly coordination meetings of both years. Those of
/// July approve the work plans. Nothing where meetings are known already.
Done tell_demo(Work& work);

} // namespace udb::meetings
