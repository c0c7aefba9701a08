// Notices.
#include "web/components/notice.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html notice(Words const& words, Notice const& notice) {
    using Kind = Notice::Kind;
    std::string_view const cls = notice.kind == Kind::success   ? "notice notice-success"
                                 : notice.kind == Kind::problem ? "notice notice-problem"
                                                                : "notice notice-info";
    std::string_view const usual = notice.kind == Kind::success   ? "ui.notice_success"
                                   : notice.kind == Kind::problem ? "ui.notice_problem"
                                                                  : "ui.notice_info";
    auto const heading = notice.heading.empty() ? words(usual) : notice.heading;
    return html::div({.cls = cls}, html::p({.cls = "notice-heading"}, heading),
                     html::div(notice.body));
}

} // namespace udb::ui
