// A QR code as a picture.
#pragma once

#include "web/html/html.hpp"

#include <string>

namespace udb::ui {

struct QrImage {
    int side = 0;      ///< squares on each side, the white around included
    std::string path;  ///< the dark squares: the `d` of an SVG path, a unit a square
    std::string label; ///< what it leads to, for whoever does not see it
    int pixels = 220;
};

Html qr_image(QrImage const& code);

} // namespace udb::ui
