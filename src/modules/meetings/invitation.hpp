// A meeting, and a decision that falls due, as calendars know them. Pure.
#pragma once

#include "bangla/calendar/icalendar.hpp"
#include "kernel/words.hpp"
#include "modules/meetings/meeting.hpp"

#include <string>
#include <string_view>

namespace udb::meetings {

struct CalendarMeeting {
    Id<Meeting> id = {};
    std::string title = {};
    Occasion when = {};
    std::int64_t sequence = 0;
    bool called_off = false;
    std::vector<std::string> agenda = {};
};

/// `site` is our own address, without a slash at its end: it names the event for ever, and leads to
/// its page.
bangla::CalendarEvent event_of(CalendarMeeting const& meeting, std::string const& site);

/// A whole day, on which it is due.
bangla::CalendarEvent event_of_due(Id<Decision> id, std::string const& text, Date due,
                                   std::string const& site);

/// The same of what another module knows to be owed; `page` tells of it, and with its day names it.
bangla::CalendarEvent event_of_owed(std::string_view page, std::string const& text, Date due,
                                    std::string const& site);

} // namespace udb::meetings
