// All problems of a form at the top of the page, each a link to its field.
#pragma once

#include "base/error.hpp"
#include "kernel/words.hpp"
#include "web/html/html.hpp"

namespace udb::ui {

/// Nothing when there is no error. Takes the focus when the page opens (with JavaScript). `field`
/// must be the name of a field on the page; an empty one gives a line without a link.
Html error_summary(Words const& words, std::vector<FieldError> const& errors);

/// The same for a refusal: its sentence, then its fields.
Html error_summary(Words const& words, Error const& error);

} // namespace udb::ui
