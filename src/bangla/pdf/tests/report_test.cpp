// Long papers: cover, contents that tell the pages, running heads, pictures.
#include "bangla/pdf/bitmap.hpp"
#include "bangla/pdf/tests/reading.hpp"

#include <cstdint>
#include <png.h>

namespace udb::bangla::reading {
namespace {

std::string png_of(std::uint32_t width, std::uint32_t height) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGBA;
    std::string const samples(std::size_t{width} * height * 4, '\x60');
    png_alloc_size_t size = 0;
    REQUIRE(png_image_write_get_memory_size(image, size, 0, samples.data(), 0, nullptr) != 0);
    std::string out(size, '\0');
    REQUIRE(png_image_write_to_memory(&image, out.data(), &size, 0, samples.data(), 0, nullptr)
            != 0);
    return out;
}

/// A frame header with what stands before it, as far as we read.
std::string jpeg_of(char components, std::string_view exif = {}) {
    std::string out = "\xFF\xD8";
    if (!exif.empty()) {
        auto const length = exif.size() + 8;
        out += "\xFF\xE1";
        out += static_cast<char>(length >> 8U);
        out += static_cast<char>(length & 0xFFU);
        out += std::string_view("Exif\0\0", 6);
        out += exif;
    }
    out += std::string_view("\xFF\xC0\x00\x0B\x08\x00\x50\x00\xA0", 9);
    out += components;
    return out.append(std::string_view("\x01\x11\x00", 3));
}

Paper report() {
    Paper paper{.meta = {.title = "বার্ষিক প্রতিবেদন"}, .running_head = "বার্ষিক প্রতিবেদন ২০২৫-২৬"};
    paper.blocks = {Cover{.office = {"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "নমুনা দপ্তর"},
                          .title = "বার্ষিক প্রতিবেদন",
                          .subtitle = "অর্থবছর ২০২৫-২৬",
                          .facts = {"৩০ জুলাই ২০২৬"}},
                    Contents{.title = "সূচিপত্র"}};
    for (std::string const name : {"টিম", "কর্মপরিকল্পনা", "সভা"}) {
        paper.blocks.emplace_back(Heading{name});
        paper.blocks.emplace_back(BarChart{.title = "তুলনা", .bars = {{"এক", 1, "১"}}});
        for (int i = 0; i < 40; ++i)
            paper.blocks.emplace_back(Paragraph{"একটি অনুচ্ছেদ যা পৃষ্ঠা ভরে।"});
    }
    return paper;
}

TEST_CASE(
    "the contents tell the page of each chapter, and the running head is on all but the cover") {
    auto const pdf = typesetter().typeset(report());
    auto text = run("pdftotext -layout", pdf, "-").output;
    for (auto at = text.find(" \n"); at != std::string::npos; at = text.find(" \n"))
        text.erase(at, 1);
    CAPTURE(text);
    auto const page_of = [&](std::string_view heading) {
        // The heading itself, on the pages after the contents.
        int page = 1, found = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\f') ++page;
            if (page > 2 && found == 0 && text.compare(at, heading.size(), heading) == 0
                && (text[at + heading.size()] == '\n'))
                found = page;
        }
        return found;
    };
    CHECK(page_of("টিম") == 3);
    CHECK(page_of("কর্মপরিকল্পনা") > 3);
    auto const listed = text.substr(0, text.find('\f', text.find('\f') + 1));
    for (std::string const name : {"টিম", "কর্মপরিকল্পনা", "সভা"}) {
        auto const at = listed.find(name, listed.find("সূচিপত্র"));
        REQUIRE(at != std::string::npos);
        auto const line = listed.substr(at, listed.find('\n', at) - at);
        auto const page = page_of(name);
        CHECK(line.ends_with(page == 3 ? "৩" : page == 4 ? "৪" : page == 5 ? "৫" : "৬"));
    }
    CHECK(text.find("বার্ষিক প্রতিবেদন ২০২৫-২৬") > text.find('\f'));
    CHECK(run("qpdf --check", pdf).output.find("WARNING") == std::string::npos);
}

TEST_CASE("a picture stands in the paper with its caption, and damaged ones leave the caption") {
    Paper paper{.meta = {.title = "ছবি"}};
    paper.blocks = {Picture{.bytes = png_of(300, 200), .caption = "সভার ছবি"},
                    Picture{.bytes = "\x89PNG but no more", .caption = "নষ্ট ছবি"}};
    auto const pdf = typesetter().typeset(paper);
    auto const images = run("pdfimages -list", pdf).output;
    CAPTURE(images);
    CHECK(images.find("300   200") != std::string::npos);
    auto const text = run("pdftotext", pdf, "-").output;
    CHECK(text.find("সভার ছবি") != std::string::npos);
    CHECK(text.find("নষ্ট ছবি") != std::string::npos);
    CHECK(run("qpdf --check", pdf).output.find("WARNING") == std::string::npos);
}

TEST_CASE("a JPEG tells its size, and how the camera was held") {
    auto const plain = pdf::bitmap_of(jpeg_of('\3'));
    REQUIRE(plain);
    CHECK(plain->shown_width() == 160);
    CHECK(plain->shown_height() == 80);
    std::string exif("MM\0\x2A\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0", 22);
    auto const turned = pdf::bitmap_of(jpeg_of('\3', exif));
    REQUIRE(turned);
    CHECK(turned->turned == pdf::Bitmap::Turned::right);
    CHECK(turned->shown_width() == 80);
    CHECK_FALSE(pdf::bitmap_of(jpeg_of('\4')));
    CHECK_FALSE(pdf::bitmap_of(jpeg_of('\3').substr(0, 8)));
    CHECK_FALSE(pdf::bitmap_of("GIF89a"));
    CHECK_FALSE(pdf::bitmap_of(""));
}

} // namespace
} // namespace udb::bangla::reading
