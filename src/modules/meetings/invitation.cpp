#include "modules/meetings/invitation.hpp"

namespace udb::meetings {
namespace {

/// `https://x.gov.bd:8080` names events `…@x.gov.bd:8080`.
std::string host_of(std::string const& site) {
    auto const at = site.find("//");
    return at == site.npos ? site : site.substr(at + 2);
}

} // namespace

bangla::CalendarEvent event_of(CalendarMeeting const& m, std::string const& site) {
    bangla::CalendarEvent event{.uid = "meeting-" + to_string(m.id) + '@' + host_of(site),
                                .sequence = m.sequence,
                                .day = m.when.day,
                                .begins = m.when.begins,
                                .lasts = m.when.lasts,
                                .summary = m.title,
                                .location = m.when.place,
                                .url = site + "/meetings/" + to_string(m.id),
                                .cancelled = m.called_off};
    for (auto const& item : m.agenda)
        event.description += (event.description.empty() ? "" : "\n") + item;
    if (!m.when.link.empty())
        event.description += (event.description.empty() ? "" : "\n") + m.when.link;
    return event;
}

bangla::CalendarEvent event_of_due(Id<Decision> id, std::string const& text, Date due,
                                   std::string const& site) {
    return {.uid = "decision-" + to_string(id) + '@' + host_of(site),
            .day = due,
            .summary = text,
            .url = site + "/decisions/" + to_string(id)};
}

bangla::CalendarEvent event_of_owed(std::string_view page, std::string const& text, Date due,
                                    std::string const& site) {
    return {.uid = "owed-" + iso(due) + std::string(page) + '@' + host_of(site),
            .day = due,
            .summary = text,
            .url = site + std::string(page)};
}

} // namespace udb::meetings
