// Two sides.
#include "web/components/comparison.hpp"

#include "web/components/icon.hpp"
#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

Html change_of(Words const& words, Comparison::Change change) {
    using Change = Comparison::Change;
    auto const chip = [](std::string_view cls, Html const& picture, std::string const& name) {
        return html::span({.cls = cls}, picture, html::span(name));
    };
    switch (change) {
    case Change::changed: return chip("status status-waiting", {}, words("ui.changed"));
    case Change::added: return chip("status status-good", icon(Icon::plus), words("ui.added"));
    case Change::removed: return chip("status status-bad", icon(Icon::minus), words("ui.removed"));
    case Change::same: break;
    }
    return chip("status status-past", {}, words("ui.same"));
}

} // namespace

Html comparison(Words const& words, Comparison const& comparison) {
    auto const nothing = html::span({.cls = "quiet"}, words("ui.not_there"));
    auto const side = [&](std::string const& head, Html const& body) {
        return html::td({.more = {{"role", "cell"}, {"data-label", head}}},
                        body.empty() ? nothing : body);
    };
    auto const row = [&](Comparison::Row const& r) {
        bool const same = r.change == Comparison::Change::same;
        return html::tr({.cls = same ? "same" : "differs", .more = {{"role", "row"}}},
                        html::th({.more = {{"scope", "row"}, {"role", "rowheader"}}}, r.topic,
                                 html::div({.cls = "change"}, change_of(words, r.change))),
                        side(comparison.left, r.left), side(comparison.right, r.right));
    };
    auto const head = [](std::string const& label) {
        return html::th({.more = {{"scope", "col"}, {"role", "columnheader"}}}, label);
    };
    return html::table(
        {.cls = "table stacks comparison", .more = {{"role", "table"}}},
        html::caption(comparison.caption),
        html::thead({.more = {{"role", "rowgroup"}}},
                    html::tr({.more = {{"role", "row"}}}, head(words("ui.topic")),
                             head(comparison.left), head(comparison.right))),
        html::tbody({.more = {{"role", "rowgroup"}}}, html::each(comparison.rows, row)));
}

} // namespace udb::ui
