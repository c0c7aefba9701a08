// Nothing here yet.
#include "web/components/empty_state.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html empty_state(EmptyState const& state) {
    Html hint;
    if (!state.hint.empty()) hint = html::p({.cls = "quiet"}, state.hint);
    return html::div({.cls = "vacancy"}, html::p({.cls = "vacancy-sentence"}, state.sentence), hint,
                     state.action);
}

} // namespace udb::ui
