// What is known of one thing: names and values.
#pragma once

#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct SummaryRow {
    std::string name; ///< "স্মারক নম্বর"
    Html value;       ///< text(…), link(…), status(…)
    Html action = {}; ///< a link to change it; may be empty
};

Html summary_list(std::vector<SummaryRow> const& rows);

} // namespace udb::ui
