// A list with nothing in it says so, and what to do next.
#pragma once

#include "web/html/html.hpp"

#include <string>

namespace udb::ui {

struct EmptyState {
    std::string sentence;  ///< "এখনো কোনো টিম গঠন করা হয়নি।"
    std::string hint = {}; ///< how it fills
    Html action = {};      ///< button(…) to begin
};

Html empty_state(EmptyState const& state);

} // namespace udb::ui
