// A day.
#include "web/components/date_field.hpp"

#include "web/components/text_field.hpp"

namespace udb::ui {

Html date_field(Words const& words, DateField const& field) {
    return text_field(words, {.name = field.name,
                              .label = field.label,
                              .value = field.value,
                              .hint = field.hint.empty() ? words("ui.date_hint") : field.hint,
                              .error = field.error,
                              .width = 20,
                              .autocomplete = "off",
                              .optional = field.optional});
}

} // namespace udb::ui
