// Finds the embedded fonts by their names.
#include "bangla/pdf/fonts/fonts.hpp"

#include "base/embedded.hpp"
#include "base/ensure.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> pdf_fonts();
std::span<EmbeddedFile const> pdf_profile();
} // namespace udb::embedded

namespace udb::bangla {
namespace {

std::string_view font(std::string_view name) {
    for (auto const& file : embedded::pdf_fonts())
        if (file.name == name) return file.bytes;
    throw Bug("no such font is embedded: " + std::string(name));
}

} // namespace

Fonts serif_fonts() {
    auto const signs = font("NotoSansMath-Regular.ttf");
    auto const symbols = font("NotoSansSymbols2-Regular.ttf");
    return {
        .regular = {font("NotoSerifBengali-Regular.ttf"), font("NotoSerif-Regular.ttf"), signs,
                    symbols},
        .bold = {font("NotoSerifBengali-Bold.ttf"), font("NotoSerif-Bold.ttf"), signs, symbols},
        .srgb_profile = embedded::pdf_profile().front().bytes,
    };
}

Fonts sans_fonts() {
    auto const signs = font("NotoSansMath-Regular.ttf");
    auto const symbols = font("NotoSansSymbols2-Regular.ttf");
    return {
        .regular = {font("NotoSansBengali-Regular.ttf"), font("NotoSans-Regular.ttf"), signs,
                    symbols},
        .bold = {font("NotoSansBengali-Bold.ttf"), font("NotoSans-Bold.ttf"), signs, symbols},
        .srgb_profile = embedded::pdf_profile().front().bytes,
    };
}

} // namespace udb::bangla
