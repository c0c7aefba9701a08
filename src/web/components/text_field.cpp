// One line of text.
#include "web/components/text_field.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

std::string_view type_of(TextField::Type type) {
    switch (type) {
    case TextField::Type::email: return "email";
    case TextField::Type::tel: return "tel";
    case TextField::Type::url: return "url";
    case TextField::Type::password: return "password";
    case TextField::Type::search: return "search";
    case TextField::Type::text: break;
    }
    return "text";
}

} // namespace

Html text_field(Words const& words, TextField const& field) {
    FieldFrame const frame{.name = field.name,
                           .label = field.label,
                           .hint = field.hint,
                           .error = field.error,
                           .optional = field.optional,
                           .hidden_label = field.hidden_label};
    auto const ids = described_by(frame);
    std::string cls = "govuk-input";
    if (field.width > 0) cls += " govuk-input--width-" + std::to_string(field.width);
    if (!field.error.empty()) cls += " govuk-input--error";
    bool const password = field.type == TextField::Type::password;
    bool const spellchecked =
        field.type == TextField::Type::text && !field.digits && !field.decimals;
    return framed(
        words, frame,
        html::input({.id = field.name,
                     .cls = cls,
                     .more = {{"name", field.name},
                              {"type", type_of(field.type)},
                              {"value", field.value, !password && !field.value.empty()},
                              {"inputmode", "numeric", field.digits},
                              {"inputmode", "decimal", field.decimals},
                              {"spellcheck", "false", !spellchecked},
                              {"autocomplete", field.autocomplete, !field.autocomplete.empty()},
                              {"aria-invalid", "true", !field.error.empty()},
                              {"aria-describedby", ids, !ids.empty()}}}));
}

} // namespace udb::ui
