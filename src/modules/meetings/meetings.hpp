// The public face of meetings: meetings of an office and the decisions taken in them.
#pragma once

#include "host/records.hpp"
#include "modules/meetings/meeting.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::meetings {

inline constexpr std::string_view meeting_kind = record_kind<Meeting>;
inline constexpr std::string_view decision_kind = record_kind<Decision>;

/// A decision as other modules ask for it.
struct DecisionFacts {
    Id<Decision> id = {};
    Id<Meeting> meeting = {};
    MeetingKind kind = MeetingKind::team; ///< of the meeting that took it
    BilingualText meeting_title = {};
    std::string office_path = {};
    Date held_on = {}; ///< the day of the meeting
    std::string text = {};
    Id<Post> responsible = {}; ///< zero: of the whole team
    std::optional<Date> due = {};
    DecisionState state = DecisionState::open;
    std::optional<Date> done_on = {};
    std::string done_link = {}; ///< an address that shows it; may be empty
    std::int64_t version = 1;
    Id<MeetingItem> item = {}; ///< of the minutes, under which it stands
};

/// Nothing where there is no such decision.
std::optional<DecisionFacts> find_decision(Db& db, Id<Decision> id);

/// Decisions of meetings of one kind that the office of exactly this path held from `from` to `to`
/// (both included), the newest meeting first; in whatever state they are.
std::vector<DecisionFacts> decisions_of(Db& db, std::string_view office_path, MeetingKind kind,
                                        Date from, Date to);

/// Open decisions of one office, or of one post wherever they were taken; those due first come
/// first, then those without a date.
std::vector<DecisionFacts> open_decisions(Db& db, std::string_view office_path);
std::vector<DecisionFacts> open_decisions(Db& db, Id<Post> responsible);

} // namespace udb::meetings
