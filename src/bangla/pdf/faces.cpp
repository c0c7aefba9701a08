// Opens fonts with HarfBuzz.
#include "bangla/pdf/faces.hpp"

#include "base/ensure.hpp"

#include <cmath>
#include <hb-ot.h>
#include <hb-subset.h>
#include <limits>

namespace udb::bangla::pdf {
namespace {

unsigned big_endian_16(char const* at) {
    return static_cast<unsigned>(static_cast<unsigned char>(at[0])) << 8
           | static_cast<unsigned char>(at[1]);
}

std::string postscript_name(hb_face_t* face) {
    char name[128];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    std::string kept;
    for (auto const c : std::string_view(name, size))
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-')
            kept += c;
    return kept.empty() ? "Font" : kept;
}

} // namespace

Face::Face(std::string_view bytes) : letters_(hb_set_create()) {
    ENSURE(bytes.size() < std::numeric_limits<unsigned>::max(), "a font is smaller than this");
    auto* const blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                      HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    face_.reset(hb_face_create(blob, 0));
    hb_blob_destroy(blob);
    ENSURE(hb_face_get_glyph_count(face_.get()) > 1, "the font is not one");
    cutting_.reset(hb_subset_preprocess(face_.get()));
    font_.reset(hb_font_create(face_.get()));
    units_per_em_ = hb_face_get_upem(face_.get());
    hb_face_collect_unicodes(face_.get(), letters_.get());
    letter_of_.resize(glyph_count());
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(letters_.get(), &c);)
        if (auto const g = glyph(c); g && letter_of_[*g] == 0) letter_of_[*g] = c;
    name_ = postscript_name(face_.get());

    auto const scaled = [this](hb_position_t units) {
        return static_cast<int>(std::lround(thousandths(units)));
    };
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font_.get(), &extents);
    metrics_.ascent = scaled(extents.ascender);
    metrics_.descent = scaled(extents.descender);
    hb_position_t cap = 0;
    hb_ot_metrics_get_position_with_fallback(font_.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &cap);
    metrics_.cap_height = scaled(cap);
    auto* const head = hb_face_reference_table(face_.get(), HB_TAG('h', 'e', 'a', 'd'));
    unsigned length = 0;
    auto const* const table = hb_blob_get_data(head, &length);
    for (std::size_t i = 0; i < 4 && length >= 44; ++i)
        metrics_.box[i] = scaled(static_cast<std::int16_t>(big_endian_16(table + 36 + 2 * i)));
    hb_blob_destroy(head);
    hb_font_make_immutable(font_.get());
    hb_face_make_immutable(face_.get());
}

bool Face::has(char32_t letter) const { return hb_set_has(letters_.get(), letter) != 0; }

std::optional<hb_codepoint_t> Face::glyph(char32_t letter) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font_.get(), letter, &glyph) || glyph == 0) return std::nullopt;
    return glyph;
}

std::optional<char32_t> Face::letter(hb_codepoint_t glyph) const {
    if (glyph >= letter_of_.size() || letter_of_[glyph] == 0) return std::nullopt;
    return letter_of_[glyph];
}

int Face::advance(hb_codepoint_t glyph) const {
    return static_cast<int>(
        std::lround(thousandths(hb_font_get_glyph_h_advance(font_.get(), glyph))));
}

Faces::Faces(Fonts const& fonts) {
    ENSURE(!fonts.regular.empty(), "a typesetter needs a font");
    std::vector<char const*> known;
    auto const open = [&](std::string_view bytes) {
        for (std::size_t i = 0; i < known.size(); ++i)
            if (known[i] == bytes.data()) return static_cast<FaceNo>(i);
        ENSURE(known.size() < std::numeric_limits<FaceNo>::max(), "fewer fonts will do");
        known.push_back(bytes.data());
        faces_.emplace_back(bytes);
        return static_cast<FaceNo>(known.size() - 1);
    };
    for (auto const bytes : fonts.regular)
        regular_.push_back(open(bytes));
    for (auto const bytes : fonts.bold)
        bold_.push_back(open(bytes));
    if (bold_.empty()) bold_ = regular_;
}

std::optional<FaceNo> Faces::find(char32_t letter, bool bold, std::optional<FaceNo> wanted) const {
    if (wanted && faces_[*wanted].has(letter)) return wanted;
    for (auto const no : order(bold))
        if (faces_[no].has(letter)) return no;
    return std::nullopt;
}

} // namespace udb::bangla::pdf
