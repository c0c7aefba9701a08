// The form around the fields.
#pragma once

#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>

namespace udb::ui {

struct Form {
    Url action;         ///< where it is posted
    std::string csrf;   ///< the hidden field `csrf`
    bool files = false; ///< it has a FileUpload
};

/// A posted form. The browser's own checks are off: ours are the same with and without JavaScript,
/// and in the reader's language.
Html form(Form const& form, Html const& fields);

/// A form that only asks for another view of a page: its fields go into the address.
struct Choosing {
    Url action;
    std::string button; ///< "দেখুন"
};
Html choosing(Choosing const& choosing, Html const& fields);

} // namespace udb::ui
