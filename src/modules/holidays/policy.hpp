// Who may write down that a day was declared a holiday: an order is for an office and all below it,
// or for all offices. Everybody sees which days are holidays.
#pragma once

#include "kernel/policy.hpp"

namespace udb::holidays {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},      {Role::member_secretary, Act::write, Reach::office},
    {Role::leader, Act::write, Reach::office}, {Role::head_of_office, Act::write, Reach::subtree},
    {Role::overseer, Act::write, Reach::any},  {Role::administrator, Act::write, Reach::any},
};

} // namespace udb::holidays
