// One line of text.
#pragma once

#include "web/components/field.hpp"

namespace udb::ui {

struct TextField {
    enum class Type { text, email, tel, url, password, search };
    std::string name;       ///< the form key
    std::string label;      ///< what is asked
    std::string value = {}; ///< as it was typed, right or wrong; never shown for passwords
    std::string hint = {};
    std::string error = {};
    Type type = Type::text;
    int width = 0;                 ///< letters that fit: 2, 4, 5, 10, 20 or 0 for the whole line
    std::string autocomplete = {}; ///< the HTML token: "username", "current-password", "name"
    bool digits = false;           ///< phones show the number keys; Bangla digits are taken too
    bool decimals = false;         ///< the same with a point
    bool optional = false;
    bool hidden_label = false;
};

Html text_field(Words const& words, TextField const& field);

} // namespace udb::ui
