// Who may do what to libraries.
#pragma once

#include "kernel/policy.hpp"

namespace udb::libraries {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::head_of_office, Act::write, Reach::subtree},
};

} // namespace udb::libraries
