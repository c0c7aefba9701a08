// The demo's reports: last year's sent and published, this year's begun.
#pragma once

#include "host/work.hpp"

namespace udb::reports {

Done tell_demo(Work& work);

} // namespace udb::reports
