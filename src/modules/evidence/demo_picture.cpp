#include "modules/evidence/demo_picture.hpp"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace udb::evidence {
namespace {

using Colour = std::array<unsigned char, 3>;
constexpr Colour white{255, 255, 255}, ink{24, 36, 48}, bar{0, 106, 78}, ground{232, 240, 237};

struct Picture {
    int width, height;
    std::vector<Colour> dots = std::vector<Colour>(
        static_cast<std::size_t>(width) * static_cast<std::size_t>(height), white);

    void fill(int left, int top, int right, int bottom, Colour colour) {
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x)
                dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                     + static_cast<std::size_t>(x)] = colour;
    }
};

std::string big_endian(unsigned long value) {
    return {static_cast<char>(value >> 24U & 0xFFU), static_cast<char>(value >> 16U & 0xFFU),
            static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)};
}

/// Length, type, content, and the sum of the last two (PNG 1.2, §3.2).
std::string chunk(std::string const& type, std::string const& content) {
    auto const body = type + content;
    auto const sum =
        crc32(0, reinterpret_cast<Bytef const*>(body.data()), static_cast<uInt>(body.size()));
    return big_endian(content.size()) + body + big_endian(sum);
}

std::string png(Picture const& picture) {
    std::string rows;
    for (int y = 0; y < picture.height; ++y) {
        rows += '\0'; // no filter
        for (int x = 0; x < picture.width; ++x)
            for (auto const part : picture.dots[static_cast<std::size_t>(y * picture.width + x)])
                rows += static_cast<char>(part);
    }
    auto size = compressBound(static_cast<uLong>(rows.size()));
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size,
             reinterpret_cast<Bytef const*>(rows.data()), static_cast<uLong>(rows.size()));
    packed.resize(size);
    auto const head = big_endian(static_cast<unsigned long>(picture.width))
                      + big_endian(static_cast<unsigned long>(picture.height))
                      + std::string("\x08\x02\0\0\0", 5); // 8 bits of red, green, blue
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + chunk("IDAT", packed) + chunk("IEND", {});
}

} // namespace

std::string png_of_squares(int side, std::vector<bool> const& dark) {
    constexpr int dots = 10, border = 4;
    Picture picture{(side + 2 * border) * dots, (side + 2 * border) * dots};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (dark[static_cast<std::size_t>(y * side + x)])
                picture.fill((x + border) * dots, (y + border) * dots, (x + border + 1) * dots,
                             (y + border + 1) * dots, ink);
    return png(picture);
}

std::string png_of_bars(std::span<int const> heights) {
    constexpr int wide = 60, gap = 30, tall = 320, margin = 40;
    auto const count = static_cast<int>(heights.size());
    auto const most = std::max(1, *std::ranges::max_element(heights));
    Picture picture{2 * margin + count * (wide + gap), tall + 2 * margin};
    picture.fill(0, 0, picture.width, picture.height, ground);
    int left = margin + gap / 2;
    for (auto const height : heights) {
        picture.fill(left, margin + tall - tall * height / most, left + wide, margin + tall, bar);
        left += wide + gap;
    }
    picture.fill(margin, margin + tall, picture.width - margin, margin + tall + 4, ink);
    return png(picture);
}

} // namespace udb::evidence
