// One of a longer list.
#pragma once

#include "web/components/field.hpp"

namespace udb::ui {

struct Select {
    std::string name;            ///< the form key
    std::string label;           ///< what is asked
    std::vector<Choice> choices; ///< in the order shown
    std::string value = {};      ///< the chosen one; "" chooses the empty line
    std::string hint = {};
    std::string error = {};
    bool empty_line = true;       ///< begins with "বেছে নিন"
    std::string empty_label = {}; ///< what the empty line says in its place: "সব" in a filter
    bool optional = false;
};

Html select(Words const& words, Select const& select);

} // namespace udb::ui
