// Search within a list.
#include "web/components/search_box.hpp"

#include "web/components/icon.hpp"
#include "web/html/tags.hpp"

namespace udb::ui {

Html search_box(Words const& words, SearchBox const& box) {
    auto const label = box.label.empty() ? words("ui.search") : box.label;
    auto const keep = [](auto const& field) { return html::hidden(field.first, field.second); };
    return html::form(
        {.cls = "search", .action = box.action, .more = {{"method", "get"}, {"role", "search"}}},
        html::each(box.kept, keep),
        html::label({.cls = "govuk-label govuk-label--s", .more = {{"for", "q"}}}, label),
        html::div({.cls = "search-row"},
                  html::input({.id = "q",
                               .cls = "govuk-input",
                               .more = {{"name", "q"},
                                        {"type", "search"},
                                        {"value", box.value, !box.value.empty()},
                                        {"spellcheck", "false"}}}),
                  html::button({.cls = "govuk-button search-button", .more = {{"type", "submit"}}},
                               icon(Icon::search), html::span(words("ui.search_verb")))),
        html::when(!box.narrowing.empty(),
                   [&] { return html::div({.cls = "narrowing"}, box.narrowing); }));
}

} // namespace udb::ui
