// Which meetings an officer came to, and which decisions he carried out.
#pragma once

#include "host/module.hpp"

namespace udb::meetings {

/// For `Module::contributions`. A decision is carried out by whoever held its post on that day.
std::vector<Contribution> contributions(Db& db, Id<Officer> officer, Date from, Date until);

} // namespace udb::meetings
