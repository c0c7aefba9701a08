// Who may do what to plans. An approved plan is public; a draft is for its office and the offices
// above. The team tells what was achieved, and so may whoever holds the responsible post (the
// actions ask for that). An office assesses those below it, never itself.
#pragma once

#include "kernel/policy.hpp"

namespace udb::plans {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member, Act::report, Reach::office},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::member_secretary, Act::report, Reach::office},
    {Role::member_secretary, Act::assess, Reach::subtree},
    {Role::leader, Act::write, Reach::office},
    {Role::leader, Act::report, Reach::office},
    {Role::leader, Act::assess, Reach::subtree},
    {Role::head_of_office, Act::write, Reach::office},
    {Role::head_of_office, Act::report, Reach::office},
    {Role::head_of_office, Act::approve, Reach::subtree},
    {Role::head_of_office, Act::assess, Reach::subtree},
    {Role::overseer, Act::assess, Reach::any},
    {Role::administrator, Act::write, Reach::any},
    {Role::administrator, Act::report, Reach::any},
    {Role::administrator, Act::approve, Reach::any},
};

} // namespace udb::plans
