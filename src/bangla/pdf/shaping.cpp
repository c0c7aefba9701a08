// Shapes words with HarfBuzz, each letter in the first font that has it.
#include "bangla/pdf/shaping.hpp"

#include "bangla/pdf/unicode.hpp"

#include <cmath>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <utility>

namespace udb::bangla::pdf {
namespace {

constexpr std::size_t words_per_shard_max = 1024;
constexpr std::size_t remembered_length_max = 48;
constexpr char16_t white_square = 0x25A1;

struct Letter {
    UChar32 value;
    std::size_t begin, end;
};

Letter letter_at(std::u16string_view text, std::size_t at) {
    auto const unit = text[at];
    if (U16_IS_LEAD(unit) && at + 1 < text.size() && U16_IS_TRAIL(text[at + 1]))
        return {U16_GET_SUPPLEMENTARY(unit, text[at + 1]), at, at + 2};
    return {unit, at, at + 1};
}

/// Takes the face of the letter before it: marks, joiners, selectors.
bool leans(UChar32 c) {
    return (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0
           || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool has_script(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    auto const script = uscript_getScript(c, &status);
    return script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
}

/// Draws the glyphs of one run: pairs of "show" and "move", the pen raised only where marks need
/// it.
class Pen {
public:
    void draw(unsigned glyph, double x, double y, double width) {
        if (auto const rise = std::lround(y); rise != rise_) {
            close();
            append_number(out_, static_cast<double>(rise) / 1000);
            out_ += " Ts ";
            rise_ = rise;
        }
        if (auto const back = std::lround(at_ - x); back != 0) {
            if (in_string_) out_ += '>';
            in_string_ = false;
            open();
            append_number(out_, static_cast<double>(back));
            at_ -= static_cast<double>(back);
        }
        open();
        if (!in_string_) out_ += '<';
        in_string_ = true;
        append_hex(out_, glyph);
        at_ += width;
    }

    std::string done(double end) {
        if (auto const back = std::lround(at_ - end); back != 0) {
            if (in_string_) out_ += '>';
            in_string_ = false;
            open();
            append_number(out_, static_cast<double>(back));
        }
        close();
        if (rise_ != 0) out_ += "0 Ts ";
        return std::move(out_);
    }

private:
    void open() {
        if (!in_array_) out_ += '[';
        in_array_ = true;
    }
    void close() {
        if (in_string_) out_ += '>';
        if (in_array_) out_ += "]TJ ";
        in_string_ = in_array_ = false;
    }

    std::string out_;
    double at_ = 0;
    long rise_ = 0;
    bool in_array_ = false;
    bool in_string_ = false;
};

} // namespace

std::string span_of(std::u16string_view text) {
    std::string out = "/Span<</ActualText";
    append_text_string(out, std::u16string(text) + u' ');
    out += ">>BDC ";
    return out;
}

std::shared_ptr<Word const> Shaper::word(std::u16string_view text, bool bold) const {
    if (text.size() > remembered_length_max) return make(text, bold);
    auto& shard = shards_[Hash{}(text) % shard_count + (bold ? shard_count : 0)];
    {
        auto const lock = std::lock_guard(shard.mutex);
        if (auto const known = shard.words.find(text); known != shard.words.end())
            return known->second;
    }
    auto made = make(text, bold);
    auto const lock = std::lock_guard(shard.mutex);
    if (shard.words.size() >= words_per_shard_max) shard.words.clear();
    return shard.words.try_emplace(std::u16string(text), std::move(made)).first->second;
}

std::vector<Stop> Shaper::stops(std::u16string_view text, bool bold) const {
    std::vector<Stop> stops;
    double x = 0;
    for (auto const& run : shape(text, bold)) {
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
            x += run.glyphs[i].advance;
            auto const next = i + 1 < run.glyphs.size() ? run.glyphs[i + 1].cluster : run.end;
            if (next != run.glyphs[i].cluster) stops.push_back({next, x / 1000});
        }
    }
    if (stops.empty() || stops.back().offset != text.size())
        stops.push_back({text.size(), x / 1000});
    return stops;
}

/// Signs at the start take the face of what follows: `(service` opens with the bracket of `s`.
std::optional<FaceNo> Shaper::face_ahead(std::u16string_view text, std::size_t at,
                                         bool bold) const {
    for (auto const end = std::min(text.size(), at + 8); at < end;) {
        auto const letter = letter_at(text, at);
        at = letter.end;
        if (has_script(letter.value))
            return faces_.find(static_cast<char32_t>(letter.value), bold, std::nullopt);
    }
    return std::nullopt;
}

std::vector<Shaper::Item> Shaper::items(std::u16string_view text, bool bold) const {
    std::vector<Item> items;
    auto const put = [&items](Letter const& letter, std::optional<FaceNo> face) {
        if (!items.empty() && items.back().face == face)
            items.back().end = letter.end;
        else
            items.push_back({letter.begin, letter.end, face});
    };
    std::optional<FaceNo> current;
    for (std::size_t at = 0; at < text.size();) {
        auto const letter = letter_at(text, at);
        at = letter.end;
        auto const c = static_cast<char32_t>(letter.value);
        if (leans(letter.value) && !items.empty()) {
            auto const last = items.back().face;
            auto const ignorable =
                u_hasBinaryProperty(letter.value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
            put(letter, ignorable || !last ? last : faces_.find(c, bold, last));
            continue;
        }
        auto wanted = current;
        if (has_script(letter.value)) {
            wanted = std::nullopt;
        } else if (!current) {
            wanted = face_ahead(text, at, bold);
        }
        auto const face = faces_.find(c, bold, wanted);
        if (face && has_script(letter.value)) current = face;
        put(letter, face);
    }
    return items;
}

Shaper::Shaped Shaper::shape_item(std::u16string_view text, Item const& item, bool bold) const {
    auto const box = faces_.find(white_square, bold, std::nullopt);
    auto const face_no = item.face ? *item.face : box.value_or(faces_.order(bold).front());
    auto const& face = faces_[face_no];
    auto const buffer = HbBuffer(hb_buffer_create());
    hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    if (item.face) {
        hb_buffer_add_utf16(buffer.get(), reinterpret_cast<std::uint16_t const*>(text.data()),
                            static_cast<int>(text.size()), static_cast<unsigned>(item.begin),
                            static_cast<int>(item.end - item.begin));
    } else {
        // PDF/A wants no .notdef glyph: what no font has is shown as an empty square, or a blank.
        auto const stand_in = box ? char32_t{white_square} : U' ';
        hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
        for (auto at = item.begin; at < item.end;) {
            auto const letter = letter_at(text, at);
            at = letter.end;
            if (!leans(letter.value) || letter.begin == item.begin)
                hb_buffer_add(buffer.get(), stand_in, static_cast<unsigned>(letter.begin));
        }
    }
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    auto const bengali = hb_buffer_get_script(buffer.get()) == HB_SCRIPT_BENGALI;
    static auto const* const bangla = hb_language_from_string("bn", -1);
    static auto const* const english = hb_language_from_string("en", -1);
    hb_buffer_set_language(buffer.get(), bengali ? bangla : english);
    hb_shape(face.font(), buffer.get(), nullptr, 0);

    Shaped shaped{face_no, item.end, {}};
    unsigned count = 0;
    auto const* const info = hb_buffer_get_glyph_infos(buffer.get(), &count);
    auto const* const position = hb_buffer_get_glyph_positions(buffer.get(), &count);
    shaped.glyphs.reserve(count);
    for (auto i = 0U; i < count; ++i) {
        auto const missing = info[i].codepoint == 0;
        auto const id = missing ? face.glyph(white_square).value_or(face.glyph(U' ').value_or(1))
                                : info[i].codepoint;
        shaped.glyphs.push_back({
            .id = id,
            .cluster = info[i].cluster,
            .advance = missing ? face.advance(id) : face.thousandths(position[i].x_advance),
            .dx = face.thousandths(position[i].x_offset),
            .dy = face.thousandths(position[i].y_offset),
        });
    }
    return shaped;
}

std::vector<Shaper::Shaped> Shaper::shape(std::u16string_view text, bool bold) const {
    std::vector<Shaped> runs;
    for (auto const& item : items(text, bold))
        runs.push_back(shape_item(text, item, bold));
    return runs;
}

/// What the glyphs of one cluster say: one that is a letter by itself that letter, the first other
/// one the rest.
std::vector<std::u16string> Shaper::sayings(Face const& face, std::span<Glyph const> glyphs,
                                            std::u16string rest) {
    constexpr std::size_t said_max = 64; // far beyond any syllable; a CMap takes no more than 256
    if (rest.size() > said_max) rest.resize(said_max);
    std::vector<std::u16string> says(glyphs.size());
    for (std::size_t i = 0; glyphs.size() > 1 && i < glyphs.size(); ++i) {
        auto const letter = face.letter(glyphs[i].id);
        auto const at = letter && *letter <= 0xFFFF ? rest.find(static_cast<char16_t>(*letter))
                                                    : std::u16string::npos;
        if (at == std::u16string::npos) continue;
        says[i] = static_cast<char16_t>(*letter);
        rest.erase(at, 1);
    }
    for (auto& say : says)
        if (say.empty())
            say = rest.empty() ? std::u16string(1, u'\u200B') : std::exchange(rest, {});
    return says;
}

void Shaper::map_glyphs(Word& word, Shaped const& run, std::u16string_view text) const {
    auto const glyphs = std::span(run.glyphs);
    for (std::size_t i = 0; i < glyphs.size();) {
        auto end = i + 1;
        while (end < glyphs.size() && glyphs[end].cluster == glyphs[i].cluster)
            ++end;
        auto const from = glyphs[i].cluster;
        auto const to = end < glyphs.size() ? glyphs[end].cluster : run.end;
        auto says = sayings(faces_[run.face], glyphs.subspan(i, end - i),
                            std::u16string(text.substr(from, to - from)));
        for (auto& say : says)
            word.glyphs.push_back(
                {run.face, static_cast<std::uint16_t>(glyphs[i++].id), std::move(say)});
    }
}

std::shared_ptr<Word const> Shaper::make(std::u16string_view text, bool bold) const {
    auto word = std::make_shared<Word>();
    word->span = span_of(text);
    double width = 0;
    for (auto const& run : shape(text, bold)) {
        Pen pen;
        double x = 0;
        for (auto const& glyph : run.glyphs) {
            pen.draw(glyph.id, x + glyph.dx, glyph.dy, faces_[run.face].advance(glyph.id));
            x += glyph.advance;
        }
        word->runs.push_back({run.face, pen.done(x)});
        map_glyphs(*word, run, text);
        width += x;
    }
    if (word->glyphs.empty()) {
        // A lone joiner draws nothing, but a span must hold something for its text to be read.
        auto const face = faces_.order(bold).front();
        if (auto const blank = faces_[face].glyph(U' ')) {
            Pen pen;
            pen.draw(*blank, 0, 0, faces_[face].advance(*blank));
            word->runs = {{face, pen.done(0)}};
            word->glyphs.push_back({face, static_cast<std::uint16_t>(*blank), u" "});
        }
    }
    word->width = width / 1000;
    return word;
}

} // namespace udb::bangla::pdf
