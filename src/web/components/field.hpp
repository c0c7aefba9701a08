// What every field of a form shares: label, hint, error, and how they are tied to the control.
#pragma once

#include "base/error.hpp"
#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::ui {

/// The sentence at one field, empty when there is none: `.error = error_at(words, errors,
/// "title")`.
std::string error_at(Words const& words, std::vector<FieldError> const& errors,
                     std::string_view field);

/// The frame of a field with one control. Used by the components, and by fields of modules.
struct FieldFrame {
    std::string_view name;  ///< the form key; the control's id too, so that errors can lead to it
    std::string_view label; ///< what is asked
    std::string_view hint = {};
    std::string_view error = {}; ///< empty when the value is right
    bool optional = false;       ///< adds "(ঐচ্ছিক)" to the label
    bool hidden_label = false;   ///< for screen readers only, where the place says it
};

/// `aria-describedby` of the control: the hint and the error, by id; empty for neither.
std::string described_by(FieldFrame const& frame);

/// Label, hint, error and `control`.
Html framed(Words const& words, FieldFrame const& frame, Html const& control);

/// The same around several controls (radios, checkboxes): fieldset and legend.
Html framed_group(Words const& words, FieldFrame const& frame, Html const& controls);

/// One of several values to choose from.
struct Choice {
    std::string value; ///< what the form sends
    std::string label; ///< in the reader's language
    std::string hint = {};
    bool disabled = false;
};

} // namespace udb::ui
