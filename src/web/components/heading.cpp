// Headings and sections.
#include "web/components/heading.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html page_heading(PageHeading const& heading) {
    Html title;
    if (!heading.above.empty()) title += html::p({.cls = "heading-above"}, heading.above);
    title += html::h1({.more = {{"lang", heading.lang, !heading.lang.empty()}}}, heading.title);
    if (!heading.status.empty()) title += html::p({.cls = "heading-status"}, heading.status);
    if (!heading.lead.empty()) title += html::p({.cls = "lead"}, heading.lead);
    Html actions;
    if (!heading.actions.empty()) actions = html::div({.cls = "heading-actions"}, heading.actions);
    return html::div({.cls = "heading"}, html::div({.cls = "heading-words"}, title), actions);
}

Html section(Section const& section) {
    auto const title_id = section.id + "-title";
    Html actions;
    if (!section.actions.empty()) actions = html::div({.cls = "part-actions"}, section.actions);
    return html::section(
        {.id = section.id, .cls = "part", .more = {{"aria-labelledby", title_id}}},
        html::div({.cls = "part-head"}, html::h2({.id = title_id}, section.title), actions),
        section.body);
}

Html contents(Words const& words, std::vector<Section> const& sections) {
    auto const entry = [](Section const& s) {
        return html::li(html::a({.href = Url("#").at(s.id)}, s.title));
    };
    return html::nav({.cls = "contents", .more = {{"aria-label", words("ui.contents")}}},
                     html::ul(html::each(sections, entry)));
}

} // namespace udb::ui
