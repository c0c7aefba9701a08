// Choosing one record among thousands, without JavaScript: type a few words, press find, choose
// from what was found. The form around it keeps everything else that was typed.
#pragma once

#include "kernel/register.hpp"
#include "kernel/words.hpp"
#include "web/components/field.hpp"
#include "web/html/html.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

/// Its keys in the form: `name` holds the chosen id (empty: none), `name_search` the words,
/// `name_searched` the words whose finds are on the page, and the button sends `find=name`.
struct Picker {
    std::string name;  ///< the form key: `parent`
    std::string label; ///< what is asked
    std::string hint = {};
    std::string error = {};
    bool optional = false;
    /// What has been chosen, as value and label; empty for none.
    std::optional<ui::Choice> chosen = {};
    /// What the search found; at most `most`.
    std::vector<ui::Choice> found = {};
    std::string search = {};    ///< what was typed
    bool just_searched = false; ///< the page is drawn to show what was found: it begins here
    /// Enter does what the form's main button does, not "find" (the first button would be pressed).
    /// False where that act must not happen by a slip: Enter then draws the form again.
    bool enter_submits = true;
    static constexpr int most = 15;
};

Html picker(Words const& words, Picker const& picker);

/// Whether the form was sent to find something: by a find button, or by Enter or the main button
/// with words in a search box that have not been searched yet. Draw it again, save nothing.
bool picker_asked(FormValues const& form);

/// The picker as the form describes it: `search(text)` finds choices and `name_of(value)` gives the
/// label of the chosen one, empty when there is no such record.
Picker picked(Picker picker, FormValues const& form,
              std::function<std::vector<ui::Choice>(std::string_view)> const& search,
              std::function<std::string(std::string_view)> const& name_of);

} // namespace udb
