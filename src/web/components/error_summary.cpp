// All problems of a form.
#include "web/components/error_summary.hpp"

#include "web/html/tags.hpp"

#include <algorithm>

namespace udb::ui {
namespace {

Html summary_of(Words const& words, std::string const& title, std::vector<FieldError> const& errors,
                std::vector<FieldLabel> const& labels) {
    auto const line = [&](FieldError const& error) {
        auto sentence = words(error.message);
        auto const named = std::ranges::find(labels, error.field, &FieldLabel::field);
        // The sentences of a module name their matter themselves; those for any field cannot.
        if (named != labels.end() && error.message.key.starts_with("field."))
            sentence = std::string(named->label) + ": " + sentence;
        if (error.field.empty()) return html::li(sentence);
        return html::li(html::a({.href = Url("#").at(error.field)}, sentence));
    };
    Html list;
    if (!errors.empty())
        list = html::ul({.cls = "govuk-list govuk-error-summary__list"}, html::each(errors, line));
    return html::div(
        {.cls = "govuk-error-summary", .more = {{"data-module", "govuk-error-summary"}}},
        html::div({.more = {{"role", "alert"}}},
                  html::h2({.cls = "govuk-error-summary__title"}, title),
                  html::div({.cls = "govuk-error-summary__body"}, list)));
}

} // namespace

Html error_summary(Words const& words, std::vector<FieldError> const& errors,
                   std::vector<FieldLabel> const& labels) {
    if (errors.empty()) return {};
    return summary_of(
        words, words("ui.errors_found", {{"count", static_cast<std::int64_t>(errors.size())}}),
        errors, labels);
}

Html error_summary(Words const& words, Error const& error, std::vector<FieldLabel> const& labels) {
    return summary_of(words, words(error.message), error.fields, labels);
}

} // namespace udb::ui
