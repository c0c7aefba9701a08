// Several lines of text.
#pragma once

#include "web/components/field.hpp"

namespace udb::ui {

struct TextArea {
    std::string name;       ///< the form key
    std::string label;      ///< what is asked
    std::string value = {}; ///< as it was typed, line breaks kept
    std::string hint = {};
    std::string error = {};
    int rows = 6;
    bool optional = false;
};

Html text_area(Words const& words, TextArea const& area);

} // namespace udb::ui
