// Who may do what to mandates and orders: everybody reads, whoever answers for a team accepts.
#pragma once

#include "kernel/policy.hpp"

namespace udb::mandates {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member_secretary, Act::accept, Reach::subtree},
    {Role::leader, Act::accept, Reach::subtree},
    {Role::head_of_office, Act::accept, Reach::subtree},
    {Role::administrator, Act::accept, Reach::any},
};

} // namespace udb::mandates
