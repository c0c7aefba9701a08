// The rows of radios and checkboxes, which differ in little but their class.
#pragma once

#include "web/components/field.hpp"

#include <span>

namespace udb::ui {

struct ChoiceRows {
    enum class Kind { radios, checkboxes };
    Kind kind;
    std::string_view name;
    std::span<Choice const> choices;
    std::span<std::string const> chosen;
    bool inline_row = false;
    std::string_view described_by = {}; ///< of the first row, where there is no fieldset
};

Html choice_rows(ChoiceRows const& rows);

} // namespace udb::ui
