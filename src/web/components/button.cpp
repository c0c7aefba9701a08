// Buttons.
#include "web/components/button.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

std::string_view class_of(Button::Kind kind) {
    switch (kind) {
    case Button::Kind::secondary: return "govuk-button govuk-button--secondary";
    case Button::Kind::warning: return "govuk-button govuk-button--warning";
    case Button::Kind::primary: break;
    }
    return "govuk-button";
}

} // namespace

Html button(Button const& button) {
    if (!button.href.empty())
        return html::a(
            {.cls = class_of(button.kind),
             .href = button.href,
             .more = {{"role", "button"}, {"draggable", "false"}, {"data-module", "govuk-button"}}},
            button.label);
    return html::button({.cls = class_of(button.kind),
                         .more = {{"type", "submit"},
                                  {"name", button.name, !button.name.empty()},
                                  {"value", button.value, !button.name.empty()},
                                  {"data-module", "govuk-button"},
                                  {"data-prevent-double-click", "true"}}},
                        button.label);
}

Html button_group(std::vector<Html> const& buttons) {
    return html::div({.cls = "govuk-button-group"}, buttons);
}

Html post_button(Button const& button, std::string const& csrf) {
    return html::form({.cls = "post-button", .action = button.action, .more = {{"method", "post"}}},
                      html::hidden("csrf", csrf), ui::button(button));
}

} // namespace udb::ui
