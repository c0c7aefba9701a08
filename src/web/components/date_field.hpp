// A day, typed in either script.
#pragma once

#include "web/components/field.hpp"

namespace udb::ui {

/// One box, not three: officers paste dates from orders (`২৬-০১-২০২৬`, `26 January 2026`), and a
/// picker cannot take them.
struct DateField {
    std::string name;       ///< the form key
    std::string label;      ///< what is asked
    std::string value = {}; ///< as it was typed, or the date in the reader's digits
    std::string hint = {};  ///< replaces the usual one, which shows a date as an example
    std::string error = {};
    bool optional = false;
};

Html date_field(Words const& words, DateField const& field);

} // namespace udb::ui
