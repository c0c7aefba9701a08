// One of a longer list.
#include "web/components/select.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html select(Words const& words, Select const& select) {
    FieldFrame const frame{.name = select.name,
                           .label = select.label,
                           .hint = select.hint,
                           .error = select.error,
                           .optional = select.optional};
    auto const ids = described_by(frame);
    auto const line = [&](Choice const& choice) {
        return html::option({.more = {{"value", choice.value},
                                      {"selected", choice.value == select.value},
                                      {"disabled", choice.disabled}}},
                            choice.label);
    };
    Html empty;
    if (select.empty_line)
        empty = html::option({.more = {{"value", ""}}},
                             select.empty_label.empty() ? words("ui.choose") : select.empty_label);
    return framed(words, frame,
                  html::select({.id = select.name,
                                .cls = select.error.empty() ? "govuk-select"
                                                            : "govuk-select govuk-select--error",
                                .more = {{"name", select.name},
                                         {"aria-invalid", "true", !select.error.empty()},
                                         {"aria-describedby", ids, !ids.empty()}}},
                               empty, html::each(select.choices, line)));
}

} // namespace udb::ui
