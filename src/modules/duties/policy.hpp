// Who sees what an office owes, and who may attest what no record tells of.
#pragma once

#include "kernel/policy.hpp"

namespace udb::duties {

/// An office sees those under it (C23 §4(1): own and subordinate offices); whoever answers for an
/// office attests for it. Whoever is signed in has a page of his own duties: the right of an owner
/// opens it, and it asks for the rest itself.
inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::own},
    {Role::member, Act::read, Reach::office},
    {Role::member_secretary, Act::read, Reach::subtree},
    {Role::leader, Act::read, Reach::subtree},
    {Role::head_of_office, Act::read, Reach::subtree},
    {Role::overseer, Act::read, Reach::any},
    {Role::administrator, Act::read, Reach::any},
    {Role::leader, Act::approve, Reach::office},
    {Role::head_of_office, Act::approve, Reach::office},
};

} // namespace udb::duties
