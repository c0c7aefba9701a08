// All problems of a form at the top of the page, each a link to its field.
#pragma once

#include "base/error.hpp"
#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string_view>
#include <vector>

namespace udb::ui {

/// What a field is called on the page. A problem that any field may have (`field.…`) is then told
/// as "name: sentence", since "fill in this field" says little when it stands alone.
struct FieldLabel {
    std::string_view field;
    std::string_view label;
};

/// Nothing when there is no error. Takes the focus when the page opens (with JavaScript). `field`
/// must be the name of a field on the page; an empty one gives a line without a link.
Html error_summary(Words const& words, std::vector<FieldError> const& errors,
                   std::vector<FieldLabel> const& labels = {});

/// The same for a refusal: its sentence, then its fields.
Html error_summary(Words const& words, Error const& error,
                   std::vector<FieldLabel> const& labels = {});

} // namespace udb::ui
