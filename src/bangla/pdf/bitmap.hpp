// A picture as PDF holds it: JPEG as it came, everything else as plain samples.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace udb::bangla::pdf {

struct Bitmap {
    int width = 0, height = 0; ///< in samples, as they are stored
    int components = 3;        ///< 1: grey, 3: colours
    bool jpeg = false;
    std::string data = {}; ///< of the JPEG, or the samples deflated
    /// How it must be turned to stand upright, as the camera says.
    enum class Turned { no, half, right, left };
    Turned turned = Turned::no;

    int shown_width() const { return on_its_side() ? height : width; }
    int shown_height() const { return on_its_side() ? width : height; }

private:
    bool on_its_side() const { return turned == Turned::right || turned == Turned::left; }
};

inline constexpr int bitmap_side_max = 12'000;

/// A JPEG of 8 bits in grey or three colours, or a PNG (what shines through it stands on white);
/// nothing for any other bytes, for damaged ones, and for more than `bitmap_side_max` a side.
std::optional<Bitmap> bitmap_of(std::string_view bytes);

} // namespace udb::bangla::pdf
