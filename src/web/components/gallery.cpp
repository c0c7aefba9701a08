// The gallery page.
#include "web/components/gallery.hpp"

#include "web/components/heading.hpp"
#include "web/html/tags.hpp"

#include <algorithm>
#include <iterator>

namespace udb::ui {

Html components_gallery(Words const& words) {
    auto entries = gallery_of_forms(words);
    for (auto* more : {&gallery_of_lists, &gallery_of_teams}) {
        auto part = more(words);
        std::ranges::move(part, std::back_inserter(entries));
    }
    std::vector<Section> sections;
    for (auto const& entry : entries) {
        Html body;
        for (auto const& example : entry.examples)
            body += html::div({.cls = "example"}, html::p({.cls = "quiet"}, example.name),
                              example.shown);
        sections.push_back({.id = "c-" + entry.id, .title = entry.title, .body = body});
    }
    return page_heading({.title = words("ui.gallery")}) + contents(words, sections)
           + html::each(sections, section);
}

} // namespace udb::ui
