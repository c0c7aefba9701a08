// Pictures for the demo, drawn here: real PNG files.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace udb::evidence {

/// A square of dark and light squares, with a white border: a QR code as it is printed.
std::string png_of_squares(int side, std::vector<bool> const& dark);

/// Upright bars of these heights side by side.
std::string png_of_bars(std::span<int const> heights);

} // namespace udb::evidence
