// Which events leave which marks.
#include "modules/duties/state/signals.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::duties;

TEST_CASE("an event is a mark of each signal whose conditions it meets") {
    auto const& signals = shipped_signals();
    CHECK(signals.of_event("meeting.held", {{"kind", "team"}}).size() == 1);
    CHECK(signals.of_event("meeting.held", {{"kind", "showcasing"}}).empty());
    CHECK(signals.of_event("meeting.held", {}).empty());
    CHECK(signals.of_event("meeting", {{"kind", "team"}}).empty());
    CHECK(signals.of_event("zzz.last", {}).empty());
    for (auto const& signal : signals.all()) {
        auto const places = signals.of_event(signal.event, signal.where);
        CHECK(std::count(places.begin(), places.end(), signals.place_of(signal)) == 1);
    }
}

TEST_CASE("a signal reads back what it writes, and nothing else is one") {
    for (auto const& signal : shipped_signals().all())
        CHECK(parse_signal(signal.written()) == signal);
    for (auto const* wrong :
         {"", "meeting", "meeting.", ".held", "meeting.held ", "meeting.held kind",
          "meeting.held kind=", "meeting.held  kind=team", "Meeting.held", "a.b=c"})
        CHECK_FALSE(parse_signal(wrong));
}

TEST_CASE("a mark's days: done, counted, recorded, and the year it is about") {
    auto const day = *parse_iso_date("2026-07-20");
    struct Case {
        std::vector<std::pair<std::string, std::string>> details;
        std::string_view done, counts;
        int year;
    };
    for (auto const& c : {
             Case{{}, "2026-07-20", "2026-07-20", 2026},
             Case{{{"on", "2026-06-30"}}, "2026-06-30", "2026-06-30", 2025},
             Case{{{"on", "2026-07-05"}, {"of", "2026-06-28"}}, "2026-07-05", "2026-06-28", 2025},
             Case{{{"year", "2025-26"}}, "2026-07-20", "2026-07-20", 2025},
             Case{{{"on", "yesterday"}, {"year", "2025-27"}}, "2026-07-20", "2026-07-20", 2026},
         }) {
        auto const mark = mark_of(c.details, day);
        CHECK(iso(mark.done_on) == c.done);
        CHECK(iso(mark.counts_on) == c.counts);
        CHECK(iso(mark.recorded_on) == "2026-07-20");
        CHECK(mark.year == c.year);
    }
}
