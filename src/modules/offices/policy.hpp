// Who may do what to offices and posts. The directory is public, as it is on the offices' websites.
#pragma once

#include "kernel/policy.hpp"

namespace udb::offices {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::leader, Act::write, Reach::office},
    {Role::head_of_office, Act::write, Reach::subtree},
    {Role::administrator, Act::write, Reach::any},
};

} // namespace udb::offices
