#include "web/components/qr_image.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html qr_image(QrImage const& code) {
    auto const side = std::to_string(code.side);
    auto const pixels = std::to_string(code.pixels);
    return html::tag(
        "svg",
        {.more = {{"viewBox", "0 0 " + side + " " + side},
                  {"width", pixels},
                  {"height", pixels},
                  {"role", "img"},
                  {"shape-rendering", "crispEdges"},
                  {"aria-label", code.label}}},
        html::tag("rect", {.more = {{"width", side}, {"height", side}, {"fill", "#fff"}}}),
        html::tag("path", {.more = {{"d", code.path}, {"fill", "#000"}}}));
}

} // namespace udb::ui
