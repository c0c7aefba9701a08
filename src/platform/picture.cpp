#include "platform/picture.hpp"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>

namespace udb {
namespace {

constexpr std::uint64_t samples_max = 100'000'000;
constexpr int quality = 82;
constexpr unsigned eighths = 8; ///< libjpeg makes smaller by these

struct Failing {
    jpeg_error_mgr manager{};
    std::jmp_buf back{};
};

extern "C" {
static void udb_jpeg_failed(j_common_ptr about) {
    std::longjmp(reinterpret_cast<Failing*>(about->err)->back, 1);
}
static void udb_jpeg_silent(j_common_ptr, int) {}
}

/// Everything that must be given back, whichever way the work ends.
struct Shop {
    jpeg_decompress_struct in{};
    jpeg_compress_struct out{};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;

    explicit Shop(Failing& failing) {
        jpeg_std_error(&failing.manager);
        failing.manager.error_exit = udb_jpeg_failed;
        failing.manager.emit_message = udb_jpeg_silent;
        in.err = out.err = &failing.manager;
    }
    Shop(Shop const&) = delete;
    ~Shop() {
        jpeg_destroy_decompress(&in);
        jpeg_destroy_compress(&out);
        std::free(bytes);
    }
};

/// EXIF with one entry, big-endian: tag 0x0112, a short.
std::array<unsigned char, 32> exif(int orientation) {
    return {'E',  'x',
            'i',  'f',
            0,    0,
            'M',  'M',
            0,    42,
            0,    0,
            0,    8,
            0,    1,
            0x01, 0x12,
            0,    3,
            0,    0,
            0,    1,
            0,    static_cast<unsigned char>(orientation),
            0,    0,
            0,    0,
            0,    0};
}

/// Smaller by whole eighths, never larger.
unsigned scale_of(jpeg_decompress_struct const& in, int side_max) {
    auto const side = std::max(in.image_width, in.image_height);
    auto const wanted = static_cast<std::uint64_t>(side_max) * eighths / std::max(side, 1U);
    return static_cast<unsigned>(std::clamp<std::uint64_t>(wanted, 1, eighths));
}

// libjpeg leaves by longjmp: nothing here has a destructor.
bool made(Shop& shop, Failing& failing, std::string_view jpeg, int side_max, int orientation) {
    if (setjmp(failing.back) != 0) return false;
    auto& in = shop.in;
    auto& out = shop.out;
    jpeg_create_decompress(&in);
    jpeg_create_compress(&out);
    jpeg_mem_src(&in, reinterpret_cast<unsigned char const*>(jpeg.data()), jpeg.size());
    jpeg_read_header(&in, TRUE);
    if (std::uint64_t{in.image_width} * in.image_height > samples_max) return false;
    in.out_color_space = in.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    in.scale_num = scale_of(in, side_max);
    in.scale_denom = eighths;
    jpeg_start_decompress(&in);
    jpeg_mem_dest(&out, &shop.bytes, &shop.size);
    out.image_width = in.output_width;
    out.image_height = in.output_height;
    out.input_components = in.output_components;
    out.in_color_space = in.out_color_space;
    jpeg_set_defaults(&out);
    jpeg_set_quality(&out, quality, TRUE);
    out.write_JFIF_header = FALSE;
    jpeg_start_compress(&out, TRUE);
    auto const about = exif(orientation);
    jpeg_write_marker(&out, JPEG_APP0 + 1, about.data(), about.size());
    auto* const row =
        (*in.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&in), JPOOL_IMAGE,
                                in.output_width * static_cast<unsigned>(in.output_components), 1);
    while (in.output_scanline < in.output_height) {
        jpeg_read_scanlines(&in, row, 1);
        jpeg_write_scanlines(&out, row, 1);
    }
    jpeg_finish_compress(&out);
    return true;
}

} // namespace

std::optional<std::string> fitted_jpeg(std::string_view jpeg, int side_max, int orientation) {
    Failing failing;
    Shop shop(failing);
    if (!made(shop, failing, jpeg, side_max, orientation)) return {};
    return std::string(reinterpret_cast<char const*>(shop.bytes), shop.size);
}

std::optional<std::string> bare_png(std::string_view png) {
    using namespace std::string_view_literals;
    constexpr auto mark = "\x89PNG\r\n\x1a\n"sv;
    constexpr std::size_t around = 12; ///< length, kind and checksum of a chunk
    static constexpr std::array kept{"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv,
                                     "gAMA"sv, "cHRM"sv, "sRGB"sv, "sBIT"sv, "pHYs"sv};
    if (!png.starts_with(mark)) return {};
    std::string out(mark);
    png.remove_prefix(mark.size());
    while (png.size() >= around) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i)
            length = length << 8U | static_cast<unsigned char>(png[i]);
        if (length > png.size() - around) return {};
        auto const kind = png.substr(4, 4);
        if (std::ranges::find(kept, kind) != kept.end()) out += png.substr(0, length + around);
        if (kind == "IEND") return out;
        png.remove_prefix(length + around);
    }
    return {};
}

} // namespace udb
