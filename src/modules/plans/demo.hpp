// The plans' chapter of the demo.
#pragma once

#include "host/work.hpp"

namespace udb::plans {

/// The ministry's plan of the year that runs, approved by a decision of a coordination meeting (the
/// meetings' chapter comes before), told and submitted so far as quarters are over; one indicator
/// behind; and a draft of a district.
Done tell_demo(Work& work);

} // namespace udb::plans
