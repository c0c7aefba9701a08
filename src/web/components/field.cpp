// Framing a control.
#include "web/components/field.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

using html::div;
using html::p;
using html::span;

std::string id_of(FieldFrame const& frame, std::string_view part) {
    return std::string(frame.name) + "-" + std::string(part);
}

Html marked_optional(Words const& words, FieldFrame const& frame) {
    if (!frame.optional) return {};
    return text(" ") + span({.cls = "optional"}, words("ui.optional"));
}

Html hint_and_error(Words const& words, FieldFrame const& frame) {
    Html parts;
    if (!frame.hint.empty())
        parts += div({.id = id_of(frame, "hint"), .cls = "govuk-hint"}, frame.hint);
    if (!frame.error.empty())
        parts +=
            p({.id = id_of(frame, "error"), .cls = "govuk-error-message"},
              span({.cls = "govuk-visually-hidden"}, words("ui.error_prefix"), " "), frame.error);
    return parts;
}

std::string_view group_class(FieldFrame const& frame) {
    return frame.error.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";
}

} // namespace

std::string error_at(Words const& words, std::vector<FieldError> const& errors,
                     std::string_view field) {
    for (auto const& error : errors)
        if (error.field == field) return words(error.message);
    return {};
}

std::string described_by(FieldFrame const& frame) {
    std::string ids;
    if (!frame.hint.empty()) ids = id_of(frame, "hint");
    if (!frame.error.empty()) ids += (ids.empty() ? "" : " ") + id_of(frame, "error");
    return ids;
}

Html framed(Words const& words, FieldFrame const& frame, Html const& control) {
    auto const label = html::label(
        {.cls = frame.hidden_label ? "govuk-visually-hidden" : "govuk-label govuk-label--s",
         .more = {{"for", frame.name}}},
        frame.label, marked_optional(words, frame));
    return div({.cls = group_class(frame)}, label, hint_and_error(words, frame), control);
}

Html framed_group(Words const& words, FieldFrame const& frame, Html const& controls) {
    auto const ids = described_by(frame);
    auto const legend = html::legend(
        {.cls = frame.hidden_label ? "govuk-visually-hidden"
                                   : "govuk-fieldset__legend govuk-fieldset__legend--s"},
        frame.label, marked_optional(words, frame));
    return div(
        {.cls = group_class(frame)},
        html::fieldset({.cls = "govuk-fieldset", .more = {{"aria-describedby", ids, !ids.empty()}}},
                       legend, hint_and_error(words, frame), controls));
}

} // namespace udb::ui
