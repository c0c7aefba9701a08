// Who may do what to tokens: everybody to one's own. What a token may do is asked of the register.
#pragma once

#include "kernel/policy.hpp"

namespace udb::tokens {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
};

} // namespace udb::tokens
