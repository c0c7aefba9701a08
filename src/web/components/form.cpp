// The form around the fields.
#include "web/components/form.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html form(Form const& form, Html const& fields) {
    return html::form({.action = form.action,
                       .more = {{"method", "post"},
                                {"enctype", "multipart/form-data", form.files},
                                {"novalidate", true}}},
                      html::hidden("csrf", form.csrf), fields);
}

} // namespace udb::ui
