// The look of the page, in one place. Points, unless em or lines are said.
#pragma once

#include "bangla/pdf/paper.hpp"

namespace udb::bangla::pdf {

constexpr double mm = 72 / 25.4;

/// A4 with the margins of a government letter.
struct PageSize {
    double width, height;
    double left = 25 * mm, right = 20 * mm, top = 20 * mm, bottom = 22 * mm;

    explicit PageSize(Orientation orientation)
        : width(orientation == Orientation::portrait ? 210 * mm : 297 * mm),
          height(orientation == Orientation::portrait ? 297 * mm : 210 * mm) {}

    double text_width() const { return width - left - right; }
    double text_height() const { return height - top - bottom; }
};

constexpr double body_size = 12;
constexpr double table_size = 11;
constexpr double table_size_min = 6;
constexpr double head_size = 13;
constexpr double small_size = 11;
constexpr double title_size = 14;
constexpr double page_number_size = 11;
constexpr double page_number_below = 10 * mm; ///< under the text

/// Lines less than 1.5 em apart are one block to programs that read the page (poppler's limit), and
/// columns a full em apart are two; both distances keep clear of these.
constexpr double leading_em = 1.45;
constexpr double ascent_em = 1.03; ///< from a line's top to its baseline
constexpr double gap_between_paragraphs = 7;
constexpr double gap_between_items = 3;
constexpr double gap_around_title = 14;

constexpr double label_gap_em = 0.5;
constexpr double label_em_min = 1.7;
constexpr double label_share_max = 0.3;
constexpr int indented_levels_max = 6;

constexpr double signature_share = 0.46; ///< of the text's width, at the right
constexpr double signature_room = 34;    ///< for the hand
constexpr double date_share_max = 0.55;

constexpr double qr_side = 22 * mm;
constexpr double qr_gap = 5 * mm; ///< of white on its right, four squares and more
constexpr double qr_text_size = 9.5;

constexpr double bar_from = 0.36; ///< of the text's width: left of it the labels …
constexpr double bar_to = 0.84;   ///< … and right of the longest bar its figure
constexpr double bar_gap = 14;
constexpr double bar_thickness_em = 0.8;

constexpr double picture_share_max = 0.42; ///< of a page's height
constexpr double picture_dpi = 110;        ///< a small picture is not blown up beyond this
constexpr double caption_size = 10.5;

constexpr double running_head_size = 10;
constexpr double running_head_above = 9 * mm; ///< over the text

constexpr double cover_top = 52 * mm;
constexpr double cover_title_size = 26;
constexpr double cover_subtitle_size = 16;
constexpr double cover_band = 2.2; ///< thickness of its two rules
constexpr double cover_gap = 12 * mm;
constexpr double cover_foot = 60 * mm; ///< between the second rule and the facts

constexpr double entry_number_em = 2.6; ///< room for a page's number
constexpr double entry_indent_em = 1.6; ///< of a lower level

constexpr double rule_width = 0.5;
constexpr double cell_padding_x = 6;
constexpr double cell_padding_y = 2.5;
constexpr double row_share_max = 0.4; ///< of a page; a taller row may be torn

} // namespace udb::bangla::pdf
