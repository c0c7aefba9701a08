#include "registers/history.hpp"

#include "web/components/timeline.hpp"
#include "web/html/tags.hpp"

namespace udb {
namespace {

constexpr std::string_view arrow = " → ";

/// One change as `details_of(changed)` wrote it: `before → after`.
Html change(Words const& words, Field const& f, std::string_view written, Lookups const& lookups) {
    auto const at = written.find(arrow);
    auto const value = [&](std::string_view raw) {
        auto text = shown(words, f, raw, lookups);
        return text.empty() ? words("host.empty_value") : text;
    };
    std::string line{words(f.label)};
    line += ": ";
    if (at == written.npos)
        line += value(written);
    else
        line += words("host.became", {{"before", value(written.substr(0, at))},
                                      {"after", value(written.substr(at + arrow.size()))}});
    return html::li(line);
}

Html changes_of(Words const& words, RegisterView const& reg, Event const& event,
                Lookups const& lookups) {
    Html lines;
    if (event.kind.ends_with(".corrected"))
        for (auto const& f : reg.fields)
            if (auto const written = event.detail(f.name); !written.empty())
                lines += change(words, f, written, lookups);
    if (lines.empty()) return {};
    return html::ul(lines);
}

} // namespace

std::string said(Words const& words, Event const& event) {
    auto const sentence = event.sentence();
    return words.catalogue().has(sentence.key) ? words(sentence) : event.kind;
}

Html draw_history(Words const& words, RegisterView const& reg, std::vector<Event> const& events,
                  Lookups const& lookups) {
    std::vector<ui::TimelineItem> items;
    for (auto const& event : events)
        items.push_back({.date = day_of(event.at),
                         .title = said(words, event),
                         .body = changes_of(words, reg, event, lookups),
                         .by = words(event.who)});
    return ui::timeline(words, items);
}

} // namespace udb
