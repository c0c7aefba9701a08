// Against which mandate a team is judged, and what has become of the mandate it stands under.
#pragma once

#include "kernel/composition.hpp"
#include "kernel/mandate.hpp"
#include "modules/teams/team.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace udb::teams {

/// The mandate whose rules judge a team: its own where it has rules for the tier, else the newest
/// one whose rules are known (the notification of 6 November 2025 is known by its number only);
/// null where none has any.
Mandate const* judging_mandate(Mandates const& mandates, std::string_view own, Tier tier, Date day);

/// Every mandate that has rules for the tier, the newest first: what a check may be asked against.
/// An order of one office is there only where it is the team's own, or has that office's website.
std::vector<Mandate const*> mandates_with_rules(Mandates const& mandates, Tier tier,
                                                std::string_view own, std::string_view website);

/// Those that a team of the tier may stand under: also the ones known by number only.
std::vector<Mandate const*> mandates_to_stand_under(Mandates const& mandates, Tier tier,
                                                    std::string_view website);

/// What an office that forms a team on `day` stands under.
Mandate const* mandate_for(Mandates const& mandates, Tier tier, std::string_view website, Date day);

/// The ids of all mandates that another has replaced by `day`.
std::vector<std::string> replaced_mandates(Mandates const& mandates, Date day);

/// The verdict on seats; nothing where no mandate can judge.
std::optional<Verdict> judged(std::span<TeamSeat const> seats, std::optional<Authority> formed_by,
                              Mandate const* mandate, Tier tier);

/// How many rules are met, not met and cannot be told.
struct Tally {
    std::int64_t met = 0;
    std::int64_t not_met = 0;
    std::int64_t cannot_tell = 0;
    std::int64_t all() const { return met + not_met + cannot_tell; }
};
Tally tally(Verdict const& verdict);

} // namespace udb::teams
