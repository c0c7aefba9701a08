#include "bangla/calendar/icalendar.hpp"

#include "bangla/text/code_points.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace udb::bangla {
namespace {

using std::chrono::minutes;

std::string_view name_of(CalendarMethod method) {
    switch (method) {
    case CalendarMethod::request: return "REQUEST";
    case CalendarMethod::cancel: return "CANCEL";
    case CalendarMethod::publish: break;
    }
    return "PUBLISH";
}

bool control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

/// RFC 5545 §3.3.11: a TEXT.
std::string escaped(std::string_view given) {
    std::string out;
    for (char const c : encoded(decoded(given))) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            (out += '\\') += c;
        else if (!control(c))
            out += c;
    }
    return out;
}

/// A parameter in quotes; what may not stand in it is written by RFC 6868.
std::string quoted(std::string_view given) {
    std::string out = "\"";
    for (char const c : encoded(decoded(given))) {
        if (c == '"')
            out += "^'";
        else if (c == '^')
            out += "^^";
        else if (c == '\n')
            out += "^n";
        else if (!control(c))
            out += c;
    }
    return out + '"';
}

/// An address of a page or of a mail: ASCII that is seen, and nothing else.
std::string plain(std::string_view address) {
    std::string out;
    for (char const c : address)
        if (c > ' ' && c <= '~') out += c;
    return out;
}

class Lines {
public:
    /// RFC 5545 §3.1: at most 75 octets a line; what goes on begins with a blank, which counts.
    void add(std::string_view line) {
        constexpr std::size_t octets_most = 75;
        for (bool first = true; first || !line.empty(); first = false) {
            auto const room = first ? octets_most : octets_most - 1;
            auto size = std::min(room, line.size());
            while (size < line.size() && (static_cast<unsigned char>(line[size]) & 0xC0U) == 0x80U)
                --size;
            if (!first) out_ += ' ';
            out_ += line.substr(0, size);
            out_ += "\r\n";
            line.remove_prefix(size);
        }
    }
    void add(std::string_view name, std::string_view value) {
        add(std::string(name) + ':' + std::string(value));
    }
    /// A text, left out where it is empty.
    void text(std::string_view name, std::string_view value) {
        if (auto const written = escaped(value); !written.empty()) add(name, written);
    }
    std::string done() && { return std::move(out_); }

private:
    std::string out_;
};

std::string compact(Date day) {
    std::string out;
    for (char const c : iso(day))
        if (c != '-') out += c;
    return out;
}

/// `20260126T113000`
std::string compact(Date day, minutes after_midnight) {
    auto const days = std::chrono::floor<std::chrono::days>(after_midnight);
    auto const rest = (after_midnight - days).count();
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), "T%02d%02d00", static_cast<int>(rest / 60),
                  static_cast<int>(rest % 60));
    return compact(day + days) + time.data();
}

std::string compact(Instant moment) {
    using namespace std::chrono;
    auto const day = floor<days>(moment);
    auto const second = floor<seconds>(moment - day).count();
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), "T%02d%02d%02dZ", static_cast<int>(second / 3600),
                  static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
    return compact(Date{day}) + time.data();
}

/// Bangladesh has had no summer time since 2009.
void add_zone(Lines& out) {
    for (auto const* line :
         {"BEGIN:VTIMEZONE", "TZID:Asia/Dhaka", "BEGIN:STANDARD", "DTSTART:20100101T000000",
          "TZOFFSETFROM:+0600", "TZOFFSETTO:+0600", "TZNAME:+06", "END:STANDARD", "END:VTIMEZONE"})
        out.add(line);
}

void add_times(Lines& out, CalendarEvent const& event) {
    if (event.begins) {
        auto const end = *event.begins + std::max(event.lasts, minutes{1});
        out.add("DTSTART;TZID=Asia/Dhaka", compact(event.day, *event.begins));
        out.add("DTEND;TZID=Asia/Dhaka", compact(event.day, end));
        return;
    }
    out.add("DTSTART;VALUE=DATE", compact(event.day));
    out.add("DTEND;VALUE=DATE", compact(event.day + std::chrono::days{1}));
    out.add("TRANSP:TRANSPARENT");
}

void add_people(Lines& out, CalendarEvent const& event, CalendarMethod method) {
    auto const person = [&](std::string const& property, CalendarPerson const& who) {
        auto const address = plain(who.address);
        if (address.empty()) return;
        auto const called = who.name.empty() ? "" : ";CN=" + quoted(who.name);
        out.add(property + called, "mailto:" + address);
    };
    person("ORGANIZER", event.organizer);
    if (method == CalendarMethod::publish) return;
    for (auto const& who : event.attendees)
        person(method == CalendarMethod::request
                   ? "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
                   : "ATTENDEE",
               who);
}

} // namespace

std::string icalendar(CalendarMethod method, std::vector<CalendarEvent> const& events,
                      Instant written, std::string const& name) {
    Lines out;
    out.add("BEGIN:VCALENDAR");
    out.add("VERSION:2.0");
    out.add("PRODID:-//Udbhabon//Innovation Team//BN");
    out.add("CALSCALE:GREGORIAN");
    out.add("METHOD", name_of(method));
    out.text("NAME", name);
    out.text("X-WR-CALNAME", name);
    add_zone(out);
    for (auto const& event : events) {
        out.add("BEGIN:VEVENT");
        out.add("UID", escaped(event.uid));
        out.add("DTSTAMP", compact(written));
        out.add("SEQUENCE", std::to_string(event.sequence));
        add_times(out, event);
        out.text("SUMMARY", event.summary);
        out.text("DESCRIPTION", event.description);
        out.text("LOCATION", event.location);
        if (auto const page = plain(event.url); !page.empty()) out.add("URL", page);
        add_people(out, event, method);
        bool const off = event.cancelled || method == CalendarMethod::cancel;
        out.add("STATUS", off ? "CANCELLED" : "CONFIRMED");
        out.add("END:VEVENT");
    }
    out.add("END:VCALENDAR");
    return std::move(out).done();
}

} // namespace udb::bangla
