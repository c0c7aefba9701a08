// A day on which something is due, as pages show it.
#include "modules/holidays/holidays.hpp"
#include "web/html/tags.hpp"

namespace udb::holidays {

Html why_closed(Words const& words, std::span<bangla::SkippedDay const> days) {
    Html lines;
    for (auto const& day : days)
        lines += html::li(words.date(day.date) + ": " + words(day.why));
    return html::ul(lines);
}

Html open_said(Words const& words, Date due, bangla::WorkingCalendar const& calendar) {
    auto const open = bangla::first_open_day(due, calendar);
    if (open.date == due) return {};
    return html::details(html::summary(words("holidays.open_until", {{"date", open.date}})),
                         why_closed(words, open.skipped));
}

Html due_said(Words const& words, Date due, bangla::WorkingCalendar const& calendar) {
    return text(words.date(due)) + open_said(words, due, calendar);
}

} // namespace udb::holidays
