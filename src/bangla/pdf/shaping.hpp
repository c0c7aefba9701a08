// Words turned into glyphs, and into the PDF operators that draw them; each word once.
#pragma once

#include "bangla/pdf/faces.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace udb::bangla::pdf {

/// A word (or a part of one between two places where a line may break) ready to be drawn. Measures
/// are in em, so one serves every size; the operators expect a font set at size 1.
struct Word {
    struct Run {
        FaceNo face;
        std::string operators;
    };
    struct Mapped {
        FaceNo face;
        std::uint16_t glyph;
        std::u16string text; ///< what the glyph says, for the ToUnicode map
    };

    std::vector<Run> runs;
    std::vector<Mapped> glyphs;
    double width = 0;
    std::string span; ///< `/Span<</ActualText(word )>>BDC`
};

/// `/Span<</ActualText(text )>>BDC`. The space inside ends the word for whoever extracts the text,
/// and keeps a hyphen at a line's end from being taken for one that only divides a word.
std::string span_of(std::u16string_view text);

/// Where a word may be cut, and how far from its start that is, in em.
struct Stop {
    std::size_t offset;
    double x;
};

class Shaper {
public:
    explicit Shaper(Faces const& faces) : faces_(faces) {}

    /// Never null. Short words are remembered (at most some 30,000), and shared by threads.
    std::shared_ptr<Word const> word(std::u16string_view text, bool bold) const;

    /// The boundaries of the word's clusters, in order, the end included.
    std::vector<Stop> stops(std::u16string_view text, bool bold) const;

private:
    struct Glyph {
        hb_codepoint_t id;
        std::size_t cluster; ///< offset into the word
        double advance, dx, dy;
    };
    struct Shaped {
        FaceNo face;
        std::size_t end; ///< offset in the word where the run ends
        std::vector<Glyph> glyphs;
    };
    struct Item {
        std::size_t begin, end;
        std::optional<FaceNo> face; ///< none: no font has it
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::u16string_view text) const {
            return std::hash<std::u16string_view>{}(text);
        }
    };
    struct Shard {
        std::mutex mutex;
        std::unordered_map<std::u16string, std::shared_ptr<Word const>, Hash, std::equal_to<>>
            words;
    };

    std::optional<FaceNo> face_ahead(std::u16string_view text, std::size_t at, bool bold) const;
    std::vector<Item> items(std::u16string_view text, bool bold) const;
    std::vector<Shaped> shape(std::u16string_view text, bool bold) const;
    Shaped shape_item(std::u16string_view text, Item const& item, bool bold) const;
    std::shared_ptr<Word const> make(std::u16string_view text, bool bold) const;
    static std::vector<std::u16string> sayings(Face const& face, std::span<Glyph const> glyphs,
                                               std::u16string rest);
    void map_glyphs(Word& word, Shaped const& run, std::u16string_view text) const;

    static constexpr std::size_t shard_count = 16;
    Faces const& faces_;
    mutable std::array<Shard, 2 * shard_count> shards_;
};

} // namespace udb::bangla::pdf
