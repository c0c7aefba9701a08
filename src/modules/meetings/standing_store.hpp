// How an office stands with its meetings: what it owes, what was held, missed, overtaken.
#pragma once

#include "modules/meetings/cadence.hpp"
#include "modules/meetings/meetings.hpp"

namespace udb::meetings {

struct Standing {
    bool has_team = false;
    std::vector<Owed> owed = {};   ///< of team meetings, since the team was formed
    std::vector<Date> held = {};   ///< team meetings
    std::vector<Slot> missed = {}; ///< the newest first
    std::vector<Slot> coordination_missed = {};
    std::vector<Date> coordination_held = {};
};

/// What is known of the office on that day; few statements. Coordination meetings are monthly by
/// their name, and owed from the first month for which one was recorded.
Standing standing_of(Db& db, Id<Office> office, Date today);

/// Of coordination meetings: monthly from the first one recorded.
std::vector<Owed> owed_coordination(std::vector<Date> const& held);

/// How often the office owes a meeting of that kind on that day.
Cadence cadence_on(Standing const& standing, MeetingKind kind, Date day);

/// A called meeting whose day is no working day any more.
struct OvertakenMeeting {
    MeetingLine meeting = {};
    Proposal instead = {};
};
std::vector<OvertakenMeeting> overtaken_meetings(Db& db, std::string_view office_path,
                                                 Standing const& standing, Date today);

/// An office that has a team.
struct TeamOffice {
    Id<Office> id = {};
    BilingualText name = {};
};
/// Those in a scope, by their place in the tree.
std::int64_t count_team_offices(Db& db, Scope const& scope);
std::vector<TeamOffice> team_offices(Db& db, Scope const& scope, std::int64_t most,
                                     std::int64_t from);

} // namespace udb::meetings
