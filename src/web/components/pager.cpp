// From page to page.
#include "web/components/pager.hpp"

#include "web/html/tags.hpp"

#include <set>

namespace udb::ui {

Html pager(Words const& words, Pager const& pager) {
    if (pager.pages <= 1) return {};
    auto const address = [&](std::int64_t n) { return pager.href.with("page", std::to_string(n)); };
    auto const number = [&](std::int64_t n) {
        auto const name = words("ui.page_n", {{"n", n}});
        if (n == pager.page)
            return html::li(
                html::span({.more = {{"aria-current", "page"}}},
                           html::span({.cls = "govuk-visually-hidden"}, words("ui.page"), " "),
                           words.number(n)));
        return html::li(
            html::a({.href = address(n), .more = {{"aria-label", name}}}, words.number(n)));
    };

    std::set<std::int64_t> shown{1, pager.pages};
    for (auto n = pager.page - 1; n <= pager.page + 1; ++n)
        if (n >= 1 && n <= pager.pages) shown.insert(n);
    Html numbers;
    std::int64_t last = 0;
    for (auto const n : shown) {
        if (n > last + 1)
            numbers += html::li({.cls = "gap", .more = {{"aria-hidden", "true"}}}, "…");
        numbers += number(n);
        last = n;
    }

    Html before;
    Html after;
    if (pager.page > 1)
        before =
            html::a({.cls = "step", .href = address(pager.page - 1), .more = {{"rel", "prev"}}},
                    words("ui.previous"));
    if (pager.page < pager.pages)
        after = html::a({.cls = "step", .href = address(pager.page + 1), .more = {{"rel", "next"}}},
                        words("ui.next"));
    return html::nav(
        {.cls = "pager", .more = {{"aria-label", words("ui.pages")}}}, before, html::ul(numbers),
        html::span({.cls = "pager-count"},
                   words("ui.page_of", {{"page", pager.page}, {"pages", pager.pages}})),
        after);
}

Html turns(Words const& words, Turns const& t) {
    if (t.previous.empty() && t.next.empty()) return {};
    auto const step = [](Url const& href, std::string_view rel, std::string const& text) {
        return html::when(!href.empty(), [&] {
            return html::a({.cls = "step", .href = href, .more = {{"rel", rel, !rel.empty()}}},
                           text);
        });
    };
    return html::nav(
        {.cls = "pager", .more = {{"aria-label", words("ui.pages")}}},
        html::when(!t.previous.empty(), [&] { return step(t.first, "", words("ui.first_page")); }),
        step(t.previous, "prev", words("ui.previous")), step(t.next, "next", words("ui.next")));
}

} // namespace udb::ui
