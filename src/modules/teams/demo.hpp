// The demo's teams.
#pragma once

#include "host/work.hpp"

namespace udb::teams {

/// The chapter: the ministry's team from its accepted order, a directorate's, the district's and
/// the upazila's under C23. Nothing where teams are known already.
Done tell_demo(Work& work);

} // namespace udb::teams
