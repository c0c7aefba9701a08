// Writes the blocks of an official paper in the order and form that the typesetter gives them.
#include "bangla/docx/body.hpp"

#include "bangla/docx/runs.hpp"
#include "bangla/docx/widths.hpp"

#include <array>
#include <cmath>

namespace udb::bangla::docx {
namespace {

using namespace pdf;

constexpr std::string_view keep_next = "<w:keepNext/>";

/// Of a label, in front of a text that hangs beside it.
double hung_width(std::string_view label, double width) {
    return std::min((width_em(label) + label_gap_em) * body_size, width / 3);
}

double label_width(std::vector<ListItem> const& items, double size, double width) {
    double widest = 0;
    for (auto const& item : items)
        widest = std::max(widest, width_em(item.label));
    if (widest <= 0) return 0;
    return std::min(std::max(widest + label_gap_em, label_em_min) * size, label_share_max * width);
}

/// ` w:left="…"`, when there is something to say.
void append_length(std::string& out, std::string_view name, double points) {
    if (points <= 0) return;
    out += ' ';
    out += name;
    out += "=\"";
    out += twips(points);
    out += '"';
}

} // namespace

std::string BodyWriter::write(Paper const& paper) {
    for (auto const& block : paper.blocks)
        std::visit(*this, block);
    // A table cannot be the last thing in a document.
    if (ends_with_table_) gap(0);
    return std::move(body_);
}

void BodyWriter::paragraph(Look look, std::string const& runs) {
    auto const breaks = break_page_ && !body_.empty();
    if (!in_table_) {
        look.before = body_.empty() || breaks ? 0 : std::max(look.before, room_);
        room_ = 0;
        last_.clear();
        ends_with_table_ = false;
    }
    break_page_ = false;
    body_ += "<w:p><w:pPr><w:pStyle w:val=\"";
    body_ += look.style;
    body_ += "\"/>";
    if (look.keep == Keep::with_next) {
        body_ += keep_next;
    } else if (look.keep == Keep::loose) {
        body_ += "<w:keepNext w:val=\"0\"/>";
    } else if (!in_table_ || cell_is_empty_) {
        last_.push_back(body_.size());
    }
    cell_is_empty_ = false;
    if (breaks) body_ += "<w:pageBreakBefore/>";
    if (look.rule_below)
        body_ += "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/>"
                 "</w:pBdr>";
    if (look.tab > 0)
        body_ += "<w:tabs><w:tab w:val=\"left\" w:pos=\"" + twips(look.tab) + "\"/></w:tabs>";
    std::string spacing;
    append_length(spacing, "w:before", look.before);
    if (!spacing.empty()) body_ += "<w:spacing" + spacing + "/>";
    std::string indent;
    append_length(indent, "w:left", look.left);
    append_length(indent, "w:hanging", look.hanging);
    if (!indent.empty()) body_ += "<w:ind" + indent + "/>";
    if (!look.jc.empty()) body_ += "<w:jc w:val=\"" + std::string(look.jc) + "\"/>";
    body_ += "</w:pPr>";
    body_ += runs;
    body_ += "</w:p>";
}

void BodyWriter::gap(double height) {
    body_ += "<w:p><w:pPr><w:keepNext/>";
    if (break_page_) body_ += "<w:pageBreakBefore/>";
    body_ += "<w:spacing w:line=\"" + twips(std::max(height, 1.0))
             + "\" w:lineRule=\"exact\"/></w:pPr></w:p>";
    room_ = 0;
    break_page_ = false;
    ends_with_table_ = false;
}

void BodyWriter::labelled(Look look, std::string const& label, std::string const& text,
                          double width) {
    look.left += width;
    if (label.empty()) {
        if (!text.empty()) paragraph(look, text);
        return;
    }
    look.hanging = width;
    look.tab = look.left;
    paragraph(look, text.empty() ? label : label + std::string(tab_run) + text);
}

void BodyWriter::items(std::vector<ListItem> const& items, Frame const& frame, double before,
                       int level) {
    auto const indent =
        level < indented_levels_max ? label_width(items, frame.size, frame.width) : 0;
    for (auto const& item : items) {
        labelled({.style = frame.style, .before = before, .left = frame.left, .jc = frame.jc},
                 run_of(item.label), run_of(item.text), indent);
        before = frame.item_gap;
        if (item.items.empty()) continue;
        auto below = frame;
        below.left += indent;
        below.width -= indent;
        this->items(item.items, below, before, level + 1);
    }
}

void BodyWriter::operator()(Head const& head) {
    auto first = true;
    for (auto const& line : head.lines) {
        if (auto const runs = run_of(line, !first); !runs.empty())
            paragraph({.style = "MessageHeader"}, runs);
        first = false;
    }
    if (auto const runs = run_of(head.website); !runs.empty())
        paragraph({.style = "HeadWebsite"}, runs);
    leave(gap_around_title);
}

/// The number and the dates stand side by side in a table without lines, so that none runs into
/// the other however long it is.
void BodyWriter::memo_and_dates(std::string_view memo, Dates const& dates) {
    auto const number = run_of(memo);
    auto const label = run_of(dates.label);
    auto const bangla = run_of(dates.bangla);
    auto const gregorian = run_of(dates.gregorian);
    if (number.empty() && label.empty() && bangla.empty() && gregorian.empty()) return;
    auto const total = size_.text_width();
    auto const label_width = hung_width(dates.label, date_share_max * total);
    auto const date_width =
        std::min(std::max({width_em(dates.bangla), width_em(dates.gregorian), 1.0}) * body_size,
                 date_share_max * total - label_width);
    std::array const widths{total - label_width - date_width, label_width, date_width};
    begin_table(widths, "TableNormal", gap_around_title);
    begin_row("<w:cantSplit/>");
    Look look{.style = "Normal", .keep = Keep::with_next};
    auto const put = [&](std::size_t column, std::string const& upper, std::string const& lower) {
        begin_cell(widths[column]);
        look.rule_below = !upper.empty() && !lower.empty();
        if (!upper.empty()) paragraph(look, upper);
        look.before = look.rule_below ? 2 : 0;
        look.rule_below = false;
        if (!lower.empty()) paragraph(look, lower);
        end_cell(look.style);
    };
    put(0, number, {});
    put(1, label, {});
    put(2, bangla, gregorian);
    body_ += "</w:tr>";
    end_table();
}

void BodyWriter::operator()(MemoDate const& memo_date) {
    memo_and_dates(memo_date.memo, memo_date.dates);
    leave(gap_around_title);
}

void BodyWriter::operator()(Title const& title) {
    auto const runs = run_of(title.text);
    if (runs.empty()) return;
    paragraph({.style = has_title_ ? "TitleAgain" : "Heading1", .before = gap_around_title}, runs);
    has_title_ = true;
    leave(gap_around_title * 0.7);
}

void BodyWriter::operator()(Heading const& heading) {
    constexpr std::array<std::string_view, 3> styles{"Heading2", "Heading3", "Heading4"};
    auto const level = static_cast<std::size_t>(std::clamp(heading.level, 2, 4));
    if (auto const runs = run_of(heading.text); !runs.empty())
        paragraph({.style = styles[level - 2], .before = gap_around_title}, runs);
}

void BodyWriter::operator()(Subject const& subject) {
    labelled({.style = "Subject", .before = gap_between_paragraphs}, run_of(subject.label),
             run_of(subject.text), hung_width(subject.label, size_.text_width()));
}

void BodyWriter::operator()(References const& references) {
    auto const width = hung_width(references.label, size_.text_width());
    auto label = run_of(references.label);
    auto before = gap_between_paragraphs;
    for (auto const& reference : references.texts) {
        labelled({.style = "Normal", .before = before}, label, run_of(reference), width);
        before = gap_between_items;
        label.clear();
    }
    leave(gap_between_paragraphs);
}

void BodyWriter::operator()(Paragraph const& paragraph) {
    auto const number = run_of(paragraph.number);
    auto const text = run_of(paragraph.text);
    if (number.empty() && text.empty()) return;
    Look look{.style = "BodyText", .before = gap_between_paragraphs};
    if (!number.empty())
        look.tab = std::max(width_em(paragraph.number) + label_gap_em, 2.0) * body_size;
    auto const own_line = look.tab > size_.text_width() / 2;
    if (own_line) look.tab = 0;
    auto const between = number.empty() || text.empty() ? std::string_view{}
                         : own_line                     ? "<w:r><w:br/></w:r>"
                                                        : tab_run;
    this->paragraph(look, number + std::string(between) + text);
}

void BodyWriter::operator()(List const& list) {
    items(list.items, {.width = size_.text_width()}, gap_between_paragraphs, 0);
}

void BodyWriter::operator()(Signature const& signature) {
    std::vector<std::string> lines;
    auto const add = [&](std::string const& text, bool bold = false) {
        if (auto runs = run_of(text, bold); !runs.empty()) lines.push_back(std::move(runs));
    };
    add(signature.by_order);
    auto const signed_from = lines.size();
    add(signature.date);
    add(signature.name, true);
    add(signature.post);
    for (auto const& contact : signature.contacts)
        add(contact);
    if (lines.empty()) return;
    // A signature never stands alone on a page: what it signs comes with it.
    if (!break_page_)
        for (auto at = last_.rbegin(); at != last_.rend(); ++at)
            body_.insert(*at, keep_next);
    last_.clear();
    for (std::size_t i = 0; i < lines.size(); ++i)
        paragraph({.style = "Signature",
                   .before = i == signed_from ? signature_room
                             : i == 0         ? gap_around_title
                                              : 0,
                   .keep = i + 1 == lines.size() ? Keep::loose : Keep::as_style},
                  lines[i]);
    leave(gap_around_title);
}

void BodyWriter::operator()(CopyBlock const& copies) {
    leave(2 * gap_around_title);
    memo_and_dates(copies.memo, copies.dates);
    leave(gap_between_paragraphs);
    if (auto const runs = run_of(copies.heading); !runs.empty())
        paragraph({.style = "BodyText", .keep = Keep::with_next}, runs);
    items(copies.recipients, {.width = size_.text_width()}, gap_between_items, 0);
    (*this)(copies.signature);
}

void BodyWriter::operator()(QrMark const& mark) {
    // What can be edited is not what was issued: it has the address in words, and no code.
    for (auto const& line : mark.lines)
        (*this)(Paragraph{.text = line});
}

void BodyWriter::operator()(BarChart const& chart) {
    // A word processor gets the figures in words.
    if (!chart.title.empty()) (*this)(Heading{.text = chart.title, .level = 3});
    for (auto const& bar : chart.bars)
        (*this)(Paragraph{.text = bar.label + ": " + bar.written});
}

/// What a picture shows is told; the picture itself stays with the paper that is printed.
void BodyWriter::operator()(Picture const& picture) { (*this)(Paragraph{.text = picture.caption}); }

void BodyWriter::operator()(Cover const& cover) {
    (*this)(Head{.lines = cover.office});
    (*this)(Title{cover.title});
    (*this)(Paragraph{.text = cover.subtitle});
    for (auto const& fact : cover.facts)
        (*this)(Paragraph{.text = fact});
    break_page_ = true;
}

/// A word processor counts its own pages, and makes its own list of them.
void BodyWriter::operator()(Contents const&) {}

void BodyWriter::operator()(Space const& space) {
    auto const lines = std::isfinite(space.lines) ? std::clamp(space.lines, 0.0, 40.0) : 0.0;
    leave(lines * body_size * leading_em);
}

void BodyWriter::operator()(PageBreak const&) { break_page_ = true; }

} // namespace udb::bangla::docx
