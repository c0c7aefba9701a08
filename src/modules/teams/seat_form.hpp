// A seat of a draft as a form shows and sends it: role, place, texts, capacities.
#pragma once

#include "kernel/register.hpp"
#include "modules/teams/team.hpp"

namespace udb::teams {

struct SeatForm {
    SeatRole role = SeatRole::member;
    int no = 0; ///< zero: at the end
    std::string post_bn = {};
    std::string post_en = {};
    std::string unit_bn = {};
    std::string unit_en = {};
    std::optional<std::vector<Capacity>> capacities = {};
};

extern Register<SeatForm> const seat_register;

SeatForm form_of(TeamSeat const& seat);

/// The seat with what the form says. Texts that nobody touched while the posts changed are emptied,
/// so that they are written anew from the posts.
TeamSeat with_form(TeamSeat seat, SeatForm const& form, std::vector<Id<Post>> const& posts,
                   Id<Officer> officer);

} // namespace udb::teams
