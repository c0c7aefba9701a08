// The form around the fields.
#include "web/components/form.hpp"

#include "web/components/button.hpp"
#include "web/html/tags.hpp"

namespace udb::ui {

Html form(Form const& form, Html const& fields) {
    return html::form({.action = form.action,
                       .more = {{"method", "post"},
                                {"enctype", "multipart/form-data", form.files},
                                {"novalidate", true}}},
                      html::hidden("csrf", form.csrf), fields);
}

Html choosing(Choosing const& choosing, Html const& fields) {
    return html::form(
        {.cls = "search",
         .action = choosing.action,
         .more = {{"method", "get"}, {"novalidate", true}}},
        html::div({.cls = "narrowing"}, fields,
                  html::div({.cls = "govuk-form-group"},
                            button({.label = choosing.button, .kind = Button::Kind::secondary}))));
}

} // namespace udb::ui
