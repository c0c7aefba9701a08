// Photographs made smaller, and silent about where they were taken.
#include "platform/picture.hpp"

#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <jpeglib.h>
#include <vector>

namespace udb {
namespace {

/// Grey from black to white, with a comment of the camera.
std::string jpeg_of(unsigned width, unsigned height) {
    jpeg_error_mgr errors{};
    jpeg_compress_struct out{};
    out.err = jpeg_std_error(&errors);
    jpeg_create_compress(&out);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&out, &bytes, &size);
    out.image_width = width;
    out.image_height = height;
    out.input_components = 3;
    out.in_color_space = JCS_RGB;
    jpeg_set_defaults(&out);
    jpeg_start_compress(&out, TRUE);
    std::string const said = "GPS 23.8 90.4";
    jpeg_write_marker(&out, JPEG_COM, reinterpret_cast<unsigned char const*>(said.data()),
                      static_cast<unsigned>(said.size()));
    std::vector<unsigned char> row(std::size_t{width} * 3);
    for (unsigned y = 0; y < height; ++y) {
        for (auto& sample : row)
            sample = static_cast<unsigned char>(y * 255 / height);
        auto* line = row.data();
        jpeg_write_scanlines(&out, &line, 1);
    }
    jpeg_finish_compress(&out);
    jpeg_destroy_compress(&out);
    std::string made(reinterpret_cast<char const*>(bytes), size);
    std::free(bytes);
    return made;
}

/// Of the first frame header.
std::pair<int, int> size_of(std::string const& jpeg) {
    auto const at = jpeg.find("\xFF\xC0");
    REQUIRE(at != std::string::npos);
    auto const two = [&](std::size_t i) {
        return static_cast<unsigned char>(jpeg[at + i]) << 8
               | static_cast<unsigned char>(jpeg[at + i + 1]);
    };
    return {two(7), two(5)};
}

TEST_CASE("a large photograph becomes as small as asked, and says nothing but how it was held") {
    auto const large = jpeg_of(3200, 800);
    REQUIRE(large.find("GPS") != std::string::npos);
    auto const fitted = fitted_jpeg(large, 1600, 6);
    REQUIRE(fitted);
    CHECK(size_of(*fitted) == std::pair{1600, 400});
    CHECK(fitted->find("GPS") == std::string::npos);
    CHECK(fitted->find(std::string("\x01\x12\0\x03\0\0\0\x01\0\x06", 10)) != std::string::npos);
    CHECK(size_of(*fitted_jpeg(jpeg_of(100, 60), 1600, 1)) == std::pair{100, 60});
}

TEST_CASE("what is no JPEG, or is cut, is none; cut in its samples it is what came") {
    auto const whole = jpeg_of(400, 300);
    CHECK_FALSE(fitted_jpeg("", 1600, 1));
    CHECK_FALSE(fitted_jpeg("\x89PNG", 1600, 1));
    CHECK_FALSE(fitted_jpeg(whole.substr(0, 100), 1600, 1));
    CHECK(fitted_jpeg(whole.substr(0, whole.size() - 200), 1600, 1));
    CHECK(size_of(*fitted_jpeg(*fitted_jpeg(whole, 100, 1), 1600, 3)) == std::pair{100, 75});
}

} // namespace
std::string chunk(std::string_view kind, std::string_view data) {
    std::string out{'\0', '\0', '\0', static_cast<char>(data.size())};
    return out.append(kind).append(data) + "sum!";
}

TEST_CASE("of a PNG its pixels stay, byte for byte, and nothing else") {
    std::string const mark = "\x89PNG\r\n\x1a\n";
    auto const head = chunk("IHDR", "size"), colours = chunk("PLTE", "red"),
               pixels = chunk("IDAT", "pixels"), end = chunk("IEND", "");
    auto const told = mark + head + chunk("tEXt", "Author\0Karim") + chunk("eXIf", "GPS 23.8 90.4")
                      + colours + chunk("iTXt", "place") + pixels + chunk("tIME", "now") + pixels
                      + end + "what the editor cut off";
    CHECK(bare_png(told) == mark + head + colours + pixels + pixels + end);
    CHECK(bare_png(mark + head + pixels + end) == mark + head + pixels + end);
    CHECK_FALSE(bare_png(mark + head + pixels)); // without its end
    CHECK_FALSE(bare_png(mark + head + pixels.substr(0, 9)));
    CHECK_FALSE(bare_png(mark + head + std::string("\xff\xff\xff\xffIDAT....")));
    CHECK_FALSE(bare_png("JPEG"));
    CHECK_FALSE(bare_png({}));
}

} // namespace udb
