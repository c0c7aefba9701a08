// Who may do what to papers. An issued order or notification is public, another paper is for the
// office that wrote it and those above (`is_public`); a draft is for the office that writes it,
// which the pages ask for by `write` or `approve` (Secretariat Instructions: a second person
// approves, whatever the roles).
#pragma once

#include "kernel/policy.hpp"

namespace udb::papers {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
    {Role::member, Act::read_internal, Reach::office},
    {Role::member_secretary, Act::read_internal, Reach::office},
    {Role::leader, Act::read_internal, Reach::office},
    {Role::head_of_office, Act::read_internal, Reach::subtree},
    {Role::overseer, Act::read_internal, Reach::any},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::leader, Act::write, Reach::office},
    {Role::leader, Act::approve, Reach::office},
    {Role::leader, Act::issue, Reach::office},
    {Role::head_of_office, Act::write, Reach::office},
    {Role::head_of_office, Act::approve, Reach::subtree},
    {Role::head_of_office, Act::issue, Reach::subtree},
};

} // namespace udb::papers
