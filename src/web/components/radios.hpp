// One of a few, all in view.
#pragma once

#include "web/components/field.hpp"

namespace udb::ui {

struct Radios {
    std::string name;            ///< the form key; the first choice has it as its id
    std::string label;           ///< what is asked
    std::vector<Choice> choices; ///< two to seven; more belong into a Select
    std::string value = {};      ///< the chosen one; none is chosen by us
    std::string hint = {};
    std::string error = {};
    bool inline_row = false; ///< side by side: two short choices
    bool optional = false;
};

Html radios(Words const& words, Radios const& radios);

} // namespace udb::ui
