// In which teams an officer sat.
#pragma once

#include "host/module.hpp"

namespace udb::teams {

/// For `Module::contributions`: a line for each time that an officer sat in a seat of a composition
/// in force, by name or by a post held.
std::vector<Contribution> contributions(Db& db, Id<Officer> officer, Date from, Date until);

} // namespace udb::teams
