// The way back up.
#include "web/components/breadcrumb.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html breadcrumb(Words const& words, std::vector<Crumb> const& crumbs) {
    if (crumbs.empty()) return {};
    auto const step = [](Crumb const& crumb) {
        return html::li(html::a({.href = crumb.href}, crumb.label));
    };
    return html::nav({.cls = "crumbs", .more = {{"aria-label", words("ui.breadcrumb")}}},
                     html::ol(html::each(crumbs, step)));
}

} // namespace udb::ui
