// Who may do what to evidence: the team enters it in its office, the offices above read it, and
// nobody else. What is public of it is in reports.
#pragma once

#include "kernel/policy.hpp"

namespace udb::evidence {

inline constexpr Grant policy[] = {
    {Role::member, Act::read, Reach::subtree},
    {Role::member, Act::write, Reach::office},
    {Role::member_secretary, Act::read, Reach::subtree},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::leader, Act::read, Reach::subtree},
    {Role::leader, Act::write, Reach::office},
    {Role::head_of_office, Act::read, Reach::subtree},
    {Role::overseer, Act::read, Reach::any},
    {Role::administrator, Act::read, Reach::any},
    {Role::administrator, Act::write, Reach::any},
};

} // namespace udb::evidence
