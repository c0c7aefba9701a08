// Cuts fonts with hb-subset and writes their widths and Unicode maps.
#include "bangla/pdf/subsets.hpp"

#include "bangla/pdf/deflater.hpp"
#include "bangla/pdf/unicode.hpp"
#include "base/ensure.hpp"

#include <algorithm>
#include <hb-subset.h>

namespace udb::bangla::pdf {
namespace {

constexpr std::size_t subsets_kept_max = 128;
constexpr int program_level = 4;

using HbInput = std::unique_ptr<hb_subset_input_t, Destroys<hb_subset_input_destroy>>;

/// A CIDFontType2 needs outlines and measures alone; we shape, so it needs no layout tables.
constexpr hb_tag_t dropped_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('O', 'S', '/', '2'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('k', 'e', 'r', 'n')};

std::string subset_program(Face const& face, std::vector<std::uint16_t> const& glyphs) {
    auto const input = HbInput(hb_subset_input_create_or_fail());
    ENSURE(input != nullptr, "hb-subset has no memory");
    auto* const wanted = hb_subset_input_glyph_set(input.get());
    for (auto const glyph : glyphs)
        hb_set_add(wanted, glyph);
    auto* const drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (auto const table : dropped_tables)
        hb_set_add(drop, table);
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    auto const subset = HbFace(hb_subset_or_fail(face.cutting(), input.get()));
    ENSURE(subset != nullptr, "the font cannot be cut");
    auto* const blob = hb_face_reference_blob(subset.get());
    unsigned length = 0;
    auto const* const bytes = hb_blob_get_data(blob, &length);
    std::string program(bytes, length);
    hb_blob_destroy(blob);
    return program;
}

std::string tag_of(std::vector<std::uint16_t> const& glyphs) {
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    for (auto const glyph : glyphs)
        hash = (hash ^ glyph) * 1099511628211U;
    hash ^= hash >> 32;
    std::string tag;
    for (auto i = 0; i < 6; ++i, hash /= 26)
        tag += static_cast<char>('A' + hash % 26);
    return tag;
}

std::string to_unicode(UsedGlyphs const& glyphs) {
    constexpr std::size_t lines_max = 100; // PDF's limit for one bfchar section
    std::string out = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName/Adobe-Identity-UCS def /CMapType 2 def\n"
                      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    auto left = glyphs.size();
    std::size_t in_section = 0;
    for (auto const& [glyph, text] : glyphs) {
        if (in_section == 0) {
            in_section = std::min(left, lines_max);
            out += std::to_string(in_section) + " beginbfchar\n";
        }
        out += '<';
        append_hex(out, glyph);
        out += "><";
        for (auto const unit : text)
            append_hex(out, unit);
        out += ">\n";
        --left;
        if (--in_section == 0) out += "endbfchar\n";
    }
    out += "endcmap CMapName currentdict /CMap defineresource pop end end\n";
    return out;
}

} // namespace

std::vector<UsedGlyphs> used_glyphs(Faces const& faces, std::vector<Word const*> const& words) {
    std::vector<UsedGlyphs> used(faces.size());
    for (auto const* word : words)
        for (auto const& mapped : word->glyphs)
            used[mapped.face].try_emplace(mapped.glyph, mapped.text);
    for (std::size_t no = 0; no < faces.size(); ++no)
        if (auto const blank = faces[static_cast<FaceNo>(no)].glyph(U' ');
            blank && !used[no].empty())
            used[no][static_cast<std::uint16_t>(*blank)] = u" ";
    return used;
}

std::shared_ptr<Subset const> Subsets::of(FaceNo face, UsedGlyphs const& glyphs) const {
    Key key{face, glyphs};
    {
        auto const lock = std::lock_guard(mutex_);
        if (auto const known = kept_.find(key); known != kept_.end()) return known->second;
    }
    std::vector<std::uint16_t> numbers;
    numbers.reserve(glyphs.size());
    for (auto const& [glyph, text] : glyphs)
        numbers.push_back(glyph);
    auto const program = subset_program(faces_[face], numbers);
    Deflater deflater(program_level);
    auto subset =
        std::make_shared<Subset const>(Subset{.program = deflater.deflate(program),
                                              .length = program.size(),
                                              .tag = tag_of(numbers),
                                              .to_unicode = deflater.deflate(to_unicode(glyphs))});
    auto const lock = std::lock_guard(mutex_);
    if (kept_.size() >= subsets_kept_max) kept_.clear();
    return kept_.try_emplace(std::move(key), std::move(subset)).first->second;
}

} // namespace udb::bangla::pdf
