// Fills pages from top to bottom; what must stay together moves on together.
#include "bangla/pdf/pages.hpp"

#include "bangla/pdf/unicode.hpp"
#include "bangla/text/digits.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace udb::bangla::pdf {
namespace {

constexpr std::string_view artifact = "/Artifact BMC\n";
constexpr std::string_view pagination = "/Artifact<</Type/Pagination>>BDC\n";
constexpr std::string_view silence = "/Span<</ActualText()>>BDC ";

} // namespace

std::string page_label(Paper const& paper, std::size_t page) {
    auto const number = static_cast<std::int64_t>(page + 1);
    return paper.meta.language.starts_with("bn") ? bangla_number(number) : std::to_string(number);
}

double Paginator::chain_height(std::size_t first, std::size_t& end) const {
    auto const& strips = galley_.strips;
    auto height = 0.0;
    auto const most = size_.text_height();
    for (end = first; end < strips.size(); ++end) {
        height += strips[end].height + (end == first ? 0 : strips[end].before);
        if (!strips[end].keep_with_next || height > most) break;
    }
    end = std::min(end + 1, strips.size());
    return height;
}

Pages Paginator::paginate() {
    auto const& strips = galley_.strips;
    pages_.pages.emplace_back();
    y_ = size_.top;
    auto bookmark = galley_.bookmarks.begin();
    std::size_t held = 0; ///< strips before this one stay with the one placed last
    for (std::size_t i = 0; i < strips.size(); ++i) {
        auto const& strip = strips[i];
        auto before = at_top_ ? 0 : strip.before;
        auto height = strip.height;
        if (i >= held) {
            auto const chain = chain_height(i, held);
            auto const head = strip.table == no_table ? 0 : galley_.heads[strip.table].height;
            if (chain <= size_.text_height() - head) height = chain;
        }
        auto const full = y_ + before + height > bottom() + 0.01;
        if ((full && !at_top_) || (strip.new_page && i > 0)) {
            end_page(strip.continues);
            begin_page(strip);
            before = 0;
        }
        y_ += before;
        for (; bookmark != galley_.bookmarks.end() && bookmark->strip <= i; ++bookmark)
            pages_.outlines.push_back(
                {bookmark->title, bookmark->level, pages_.pages.size() - 1, size_.height - y_});
        place(strip, false, false);
        at_top_ = false;
    }
    end_page(false);
    return std::move(pages_);
}

void Paginator::begin_page(Strip const& next) {
    pages_.pages.emplace_back();
    y_ = size_.top;
    at_top_ = true;
    face_ = -1;
    if (next.table == no_table || last_ == nullptr || last_->table != next.table) return;
    for (auto const& strip : galley_.heads[next.table].strips)
        place(strip, true, next.continues);
    if (!dry_ && (next.continues || !next.open_above.empty()) && !next.verticals.empty())
        rule(next.verticals.front(), y_, next.verticals.back(), y_);
}

void Paginator::end_page(bool torn) {
    write_torn();
    unmark();
    if (dry_) return;
    running_head();
    auto const open = last_ != nullptr && (torn ? !last_->rule_below : !last_->open_below.empty());
    if (open && !last_->verticals.empty())
        rule(last_->verticals.front(), y_, last_->verticals.back(), y_);
    page_number(torn);
    auto& content = pages_.pages.back().content;
    if (!boxes_.empty()) content += std::string(artifact) + boxes_ + "f EMC\n";
    boxes_.clear();
    if (rules_.empty()) return;
    content += artifact;
    append_number(content, rule_width);
    content += " w\n";
    content += rules_;
    content += "S EMC\n";
    rules_.clear();
}

void Paginator::page_number(bool silent) {
    auto const page = pages_.pages.size() - 1;
    if (paper_.page_numbers == PageNumbers::none
        || (page == 0 && paper_.page_numbers == PageNumbers::from_second))
        return;
    auto const type = Type{page_number_size};
    auto lines = breaker_.lines(page_label(paper_, page), type,
                                {.width = size_.text_width(), .align = Align::centre});
    auto& content = pages_.pages.back().content;
    content += pagination;
    for (auto& line : lines)
        write({std::move(line), type, 0, page_number_below, no_element}, bottom(), silent);
    content += "ET EMC\n";
    in_text_ = false;
}

void Paginator::running_head() {
    if (paper_.running_head.empty() || pages_.pages.size() < 2) return;
    auto const type = Type{running_head_size};
    auto lines = breaker_.lines(paper_.running_head, type, {.width = size_.text_width()});
    if (lines.empty()) return;
    auto& content = pages_.pages.back().content;
    content += pagination;
    write({std::move(lines.front()), type, 0, ascent_em * type.size, no_element},
          size_.top - running_head_above, false);
    content += "ET EMC\n";
    in_text_ = false;
    auto const below = size_.top - running_head_above + leading_em * type.size;
    rule(0, below, size_.text_width(), below);
}

void Paginator::images(Strip const& strip, double top) {
    for (auto const& image : strip.images) {
        if (dry_) return;
        mark(image.element);
        auto& out = pages_.pages.back().content;
        if (in_text_) out += "ET ";
        in_text_ = false;
        out += "q ";
        auto const x = size_.left + image.x;
        auto const y = size_.height - top - image.y - image.height;
        // The unit square turned upright, as the camera was held (EXIF).
        auto const w = image.width, h = image.height;
        double matrix[6] = {w, 0, 0, h, x, y};
        switch (galley_.bitmaps[image.bitmap].turned) {
        case Bitmap::Turned::no: break;
        case Bitmap::Turned::half:
            std::ranges::copy(std::array{-w, 0.0, 0.0, -h, x + w, y + h}, matrix);
            break;
        case Bitmap::Turned::right:
            std::ranges::copy(std::array{0.0, -h, w, 0.0, x, y + h}, matrix);
            break;
        case Bitmap::Turned::left:
            std::ranges::copy(std::array{0.0, h, -w, 0.0, x + w, y}, matrix);
            break;
        }
        for (auto const number : matrix) {
            append_number(out, number);
            out += ' ';
        }
        out += "cm /P" + std::to_string(image.bitmap) + " Do Q\n";
    }
}

void Paginator::mark(ElementNo element) {
    auto& page = pages_.pages.back();
    if (dry_ || marked_ == element) return;
    unmark();
    marked_ = element;
    auto const number = page.owners.size();
    page.owners.push_back(element);
    galley_.tree.add_content(element, pages_.pages.size() - 1, number);
    page.content += name(galley_.tree.elements()[element].role);
    page.content += "<</MCID ";
    page.content += std::to_string(number);
    page.content += ">>BDC\n";
}

void Paginator::unmark() {
    auto& content = pages_.pages.back().content;
    if (in_text_) content += "ET ";
    in_text_ = false;
    if (marked_ != no_element) content += "EMC\n";
    marked_ = no_element;
}

void Paginator::place(Strip const& strip, bool as_artifact, bool silent) {
    auto& content = pages_.pages.back().content;
    if (!strip.torn || !strip.continues) write_torn();
    if (dry_) {
        y_ += strip.height;
        last_ = &strip;
        return;
    }
    if (as_artifact) {
        unmark();
        content += pagination;
    }
    for (auto const& fragment : strip.fragments) {
        if (strip.torn && !as_artifact) {
            torn_.push_back({&fragment, y_});
            continue;
        }
        if (!as_artifact) mark(fragment.element);
        write(fragment, y_, silent);
    }
    if (as_artifact) {
        content += in_text_ ? "ET EMC\n" : "EMC\n";
        in_text_ = false;
    }
    images(strip, y_);
    rules(strip, y_);
    y_ += strip.height;
    last_ = &strip;
}

/// A cell's text comes in one piece, not a line of each cell in turn.
void Paginator::write_torn() {
    std::stable_sort(torn_.begin(), torn_.end(), [](Waiting const& a, Waiting const& b) {
        return a.fragment->element < b.fragment->element;
    });
    for (auto const& waiting : torn_) {
        mark(waiting.fragment->element);
        write(*waiting.fragment, waiting.top, false);
    }
    torn_.clear();
}

void Paginator::write(Fragment const& fragment, double top, bool silent) {
    auto& out = pages_.pages.back().content;
    if (fragment.line.words.empty()) return;
    if (!in_text_) out += "BT ";
    in_text_ = true;
    auto const size = fragment.type.size;
    append_number(out, size);
    out += " 0 0 ";
    append_number(out, size);
    out += ' ';
    append_number(out, size_.left + fragment.x + fragment.line.words.front().x);
    out += ' ';
    append_number(out, size_.height - top - fragment.baseline);
    out += " Tm\n";
    auto x = fragment.line.words.front().x;
    auto open = false;
    for (auto const& placed : fragment.line.words) {
        if (!placed.span.empty() || !open) {
            if (open) out += "EMC ";
            out += silent ? silence : placed.span;
            open = true;
        }
        if (placed.x != x) {
            append_number(out, (placed.x - x) / size);
            out += " 0 Td ";
            x = placed.x;
        }
        show(out, *placed.word);
        if (placed.space_after) draw_space(out, placed, size);
    }
    out += "EMC\n";
}

void Paginator::show(std::string& out, Word const& word) {
    for (auto const& run : word.runs) {
        if (face_ != run.face) {
            out += "/F" + std::to_string(run.face) + " 1 Tf ";
            face_ = run.face;
        }
        out += run.operators;
    }
}

void Paginator::draw_space(std::string& out, Placed const& placed, double size) const {
    if (face_ < 0) return;
    auto const blank = breaker_.faces()[static_cast<FaceNo>(face_)].glyph(U' ');
    if (!blank) return;
    out += '[';
    if (placed.space_at >= 0)
        append_number(out, -std::round((placed.space_at - placed.x - placed.word->width * size)
                                       / size * 1000));
    out += '<';
    append_hex(out, *blank);
    out += ">]TJ ";
}

void Paginator::rule(double x1, double y1, double x2, double y2) {
    append_number(rules_, size_.left + x1);
    rules_ += ' ';
    append_number(rules_, size_.height - y1);
    rules_ += " m ";
    append_number(rules_, size_.left + x2);
    rules_ += ' ';
    append_number(rules_, size_.height - y2);
    rules_ += " l\n";
}

/// Level, with its gaps.
void Paginator::rule(double from, double to, double y, Gaps const& gaps) {
    for (auto const& [begin, end] : gaps) {
        if (begin > from) rule(from, y, begin, y);
        from = std::max(from, end);
    }
    if (to > from) rule(from, y, to, y);
}

void Paginator::rules(Strip const& strip, double top) {
    auto const below = top + strip.height;
    if (!strip.verticals.empty()) {
        auto const from = strip.verticals.front();
        auto const to = strip.verticals.back();
        for (auto const x : strip.verticals)
            rule(x, top, x, below);
        if (strip.rule_above) rule(from, to, top, strip.open_above);
        if (strip.rule_below) rule(from, to, below, strip.open_below);
    }
    for (auto const& box : strip.boxes) {
        for (auto const number :
             {size_.left + box.x, size_.height - top - box.y - box.height, box.width, box.height}) {
            append_number(boxes_, number);
            boxes_ += ' ';
        }
        boxes_ += "re\n";
    }
    if (strip.rule_to > 0)
        rule(strip.rule_from, top + strip.rule_y, strip.rule_to, top + strip.rule_y);
    if (strip.underline)
        for (auto const& fragment : strip.fragments)
            if (!fragment.line.words.empty())
                rule(fragment.x + fragment.line.words.front().x, below,
                     fragment.x + fragment.line.width, below);
}

} // namespace udb::bangla::pdf
