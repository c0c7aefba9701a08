// The paths of the icons, on a grid of 20.
#include "web/components/icon.hpp"

namespace udb::ui {
namespace {

Html shape(Icon which) {
    switch (which) {
    case Icon::check: return Html::raw("<path d=\"M4 10.5l4 4 8-9\"/>");
    case Icon::cross: return Html::raw("<path d=\"M5 5l10 10M15 5L5 15\"/>");
    case Icon::question:
        return Html::raw("<path d=\"M7 7.5a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2M10 15.2v.3\"/>");
    case Icon::info:
        return Html::raw("<path d=\"M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM10 9.5v4M10 6.3v.2\"/>");
    case Icon::warning: return Html::raw("<path d=\"M10 3L2 17h16zM10 8.5v3.8M10 14.4v.2\"/>");
    case Icon::document:
        return Html::raw("<path d=\"M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 10h5M7.5 13h5\"/>");
    case Icon::arrow: return Html::raw("<path d=\"M4 10h11M11 5.5l4.5 4.5-4.5 4.5\"/>");
    case Icon::plus: return Html::raw("<path d=\"M10 4v12M4 10h12\"/>");
    case Icon::minus: return Html::raw("<path d=\"M4 10h12\"/>");
    case Icon::search:
        return Html::raw(
            "<path d=\"M8.5 14a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11zM12.5 12.5L17 17\"/>");
    case Icon::person:
        return Html::raw(
            "<path d=\"M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.5c.6-3.6 3.2-5.3 6.5-5.3s5.9 1.7 6.5 5.3\"/>");
    case Icon::vacant:
        return Html::raw(
            "<path stroke-dasharray=\"2.2 2.2\" d=\"M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.5c.6-3.6 3.2-5.3 6.5-5.3s5.9 1.7 6.5 5.3\"/>");
    }
    return {};
}

} // namespace

Html icon(Icon which) {
    return Html::raw("<svg class=\"icon\" width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" "
                     "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
                     "stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" "
                     "focusable=\"false\">")
           + shape(which) + Html::raw("</svg>");
}

} // namespace udb::ui
