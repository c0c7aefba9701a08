// Several lines of text.
#include "web/components/text_area.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html text_area(Words const& words, TextArea const& area) {
    FieldFrame const frame{.name = area.name,
                           .label = area.label,
                           .hint = area.hint,
                           .error = area.error,
                           .optional = area.optional};
    auto const ids = described_by(frame);
    // The parser drops a line feed that follows the start tag, so one is always there to drop.
    return framed(
        words, frame,
        html::textarea(
            {.id = area.name,
             .cls = area.error.empty() ? "govuk-textarea" : "govuk-textarea govuk-textarea--error",
             .more = {{"name", area.name},
                      {"rows", std::to_string(area.rows)},
                      {"aria-invalid", "true", !area.error.empty()},
                      {"aria-describedby", ids, !ids.empty()}}},
            "\n", area.value));
}

} // namespace udb::ui
