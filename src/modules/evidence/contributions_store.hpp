// Which evidence an officer kept.
#pragma once

#include "host/module.hpp"

namespace udb::evidence {

/// For `Module::contributions`: the newest versions, by the day on which what they prove happened.
std::vector<Contribution> contributions(Db& db, Id<Officer> officer, Date from, Date until);

} // namespace udb::evidence
