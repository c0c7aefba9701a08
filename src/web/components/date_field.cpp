// A day.
#include "web/components/date_field.hpp"

#include "base/date.hpp"
#include "web/components/text_field.hpp"

namespace udb::ui {
namespace {

/// A day as it is stored, in the reader's words; anything else as it was typed.
std::string shown(Words const& words, std::string const& value) {
    auto const day = parse_iso_date(value);
    return day ? words.date(*day) : value;
}

} // namespace

Html date_field(Words const& words, DateField const& field) {
    return text_field(words, {.name = field.name,
                              .label = field.label,
                              .value = shown(words, field.value),
                              .hint = field.hint.empty() ? words("ui.date_hint") : field.hint,
                              .error = field.error,
                              .width = 20,
                              .autocomplete = "off",
                              .optional = field.optional});
}

} // namespace udb::ui
