// Meetings and due days as calendars read them: iCalendar (RFC 5545), and what a mail says of a
// meeting by it (RFC 5546). Pure: the moment of writing is given.
//
// Times are those of Bangladesh (`Asia/Dhaka`, with its VTIMEZONE). Texts are UTF-8; bytes that are
// not come out as U+FFFD, control characters but line breaks are dropped.
#pragma once

#include "base/date.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace udb::bangla {

enum class CalendarMethod {
    publish, ///< a feed to subscribe to: nobody is asked to answer
    request, ///< an invitation, or its change with a higher sequence
    cancel
};

struct CalendarPerson {
    std::string name = {};
    std::string address = {}; ///< a mail address, ASCII; whoever has none is left out
};

struct CalendarEvent {
    std::string uid = {};      ///< the same for ever: `meeting-17@example.gov.bd`
    std::int64_t sequence = 0; ///< grows with each change of time or place, and when called off
    Date day = {};
    /// Minutes after midnight; empty: the whole day, which then takes no one's time.
    std::optional<std::chrono::minutes> begins = {};
    std::chrono::minutes lasts{60};
    std::string summary = {}, description = {}, location = {};
    std::string url = {}; ///< of its page; may be empty
    CalendarPerson organizer = {};
    std::vector<CalendarPerson> attendees = {};
    bool cancelled = false;
};

/// The whole object, lines ended by CR LF and folded at 75 octets without cutting a letter.
/// `written` is the DTSTAMP of each event, `name` what a reader calls the calendar (may be empty).
/// With `publish` no attendees are written; with `cancel` every event is a cancelled one.
std::string icalendar(CalendarMethod method, std::vector<CalendarEvent> const& events,
                      Instant written, std::string const& name = {});

} // namespace udb::bangla
