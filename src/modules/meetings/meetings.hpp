// The public face of meetings: meetings of an office and the decisions taken in them.
#pragma once

#include "host/records.hpp"
#include "modules/meetings/meeting.hpp"
#include "modules/papers/papers.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct HolidayOrder;

namespace meetings {

inline constexpr std::string_view meeting_kind = record_kind<Meeting>;
inline constexpr std::string_view decision_kind = record_kind<Decision>;

/// A meeting with its header: the header's stage is the id of `stage`.
struct MeetingRecord {
    Header header = {};
    Id<Office> office = {};
    MeetingKind kind = MeetingKind::team;
    Stage stage = Stage::called;
    Occasion when = {};
    std::int64_t sequence = 0;                 ///< how often its time or place changed (RFC 5545)
    std::string reason = {};                   ///< why it was called off, or moved last
    std::optional<Date> moved_from = {};       ///< the day before it was moved last to another day
    Id<HolidayOrder> moved_by = {};            ///< by this order; zero: by somebody, with `reason`
    Id<IssuedPaper> notice = {}, minutes = {}; ///< zero: not drafted yet
    Id<Meeting> confirmed_in = {};             ///< the meeting that confirmed its minutes
    std::string corrections = {};              ///< what that one corrected, in words
    bool reviewed_plan = false;
    bool brief_presented = false;         ///< of a coordination meeting
    std::optional<Date> informed_on = {}; ///< L26 fn 3: the higher authority
    Id<IssuedPaper> informed_by = {};     ///< zero: proved by a file of the record
    std::optional<Instant> told_at = {};  ///< when those asked were told by mail last
    std::vector<Attendee> people = {};

    Id<Meeting> id() const { return as<Meeting>(header.id); }
    bool took_place() const {
        return stage == Stage::held || stage == Stage::minuted || stage == Stage::confirmed;
    }
};
std::optional<MeetingRecord> find_meeting(Db& db, Id<Meeting> id);

/// A meeting as a list shows it.
struct MeetingLine {
    Id<Meeting> id = {};
    BilingualText title = {};
    std::string office_path = {};
    MeetingKind kind = MeetingKind::team;
    Stage stage = Stage::called;
    Date day = {};
    std::string begins = {};
    std::string place = {};
    std::int64_t decisions = 0;
    std::int64_t open = 0; ///< of them
};
/// Of the office of exactly this path, from `from` to `to`, the newest day first.
std::vector<MeetingLine> meetings_of(Db& db, std::string_view office_path, Date from, Date to);

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
    std::optional<Date> open_due = {}; ///< that day, or the next on which offices are open
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

} // namespace meetings
} // namespace udb
