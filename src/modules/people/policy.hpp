// Who may do what to officers and holdings. Names and posts are public, as on the offices'
// websites.
#pragma once

#include "kernel/policy.hpp"

namespace udb::people {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::member_secretary, Act::transfer, Reach::office},
    {Role::leader, Act::write, Reach::office},
    {Role::leader, Act::transfer, Reach::office},
    {Role::head_of_office, Act::write, Reach::subtree},
    {Role::head_of_office, Act::transfer, Reach::subtree},
    {Role::administrator, Act::write, Reach::any},
    {Role::administrator, Act::transfer, Reach::any},
};

} // namespace udb::people
