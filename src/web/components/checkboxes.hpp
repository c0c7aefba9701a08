// Any number of a few.
#pragma once

#include "web/components/field.hpp"

namespace udb::ui {

struct Checkboxes {
    std::string name;                     ///< the form key, sent once for each ticked choice
    std::string label;                    ///< what is asked
    std::vector<Choice> choices;          ///< in the order shown
    std::vector<std::string> values = {}; ///< the ticked ones
    std::string hint = {};
    std::string error = {};
    bool optional = false;
};

Html checkboxes(Words const& words, Checkboxes const& boxes);

/// A single yes, without a question around it: "আমি তথ্য যাচাই করেছি".
struct Checkbox {
    std::string name;
    Choice choice;
    bool ticked = false;
    std::string error = {};
};
Html checkbox(Words const& words, Checkbox const& box);

} // namespace udb::ui
