// The fonts, opened once: which of them has a letter, and what it measures.
#pragma once

#include "bangla/pdf/typesetter.hpp"

#include <cstdint>
#include <hb.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla::pdf {

template <auto destroy>
struct Destroys {
    template <class T>
    void operator()(T* thing) const {
        destroy(thing);
    }
};

using HbFace = std::unique_ptr<hb_face_t, Destroys<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroys<hb_font_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, Destroys<hb_set_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Destroys<hb_buffer_destroy>>;

/// One font file. All measures are thousandths of the type size. Never changes once opened.
class Face {
public:
    explicit Face(std::string_view bytes);

    bool has(char32_t letter) const;
    std::optional<hb_codepoint_t> glyph(char32_t letter) const;
    /// The letter a glyph stands for by itself, or nothing (a conjunct).
    std::optional<char32_t> letter(hb_codepoint_t glyph) const;
    int advance(hb_codepoint_t glyph) const;
    double thousandths(hb_position_t units) const { return units * 1000.0 / units_per_em_; }

    hb_font_t* font() const { return font_.get(); }
    hb_face_t* face() const { return face_.get(); }
    /// The same, prepared so that cutting it again and again is quick.
    hb_face_t* cutting() const { return cutting_.get(); }
    std::string const& name() const { return name_; }
    unsigned glyph_count() const { return hb_face_get_glyph_count(face_.get()); }

    struct Metrics {
        int ascent = 0, descent = 0, cap_height = 0;
        int box[4] = {0, 0, 0, 0};
    };
    Metrics const& metrics() const { return metrics_; }

private:
    HbFace face_;
    HbFace cutting_;
    HbFont font_;
    HbSet letters_;
    std::vector<char32_t> letter_of_; ///< by glyph; 0: none
    double units_per_em_ = 1000;
    std::string name_;
    Metrics metrics_;
};

using FaceNo = std::uint8_t;

/// Regular and bold faces with their orders of asking.
class Faces {
public:
    explicit Faces(Fonts const& fonts);

    Face const& operator[](FaceNo no) const { return faces_[no]; }
    std::size_t size() const { return faces_.size(); }
    std::vector<FaceNo> const& order(bool bold) const { return bold ? bold_ : regular_; }

    /// The face for `letter`: `wanted` if that has it, else the first that does.
    std::optional<FaceNo> find(char32_t letter, bool bold, std::optional<FaceNo> wanted) const;

private:
    std::vector<Face> faces_;
    std::vector<FaceNo> regular_;
    std::vector<FaceNo> bold_;
};

} // namespace udb::bangla::pdf
