// Statements of meetings that the module keeps to itself.
#pragma once

#include "modules/meetings/meetings.hpp"

namespace udb::meetings {

/// A column that holds an ISO date or nothing.
std::optional<Date> date_in(Row const& row, int column);

} // namespace udb::meetings
