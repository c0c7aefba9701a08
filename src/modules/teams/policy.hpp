// Who may do what to teams. Teams are public, as on the offices' websites. C23 §3: the Deputy
// Commissioner forms the teams of the upazilas below, hence the subtree of the head of office.
#pragma once

#include "kernel/policy.hpp"

namespace udb::teams {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member_secretary, Act::form, Reach::office},
    {Role::member_secretary, Act::except, Reach::office},
    {Role::leader, Act::form, Reach::office},
    {Role::leader, Act::except, Reach::office},
    {Role::head_of_office, Act::form, Reach::subtree},
    {Role::head_of_office, Act::except, Reach::subtree},
    {Role::overseer, Act::read, Reach::any},
    {Role::administrator, Act::form, Reach::any},
    {Role::administrator, Act::except, Reach::any},
    {Role::administrator, Act::write, Reach::any},
};

} // namespace udb::teams
