#include "registers/pages/history.hpp"

#include "web/components/timeline.hpp"
#include "web/html/tags.hpp"

#include <algorithm>
#include <set>

namespace udb {
namespace {

constexpr std::string_view arrow = " → ";

/// One change as `details_of(changed)` wrote it: `before → after`.
Html change(Words const& words, Field const& f, std::string_view written, Lookups const& lookups) {
    auto const at = written.find(arrow);
    auto const value = [&](std::string_view raw) {
        if (raw.empty()) return words("host.empty_value");
        auto text = shown(words, f, raw, lookups);
        return text.empty() ? std::string(raw) : text;
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

Html changes_of(Words const& words, std::span<Field const> fields, Event const& event,
                Lookups const& lookups) {
    Html lines;
    if (event.kind.ends_with(".corrected"))
        for (auto const& f : fields)
            if (auto const written = event.detail(f.name); !written.empty())
                lines += change(words, f, written, lookups);
    if (lines.empty()) return {};
    return html::ul(lines);
}

} // namespace

std::vector<std::string> references_in(std::vector<Event> const& events, std::string_view field) {
    std::set<std::string, std::less<>> found;
    for (auto const& event : events) {
        if (!event.kind.ends_with(".corrected")) continue;
        auto const written = event.detail(field);
        auto const at = std::min(written.find(arrow), written.size());
        found.emplace(written.substr(0, at));
        found.emplace(written.substr(std::min(at + arrow.size(), written.size())));
    }
    found.erase("");
    return {found.begin(), found.end()};
}

std::string said(Words const& words, Event const& event) {
    auto const sentence = event.sentence();
    if (words.catalogue().has(sentence.key)) return words(sentence);
    if (event.kind.ends_with(".entered")) return words("host.entered");
    if (event.kind.ends_with(".corrected")) return words("host.corrected");
    return event.kind;
}

namespace {

/// Who it was, and by which token.
std::string by_whom(Words const& words, Event const& event) {
    auto const& who = words(event.who);
    auto const token = event.detail(token_detail);
    if (token.empty()) return who;
    return words("api.by_token", {{"who", who}, {"token", std::string(token)}});
}

Html timeline_of(Words const& words, std::span<Field const> fields,
                 std::vector<Event> const& events, Lookups const& lookups) {
    std::vector<ui::TimelineItem> items;
    items.reserve(events.size());
    for (auto const& event : events)
        items.push_back({.date = day_of(event.at),
                         .title = said(words, event),
                         .body = changes_of(words, fields, event, lookups),
                         .by = by_whom(words, event)});
    return ui::timeline(words, items);
}

} // namespace

Html draw_history(Words const& words, std::vector<Event> const& events) {
    return timeline_of(words, {}, events, {});
}

Html draw_history(Words const& words, RegisterView const& reg, std::vector<Event> const& events,
                  Lookups const& lookups) {
    return timeline_of(words, reg.fields, events, lookups);
}

} // namespace udb
