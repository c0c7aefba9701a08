// Buttons: an act, or a link that begins one.
#pragma once

#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct Button {
    enum class Kind {
        primary,   ///< the one main act of a page
        secondary, ///< the others
        warning,   ///< destroys or cancels something
    };
    std::string label; ///< a verb: "সংরক্ষণ করুন"
    Kind kind = Kind::primary;
    Url href = {};          ///< makes it a link that looks like a button
    std::string name = {};  ///< the form key it sends, when a form has several buttons
    std::string value = {}; ///< sent under `name`
    Url action = {}; ///< where post_button sends its form; `button` leaves it to the form around it
};

/// Sends the form it stands in, or leads to `href`. A double click sends once.
Html button(Button const& button);

/// Buttons side by side, above one another on a phone.
Html button_group(std::vector<Html> const& buttons);

/// A form of its own around one button: for an act that needs no other input.
Html post_button(Button const& button, std::string const& csrf);

} // namespace udb::ui
