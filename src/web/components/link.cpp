// Links.
#include "web/components/link.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

std::string_view lang_of(Words const& words, std::string_view text) {
    // The Bengali block, U+0980 to U+09FF, is E0 A6 80 to E0 A7 BF.
    bool const bangla = text.find("\xE0\xA6") != text.npos || text.find("\xE0\xA7") != text.npos;
    return bangla && words.language() == Language::en ? "bn" : "";
}

Html link(Link const& link) {
    Html about;
    if (!link.about.empty()) about = html::span({.cls = "govuk-visually-hidden"}, " ", link.about);
    return html::a({.cls = "govuk-link",
                    .href = link.href,
                    .more = {{"download", link.download}, {"lang", link.lang, !link.lang.empty()}}},
                   link.text, about);
}

} // namespace udb::ui
