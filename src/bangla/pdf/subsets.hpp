// The part of each font that a paper uses, as PDF embeds it.
#pragma once

#include "bangla/pdf/faces.hpp"
#include "bangla/pdf/shaping.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace udb::bangla::pdf {

/// The glyphs that a paper uses of one face, with what they say.
using UsedGlyphs = std::map<std::uint16_t, std::u16string>;

/// By face number; a face that is not used is empty. The first word to use a glyph says what it
/// stands for. The space is always among them.
std::vector<UsedGlyphs> used_glyphs(Faces const& faces, std::vector<Word const*> const& words);

struct Subset {
    std::string program;    ///< TrueType, deflated; glyphs keep their numbers
    std::size_t length = 0; ///< before deflating
    std::string tag;        ///< `ABCDEF`, which PDF wants before the font's name
    std::string to_unicode; ///< the ToUnicode map, a CMap program, deflated
};

/// Cuts subsets and keeps the latest: papers from one office use much the same letters.
class Subsets {
public:
    explicit Subsets(Faces const& faces) : faces_(faces) {}

    std::shared_ptr<Subset const> of(FaceNo face, UsedGlyphs const& glyphs) const;

private:
    using Key = std::pair<FaceNo, UsedGlyphs>;

    Faces const& faces_;
    mutable std::mutex mutex_;
    mutable std::map<Key, std::shared_ptr<Subset const>> kept_;
};

} // namespace udb::bangla::pdf
