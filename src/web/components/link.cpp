// Links.
#include "web/components/link.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html link(Link const& link) {
    Html about;
    if (!link.about.empty()) about = html::span({.cls = "govuk-visually-hidden"}, " ", link.about);
    return html::a({.cls = "govuk-link", .href = link.href, .more = {{"download", link.download}}},
                   link.text, about);
}

} // namespace udb::ui
