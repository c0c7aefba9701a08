// The sheet.
#include "web/components/paper.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

Html lines(std::vector<std::string> const& all) {
    return html::each(all, [](std::string const& line) { return html::p(line); });
}

Html copies_of(Paper const& paper) {
    if (paper.copies.empty()) return {};
    auto const line = [](std::string const& copy) { return html::li(copy); };
    return html::div({.cls = "paper-copies"}, html::p(paper.copies_head),
                     html::ul(html::each(paper.copies, line)));
}

Html part(std::string cls, Html const& inner) {
    if (inner.empty()) return {};
    return html::div({.cls = std::move(cls)}, inner);
}

} // namespace

Html paper(Words const& words, Paper const& paper) {
    Html stamp;
    if (!paper.stamp.empty()) stamp = html::p({.cls = "paper-stamp"}, paper.stamp);
    Html dates;
    if (!paper.bangla_date.empty() || !paper.gregorian_date.empty())
        dates = html::div({.cls = "paper-dates"}, html::p(paper.bangla_date),
                          html::p(paper.gregorian_date));
    Html signature;
    if (!paper.signature.empty())
        signature = html::div({.cls = "paper-signature"}, lines(paper.signature));
    return html::article(
        {.cls = "paper",
         .more = {{"lang", paper.language == Language::bn ? "bn" : "en"},
                  {"aria-label", words("ui.paper")}}},
        stamp, html::div({.cls = "paper-head"}, lines(paper.head)),
        html::div({.cls = "paper-line"}, html::p({.cls = "paper-memo"}, paper.memo), dates),
        html::when(!paper.title.empty(),
                   [&] { return html::p({.cls = "paper-title"}, paper.title); }),
        html::div({.cls = "paper-body"}, paper.body), signature, part("paper-body", paper.below),
        copies_of(paper), paper.mark, part("paper-body paper-annexes", paper.annexes));
}

} // namespace udb::ui
