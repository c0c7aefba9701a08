// What the journal tells of an officer's own work: papers, minutes, plans, reports.
#pragma once

#include "host/module.hpp"
#include "store/database.hpp"

#include <vector>

namespace udb::duties {

/// Of each record and each kind of act one line, from the first day to the last on which the
/// officer's account did it within those days; the newest last day first, group by group.
std::vector<Contribution> acts_of(Db& db, Id<Officer> officer, Date from, Date until);

} // namespace udb::duties
