// The demo's accounts.
#pragma once

#include "host/work.hpp"

namespace udb::accounts {

/// The chapter: accounts for officers of the people's chapter, and an administrator. Those that are
/// there already are left as they are.
Done tell_demo(Work& work);

} // namespace udb::accounts
