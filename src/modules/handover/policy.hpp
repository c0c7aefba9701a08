// Who may see handovers: who hands over, who takes over (the pages ask for that), and whoever may
// move officers there.
#pragma once

#include "kernel/policy.hpp"

namespace udb::handover {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::own},
    {Role::member_secretary, Act::transfer, Reach::office},
    {Role::leader, Act::transfer, Reach::office},
    {Role::head_of_office, Act::transfer, Reach::subtree},
    {Role::administrator, Act::transfer, Reach::any},
};

} // namespace udb::handover
