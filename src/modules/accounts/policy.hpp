// Who may do what to accounts. Signing in and one's own account need no role.
#pragma once

#include "kernel/policy.hpp"

namespace udb::accounts {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::administrator, Act::administer, Reach::any},
};

} // namespace udb::accounts
