// Doubts.
#include "web/components/findings.hpp"

#include "web/components/icon.hpp"
#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

struct Look {
    std::string_view cls;
    std::string_view name;
    Icon picture;
};

Look look_of(FindingLine::Severity severity) {
    switch (severity) {
    case FindingLine::Severity::error:
        return {"finding finding-error", "ui.finding_error", Icon::cross};
    case FindingLine::Severity::warning:
        return {"finding finding-warning", "ui.finding_warning", Icon::warning};
    case FindingLine::Severity::note: break;
    }
    return {"finding finding-note", "ui.finding_note", Icon::info};
}

} // namespace

Html findings(Words const& words, std::vector<FindingLine> const& lines) {
    auto const line = [&](FindingLine const& finding) {
        auto const look = look_of(finding.severity);
        return html::li({.cls = look.cls}, icon(look.picture),
                        html::div(html::p({.cls = "finding-where"}, html::strong(words(look.name)),
                                          " · ", finding.where),
                                  html::p(finding.sentence), finding.action));
    };
    return html::ul({.cls = "findings"}, html::each(lines, line));
}

} // namespace udb::ui
