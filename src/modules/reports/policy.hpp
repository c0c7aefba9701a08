// Who may do what to reports. A published report is everybody's; before, it is for its office and
// the offices above. The team writes it, the head of office or the team's leader approves it
// (another person than those who wrote it: report.hpp), and the member-secretary sends it out.
#pragma once

#include "kernel/policy.hpp"

namespace udb::reports {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member, Act::report, Reach::office},
    {Role::member_secretary, Act::report, Reach::office},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::member_secretary, Act::issue, Reach::office},
    {Role::leader, Act::report, Reach::office},
    {Role::leader, Act::write, Reach::office},
    {Role::leader, Act::approve, Reach::office},
    {Role::leader, Act::issue, Reach::office},
    {Role::head_of_office, Act::report, Reach::subtree},
    {Role::head_of_office, Act::write, Reach::office},
    {Role::head_of_office, Act::approve, Reach::office},
    {Role::head_of_office, Act::issue, Reach::office},
    {Role::overseer, Act::report, Reach::any},
    {Role::administrator, Act::report, Reach::any},
    {Role::administrator, Act::write, Reach::any},
    {Role::administrator, Act::approve, Reach::any},
    {Role::administrator, Act::issue, Reach::any},
};

} // namespace udb::reports
