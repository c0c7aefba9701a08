// QR codes (ISO/IEC 18004) as squares, for pages and papers alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct QrCode {
    int side = 0; ///< squares on each side, without the quiet zone (four squares of white) around
    std::vector<bool> dark; ///< row by row, `side * side`

    bool at(int row, int column) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side)
                    + static_cast<std::size_t>(column)];
    }
};

/// With error correction M. `text` is at most 2,000 bytes; more is a Bug.
QrCode qr_code(std::string_view text);

/// The dark squares as the `d` of an SVG path, a unit a square, the quiet zone included: the view
/// box is `0 0 side+8 side+8`.
std::string qr_path(QrCode const& code);

} // namespace udb
