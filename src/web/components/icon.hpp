// Small pictures drawn in the colour of the text. They never stand alone: words say the same.
#pragma once

#include "web/html/html.hpp"

namespace udb::ui {

enum class Icon {
    check,
    cross,
    question,
    info,
    warning,
    document,
    arrow,
    plus,
    minus,
    search,
    person,
    vacant
};

/// A 20×20 picture, hidden from screen readers.
Html icon(Icon which);

} // namespace udb::ui
