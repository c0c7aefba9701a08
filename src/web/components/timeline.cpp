// What happened.
#include "web/components/timeline.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html timeline(Words const& words, std::vector<TimelineItem> const& items) {
    auto const entry = [&](TimelineItem const& item) {
        Html by;
        if (!item.by.empty()) by = html::p({.cls = "quiet"}, item.by);
        return html::li(html::time({.cls = "timeline-date", .more = {{"datetime", iso(item.date)}}},
                                   words.date(item.date)),
                        html::p({.cls = "timeline-title"}, item.title), item.body, by);
    };
    return html::ol({.cls = "timeline"}, html::each(items, entry));
}

} // namespace udb::ui
