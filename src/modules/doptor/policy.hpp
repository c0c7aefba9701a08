// Who may take the national directory into the books: whoever may write everywhere.
#pragma once

#include "kernel/policy.hpp"

namespace udb::doptor {

inline constexpr Grant policy[] = {
    {Role::administrator, Act::read, Reach::any},
    {Role::administrator, Act::write, Reach::any},
};

} // namespace udb::doptor
