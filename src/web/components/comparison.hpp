// Two texts side by side, and what changed between them.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct Comparison {
    enum class Change { same, changed, added, removed };
    struct Row {
        Change change = Change::same;
        std::string topic; ///< what is compared: "সভার নেতৃত্ব"
        Html left;         ///< empty where it is not there
        Html right;
    };
    std::string caption;
    std::string left; ///< heads of the two sides
    std::string right;
    std::vector<Row> rows;
};

/// A table at 1280 px; at 360 px each topic is a card with its two sides one above the other.
Html comparison(Words const& words, Comparison const& comparison);

} // namespace udb::ui
