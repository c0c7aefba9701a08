// The demo's handovers.
#pragma once

#include "host/work.hpp"

namespace udb::handover {

/// The chapter: two transfers within the ministry, one handed over and acknowledged, one waiting.
/// Nothing where handovers are known already.
Done tell_demo(Work& work);

} // namespace udb::handover
