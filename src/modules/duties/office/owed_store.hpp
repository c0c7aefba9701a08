// What an office owes, as the first page, letters and calendars say it; who answers for it.
#pragma once

#include "host/module.hpp"
#include "modules/duties/office/office_year_store.hpp"
#include "modules/teams/teams.hpp"

namespace udb::duties {

/// The member-secretary and the leader of its team, and its head.
bool answers_for(Actor const& actor, std::string_view office_path);
bool heads(Actor const& actor, std::string_view office_path);

/// The actor's own office, where a mandate is for its level.
std::optional<DutyOffice> own_office(Db& db, Actor const& actor);

/// `/duties/7/cabinet-2023/5?year=2025#period-2025-07-01`
Url where_of(DutyOffice const& office, OpenLine const& line);

/// A line each, the earliest day first.
std::vector<Concern> owed_of(OpenOffice const& open);

/// Of those, what the office's head is told on that day (`data/escalation.toml`).
std::vector<Concern> told_to_head(OpenOffice const& open, Date today);

/// Who does what a team is asked: the member-secretary where its teams have one (L26 §1), else the
/// leader (C23 §2). No paper names anybody for a single function: C23 §4 and L26 §2 give them all
/// to the team, and the officer designated under the Right to Information Act is whom the team
/// coordinates with (C23 §4(21), L26 §2(24)). Empty where there is no team, no such seat, or nobody
/// in it.
struct Responsible {
    SeatRole role = SeatRole::member;
    BilingualText name = {};
};
std::optional<Responsible> responsible_for(Db& db, Id<Office> office, Date today);

} // namespace udb::duties
