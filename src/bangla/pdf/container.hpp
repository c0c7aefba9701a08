// The PDF file around the pages: fonts, structure, bookmarks and what the file says of itself.
#pragma once

#include "bangla/pdf/pages.hpp"
#include "bangla/pdf/subsets.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla::pdf {

struct Bound {
    Paper const& paper;
    PageSize const& size;
    Pages const& pages;
    Tree const& tree;
    std::vector<Bitmap> const& bitmaps;
    Faces const& faces;
    Subsets const& subsets;
    std::vector<UsedGlyphs> used;  ///< by face
    std::string_view srgb_profile; ///< deflated; empty: no PDF/A
};

/// The bytes of the file: PDF 1.7, tagged, PDF/A-2a when there is a colour profile.
std::string bind(Bound const& bound);

/// The XMP packet; the same facts stand in the document information.
std::string xmp(Meta const& meta, bool pdf_a);

/// `D:20260126101500+06'00'`, Bangladesh time.
std::string pdf_date(Instant instant);

} // namespace udb::bangla::pdf
