// Pages for errors.
#include "web/components/error_page.hpp"

#include "web/html/tags.hpp"

#include <string_view>

namespace udb::ui {
namespace {

/// The key of a sentence of this status, `ui.http_404_title`.
std::string key_of(Words const& words, int status, std::string_view part) {
    auto const key = [&](int code) {
        return "ui.http_" + std::to_string(code) + "_" + std::string(part);
    };
    return words.catalogue().has(key(status)) ? key(status) : key(500);
}

} // namespace

std::string error_page_title(Words const& words, int status) {
    return words(key_of(words, status, "title"));
}

Html error_page(Words const& words, int status, std::string const& incident) {
    Html number;
    if (!incident.empty())
        number = html::p({.cls = "incident"}, words("ui.incident"), " ", html::code(incident));
    return html::h1(error_page_title(words, status))
           + html::p({.cls = "lead"}, words(key_of(words, status, "text"))) + number
           + html::p(html::a({.cls = "govuk-link", .href = "/"}, words("ui.to_home")));
}

} // namespace udb::ui
