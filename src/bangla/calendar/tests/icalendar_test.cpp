// iCalendar objects as they travel: RFC 5545 (form), RFC 5546 (what a mail says of a meeting).
#include "bangla/calendar/icalendar.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace udb;
using namespace udb::bangla;
using namespace std::chrono_literals;
using std::chrono::December;
using std::chrono::year;

namespace {

constexpr Date day = year{2026} / December / 17;
constexpr Instant written = Instant{Date{year{2026} / December / 1}} + 4h + 5min + 6s;

CalendarEvent meeting() {
    return {.uid = "meeting-17@mole.gov.bd",
            .sequence = 0,
            .day = day,
            .begins = 11h + 30min,
            .lasts = 90min,
            .summary = "ইনোভেশন টিমের সভা",
            .description = "১. অগ্রগতি; পর্যালোচনা\n২. বিবিধ, অন্যান্য",
            .location = "সভাকক্ষ, ৪র্থ তলা",
            .url = "https://example.gov.bd/meetings/17",
            .organizer = {"প্রোগ্রামার", "programmer@mole.gov.bd"},
            .attendees = {{"উপসচিব \"বাজেট\"; সদস্য", "ds@mole.gov.bd"}, {"ঠিকানাহীন", ""}}};
}

/// Lines put together again, as a reader does.
std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
    return text;
}

bool has(std::string const& text, std::string_view line) {
    return text.find("\r\n" + std::string(line) + "\r\n") != text.npos;
}

} // namespace

TEST_CASE("an invitation is written as RFC 5546 asks, 3.2.2") {
    auto const text = unfolded(icalendar(CalendarMethod::request, {meeting()}, written));
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    for (auto const* line :
         {"METHOD:REQUEST", "UID:meeting-17@mole.gov.bd", "DTSTAMP:20261201T040506Z", "SEQUENCE:0",
          "DTSTART;TZID=Asia/Dhaka:20261217T113000", "DTEND;TZID=Asia/Dhaka:20261217T130000",
          "SUMMARY:ইনোভেশন টিমের সভা", "LOCATION:সভাকক্ষ\\, ৪র্থ তলা",
          "DESCRIPTION:১. অগ্রগতি\\; পর্যালোচনা\\n২. বিবিধ\\, অন্যান্য",
          "URL:https://example.gov.bd/meetings/17", "STATUS:CONFIRMED",
          "ORGANIZER;CN=\"প্রোগ্রামার\":mailto:programmer@mole.gov.bd",
          "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"উপসচিব ^'বাজেট^'; "
          "সদস্য\":mailto:ds@mole.gov.bd"})
        CHECK_MESSAGE(has(text, line), line);
    CHECK(text.find("ঠিকানাহীন") == text.npos);
}

TEST_CASE("a change keeps the UID and raises the sequence, a cancellation says so") {
    auto moved = meeting();
    moved.sequence = 2;
    auto const update = icalendar(CalendarMethod::request, {moved}, written);
    CHECK(has(update, "SEQUENCE:2"));
    CHECK(has(update, "UID:meeting-17@mole.gov.bd"));
    auto const off = icalendar(CalendarMethod::cancel, {moved}, written);
    CHECK(has(off, "METHOD:CANCEL"));
    CHECK(has(off, "STATUS:CANCELLED"));
    CHECK(off.find("RSVP") == off.npos);
}

TEST_CASE("a feed asks nobody to answer, RFC 5546 3.2.1") {
    auto due = meeting();
    due.begins.reset();
    auto const text = unfolded(icalendar(CalendarMethod::publish, {due}, written, "আমার সভা"));
    CHECK(text.find("ATTENDEE") == text.npos);
    CHECK(has(text, "X-WR-CALNAME:আমার সভা"));
    CHECK(has(text, "DTSTART;VALUE=DATE:20261217"));
    CHECK(has(text, "DTEND;VALUE=DATE:20261218"));
    CHECK(has(text, "TRANSP:TRANSPARENT"));
}

TEST_CASE("an empty feed is still a calendar: RFC 5545 asks for at least one component") {
    auto const text = icalendar(CalendarMethod::publish, {}, written);
    CHECK(has(text, "TZID:Asia/Dhaka"));
    CHECK(text.find("VEVENT") == text.npos);
}

TEST_CASE("a meeting that runs past midnight ends on the next day") {
    auto late = meeting();
    late.begins = 23h + 30min;
    late.lasts = 60min;
    CHECK(has(icalendar(CalendarMethod::publish, {late}, written),
              "DTEND;TZID=Asia/Dhaka:20261218T003000"));
}

TEST_CASE("lines are folded at 75 octets, and no letter is cut in two") {
    auto event = meeting();
    for (int length = 0; length < 80; ++length) {
        event.summary.clear();
        for (int i = 0; i < length; ++i)
            event.summary += 'a';
        for (int i = 0; i < 60; ++i)
            event.summary += "ক";
        auto const text = icalendar(CalendarMethod::request, {event}, written);
        std::size_t from = 0;
        while (from < text.size()) {
            auto const end = text.find("\r\n", from);
            REQUIRE(end != text.npos);
            CHECK(end - from <= 75);
            auto const first = static_cast<unsigned char>(text[from]);
            CHECK((first & 0xC0U) != 0x80U);
            auto const second = static_cast<unsigned char>(text[from + 1]);
            if (text[from] == ' ') CHECK((second & 0xC0U) != 0x80U);
            from = end + 2;
        }
        CHECK(has(unfolded(text), "SUMMARY:" + event.summary));
    }
}

TEST_CASE("what is typed never becomes a line of its own") {
    auto event = meeting();
    event.summary = "ক\r\nATTENDEE:mailto:x@y.z\r\n";
    event.uid = "1\r\nX:2";
    event.url = "https://x.y/\r\nSUMMARY:2";
    event.organizer = {"এ\r\nX-EVIL:1\"", "a@b.gov.bd\r\nX-EVIL:2"};
    event.location = "\xff\x01 ঘর";
    auto const text = unfolded(icalendar(CalendarMethod::request, {event}, written));
    CHECK(text.find("\nX-EVIL") == text.npos);
    CHECK(text.find("\nX:2") == text.npos);
    CHECK(has(text, "SUMMARY:ক\\nATTENDEE:mailto:x@y.z\\n"));
    CHECK(has(text, "LOCATION:\xEF\xBF\xBD ঘর"));
    CHECK(has(text, "ORGANIZER;CN=\"এ^nX-EVIL:1^'\":mailto:a@b.gov.bdX-EVIL:2"));
}
