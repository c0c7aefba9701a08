#include "host/store_page.hpp"

#include "host/application.hpp"
#include "platform/log.hpp"
#include "web/html/tags.hpp"

namespace udb {
namespace {

/// Nothing that was typed is lost; secrets are not shown again.
Html typed_in(Words const& words, web::Request const& request) {
    if (web::is_safe(request.method)) return {};
    auto const form = request.form();
    if (!form) return {};
    Html lines;
    for (auto const& [name, value] : form->fields.items())
        if (name != "csrf" && name.find("password") == std::string::npos
            && value.find_first_not_of("0123456789") != std::string::npos)
            lines += html::pre({.cls = "original"}, value);
    if (lines.empty()) return {};
    return html::all(html::h2(words("host.typed_title")), html::p(words("host.typed_lead")), lines);
}

} // namespace

Message told(StoreFailure const& failure) {
    using Category = StoreFailure::Category;
    switch (failure.category()) {
    case Category::full: return {"host.store_full"};
    case Category::read_only: return {"host.store_read_only"};
    case Category::unavailable: return {"host.store_unavailable"};
    default: return {"host.store_busy"};
    }
}

web::Response store_page(Application const& application, web::Request const& request,
                         StoreFailure const& failure) {
    Words const words{application.catalogue(), application.language_of(request)};
    auto const title = words("host.store_title");
    auto response = application.notice(
        503, &request, title,
        html::all(html::h1(title), html::p({.cls = "lead"}, words(told(failure))),
                  typed_in(words, request),
                  html::p(html::a({.cls = "govuk-link", .href = "/"}, words("host.to_start")))));
    if (failure.passes()) response.set("Retry-After", "5");
    return response;
}

void note_beside(web::Request const& request, std::function<void()> const& note) {
    try {
        note();
    } catch (StoreFailure const& failure) {
        log::warn("note_not_kept", {{"path", request.path}, {"what", failure.what()}});
    }
}

} // namespace udb
