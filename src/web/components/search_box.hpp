// Search within a list.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>
#include <utility>
#include <vector>

namespace udb::ui {

struct SearchBox {
    Url action;             ///< the list; the text goes there as `q`
    std::string value = {}; ///< what was searched
    std::string label = {}; ///< "দপ্তর খুঁজুন"; the usual word where empty
    std::vector<std::pair<std::string, std::string>> kept = {}; ///< other fields of the query
    Html narrowing = {}; ///< selects under the box, sent with it
};

Html search_box(Words const& words, SearchBox const& box);

} // namespace udb::ui
