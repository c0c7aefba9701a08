// Radios and checkboxes.
#include "web/components/choices.hpp"

#include "web/components/checkboxes.hpp"
#include "web/components/radios.hpp"
#include "web/html/tags.hpp"

#include <algorithm>

namespace udb::ui {

Html choice_rows(ChoiceRows const& rows) {
    bool const radios = rows.kind == ChoiceRows::Kind::radios;
    std::string const block = radios ? "govuk-radios" : "govuk-checkboxes";
    Html list;
    std::size_t n = 0;
    for (auto const& choice : rows.choices) {
        auto id = std::string(rows.name);
        if (++n > 1) id += "-" + std::to_string(n);
        auto hint_id = choice.hint.empty() ? std::string{} : id + "-item-hint";
        auto ids = std::string(n == 1 ? rows.described_by : "");
        if (!hint_id.empty()) ids += (ids.empty() ? "" : " ") + hint_id;
        Html hint;
        if (!hint_id.empty())
            hint = html::div({.id = hint_id, .cls = "govuk-hint " + block + "__hint"}, choice.hint);
        bool const chosen = std::ranges::find(rows.chosen, choice.value) != rows.chosen.end();
        list += html::div(
            {.cls = block + "__item"},
            html::input({.id = id,
                         .cls = block + "__input",
                         .more = {{"name", rows.name},
                                  {"type", radios ? "radio" : "checkbox"},
                                  {"value", choice.value},
                                  {"checked", chosen},
                                  {"disabled", choice.disabled},
                                  {"aria-describedby", ids, !ids.empty()}}}),
            html::label({.cls = "govuk-label " + block + "__label", .more = {{"for", id}}},
                        choice.label),
            hint);
    }
    return html::div({.cls = rows.inline_row ? block + " " + block + "--inline" : block,
                      .more = {{"data-module", block}}},
                     list);
}

Html radios(Words const& words, Radios const& radios) {
    FieldFrame const frame{.name = radios.name,
                           .label = radios.label,
                           .hint = radios.hint,
                           .error = radios.error,
                           .optional = radios.optional};
    std::string const chosen[] = {radios.value};
    return framed_group(words, frame,
                        choice_rows({.kind = ChoiceRows::Kind::radios,
                                     .name = radios.name,
                                     .choices = radios.choices,
                                     .chosen = chosen,
                                     .inline_row = radios.inline_row}));
}

Html checkboxes(Words const& words, Checkboxes const& boxes) {
    FieldFrame const frame{.name = boxes.name,
                           .label = boxes.label,
                           .hint = boxes.hint,
                           .error = boxes.error,
                           .optional = boxes.optional};
    return framed_group(words, frame,
                        choice_rows({.kind = ChoiceRows::Kind::checkboxes,
                                     .name = boxes.name,
                                     .choices = boxes.choices,
                                     .chosen = boxes.values}));
}

Html checkbox(Words const& words, Checkbox const& box) {
    std::vector<std::string> const chosen(box.ticked ? 1 : 0, box.choice.value);
    bool const wrong = !box.error.empty();
    Html error;
    if (wrong)
        error = html::p({.id = box.name + "-error", .cls = "govuk-error-message"},
                        html::span({.cls = "govuk-visually-hidden"}, words("ui.error_prefix"), " "),
                        box.error);
    return html::div(
        {.cls = wrong ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}, error,
        choice_rows({.kind = ChoiceRows::Kind::checkboxes,
                     .name = box.name,
                     .choices = std::span(&box.choice, 1),
                     .chosen = chosen,
                     .described_by = wrong ? box.name + "-error" : std::string{}}));
}

} // namespace udb::ui
