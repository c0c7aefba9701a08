// Reads what a JPEG says of itself, and a PNG by libpng.
#include "bangla/pdf/bitmap.hpp"

#include "bangla/pdf/deflater.hpp"

#include <cstdint>
#include <png.h>

namespace udb::bangla::pdf {
namespace {

constexpr std::size_t samples_max = std::size_t{40} * 1000 * 1000;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

/// A number of the TIFF inside EXIF.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

    unsigned two(std::size_t at) const {
        auto const a = byte_at(bytes_, at), b = byte_at(bytes_, at + 1);
        return little_ ? a | b << 8U : a << 8U | b;
    }
    unsigned four(std::size_t at) const {
        return little_ ? two(at) | two(at + 2) << 16U : two(at) << 16U | two(at + 2);
    }

private:
    std::string_view bytes_;
    bool little_;
};

/// EXIF 2.3, tag 0x0112; mirrored ones, which no camera writes, are left as they are.
Bitmap::Turned turned_of(std::string_view tiff) {
    constexpr unsigned orientation = 0x0112;
    Tiff const in(tiff);
    if (!tiff.starts_with("II") && !tiff.starts_with("MM")) return Bitmap::Turned::no;
    std::size_t const directory = in.four(4);
    auto const count = in.two(directory);
    for (std::size_t i = 0; i < count; ++i) {
        auto const entry = directory + 2 + i * 12;
        if (entry + 12 > tiff.size()) break;
        if (in.two(entry) != orientation) continue;
        switch (in.two(entry + 8)) {
        case 3: return Bitmap::Turned::half;
        case 6: return Bitmap::Turned::right;
        case 8: return Bitmap::Turned::left;
        default: return Bitmap::Turned::no;
        }
    }
    return Bitmap::Turned::no;
}

/// A frame header: of Huffman coding, sequential or progressive; others no reader of PDF knows.
bool is_frame(unsigned marker) { return marker >= 0xC0 && marker <= 0xC2; }

std::optional<Bitmap> jpeg_of(std::string_view bytes) {
    Bitmap found{.jpeg = true};
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (byte_at(bytes, at) != 0xFF) return {};
        auto const marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        auto const length = byte_at(bytes, at + 2) << 8U | byte_at(bytes, at + 3);
        if (length < 2 || at + 2 + length > bytes.size()) return {};
        auto const segment = bytes.substr(at + 4, length - 2);
        if (marker == 0xE1 && segment.starts_with(std::string_view("Exif\0\0", 6)))
            found.turned = turned_of(segment.substr(6));
        if (is_frame(marker)) {
            found.height = static_cast<int>(byte_at(segment, 1) << 8U | byte_at(segment, 2));
            found.width = static_cast<int>(byte_at(segment, 3) << 8U | byte_at(segment, 4));
            found.components = static_cast<int>(byte_at(segment, 5));
            bool const known = byte_at(segment, 0) == 8 && found.width > 0 && found.height > 0
                               && (found.components == 1 || found.components == 3)
                               && found.width <= bitmap_side_max && found.height <= bitmap_side_max;
            if (!known) return {};
            found.data = bytes;
            return found;
        }
        if (marker == 0xDA) return {};
        at += 2 + length;
    }
    return {};
}

std::optional<Bitmap> png_of(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return {};
    image.format = PNG_FORMAT_RGB;
    auto const samples = std::size_t{image.width} * image.height * 3;
    if (image.width == 0 || image.width > bitmap_side_max || image.height > bitmap_side_max
        || samples > samples_max) {
        png_image_free(&image);
        return {};
    }
    std::string plain(samples, '\0');
    png_color const white{.red = 255, .green = 255, .blue = 255};
    if (png_image_finish_read(&image, &white, plain.data(), 0, nullptr) == 0) return {};
    return Bitmap{.width = static_cast<int>(image.width),
                  .height = static_cast<int>(image.height),
                  .data = Deflater(4).deflate(plain)};
}

} // namespace

std::optional<Bitmap> bitmap_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8")) return jpeg_of(bytes);
    if (bytes.starts_with("\x89PNG")) return png_of(bytes);
    return {};
}

} // namespace udb::bangla::pdf
