// What the verbs of meetings share.
#pragma once

#include "modules/holidays/holidays.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/meeting_store.hpp"

namespace udb::meetings {

/// The meeting, if the actor may write it and it is the version that was read.
Result<MeetingRecord> loaded(Work& work, Header const& read);
/// The stage that `move` leads to, or why it may not be now.
Done take(MeetingRecord& m, Move move);
/// Header and row.
Done saved(Work& work, MeetingRecord& m);
/// As it is kept; invalid at `field` where nothing is left or it is too long.
Done needed_text(std::string& text, int most, std::string_view field);
/// The same meeting is called once, however often the form is sent: invalid at `day` where another
/// of its kind is called for its hour.
Done nothing_called_then(Db& db, MeetingRecord const& m);
/// Whether its stage asks for the paper, and none says already how things are: a notice that was
/// issued before the meeting was moved, and minutes issued before they were corrected, do not.
bool notice_may_be_drafted(Db& db, MeetingRecord const& m);
bool minutes_may_be_drafted(Db& db, MeetingRecord const& m);
/// Mails what follows from a move or a calling off, and `why`: nothing where nobody was told
/// before.
void tell_change(Work& work, MeetingRecord const& m, std::string const& why);
/// Hears that a holiday was declared: meetings called for its days in that office and below go to
/// the next open day of their month or quarter, or the one before. Where the order opens offices
/// again, meetings that gave way can go back (`way_back`).
void give_way_to_holiday(Work& work, Id<Record> order, std::string_view path, Details const&);
/// By which order a meeting gave way, as a sentence.
Message why_moved(HolidayOrder const& order);
/// The day to which a meeting that gave way can go back: it is a working day again, and to come.
std::optional<Date> way_back(MeetingRecord const& m, holidays::Calendars const& calendars,
                             Date today);
/// Those of the office at `path` and below it.
std::vector<MeetingRecord> can_go_back(Db& db, std::string_view path, Date today);
/// Numbered, their texts cleaned, their posts known.
Done clean_people(Db& db, std::vector<Attendee>& people);

} // namespace udb::meetings
