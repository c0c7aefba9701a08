// Who may do what to meetings and decisions. Nothing of them is for guests: the right of whoever
// owns a record lets an officer without a seat reach the pages of a decision that his post carries
// out, which ask for that themselves.
//
// The team's meetings are written by its member-secretary and leader; a coordination meeting is the
// head of office's own (C23 §4(2)-(3)), and so is what is decided in it.
#pragma once

#include "kernel/policy.hpp"
#include "modules/meetings/meeting_terms.hpp"

namespace udb::meetings {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::own},
    {Role::member, Act::read, Reach::office},
    {Role::member_secretary, Act::read, Reach::office},
    {Role::member_secretary, Act::write, Reach::office},
    {Role::leader, Act::read, Reach::office},
    {Role::leader, Act::write, Reach::office},
    {Role::head_of_office, Act::read, Reach::subtree},
    {Role::head_of_office, Act::write, Reach::office},
    {Role::head_of_office, Act::approve, Reach::office},
    {Role::overseer, Act::read, Reach::any},
};

/// What the policy must permit to write a meeting of that kind, and its decisions.
constexpr Act act_for(MeetingKind kind) {
    return kind == MeetingKind::coordination ? Act::approve : Act::write;
}

} // namespace udb::meetings
