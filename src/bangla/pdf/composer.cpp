// Sets the blocks of an official paper, in the order and form that the Secretariat Instructions
// give a letter: head, number and dates, kind, subject, body, signature, copies.
#include "bangla/pdf/composer.hpp"

#include <algorithm>
#include <cmath>

namespace udb::bangla::pdf {
namespace {

double leading(Type type) { return type.size * leading_em; }

/// The first two lines stay together, and the last two.
void hold_ends(std::vector<Strip>& strips) {
    auto const count = strips.size();
    if (count < 2) return;
    strips.front().keep_with_next = true;
    strips[count - 2].keep_with_next = true;
}

void append(std::vector<Strip>& to, std::vector<Strip> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

Galley Composer::compose(Paper const& paper) {
    paper_ = &paper;
    for (auto const& block : paper.blocks)
        std::visit(*this, block);
    return std::move(galley_);
}

void Composer::put(Strips strips, double before, bool keep_with_next) {
    if (strips.empty()) return;
    auto& first = strips.front();
    first.before = std::max({first.before, before, room_});
    first.new_page = first.new_page || break_page_;
    room_ = 0;
    break_page_ = false;
    if (keep_with_next)
        for (auto& strip : strips)
            strip.keep_with_next = true;
    append(galley_.strips, std::move(strips));
}

Composer::Strips Composer::text(std::string_view text, Frame const& frame, ElementNo element) {
    return numbered({}, text, frame, element);
}

Composer::Strips Composer::numbered(std::string_view number, std::string_view text,
                                    Frame const& frame, ElementNo element) {
    auto label = breaker_.lines(number, frame.type, {.width = frame.width});
    auto first = 0.0;
    if (label.size() == 1) {
        first = std::max(label.front().width + label_gap_em * frame.type.size, 2 * frame.type.size);
        if (first > frame.width / 2)
            first = 0;
        else
            breaker_.reach(label.front(), frame.type, first);
    }
    auto lines = breaker_.lines(
        text, frame.type,
        {.width = frame.width, .first = first, .justify = frame.justify, .align = frame.align});
    Strips strips;
    auto const strip_of = [&](Line line) {
        Strip strip{.height = leading(frame.type), .continues = !strips.empty()};
        strip.fragments.push_back(
            {std::move(line), frame.type, frame.x, ascent_em * frame.type.size, element});
        strips.push_back(std::move(strip));
    };
    for (auto& line : label)
        strip_of(std::move(line));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 0 && first > 0)
            strips.front().fragments.push_back(
                {std::move(lines[i]), frame.type, frame.x, ascent_em * frame.type.size, element});
        else
            strip_of(std::move(lines[i]));
    }
    if (!strips.empty()) strips.front().before = frame.before;
    hold_ends(strips);
    return strips;
}

Composer::Strips Composer::beside(Beside beside, Frame const& frame) {
    Strips strips;
    auto const count = std::max(beside.left.size(), beside.right.size());
    for (std::size_t i = 0; i < count; ++i) {
        Strip strip{.height = leading(frame.type), .continues = i > 0};
        auto const baseline = ascent_em * frame.type.size;
        if (i < beside.left.size())
            strip.fragments.push_back({std::move(beside.left[i]), frame.type,
                                       frame.x + beside.left_x, baseline, beside.left_element});
        if (i < beside.right.size())
            strip.fragments.push_back({std::move(beside.right[i]), frame.type,
                                       frame.x + beside.right_x, baseline, beside.right_element});
        strips.push_back(std::move(strip));
    }
    if (!strips.empty()) strips.front().before = frame.before;
    hold_ends(strips);
    return strips;
}

Composer::Strips Composer::labelled(std::string_view label, std::string_view text,
                                    Frame const& frame, double label_width,
                                    std::pair<ElementNo, ElementNo> elements) {
    auto const body_x = label_width;
    auto const gap = label_width > 0 ? label_gap_em * frame.type.size : 0;
    Beside both{
        .left = breaker_.lines(label, frame.type, {.width = std::max(body_x - gap, 1.0)}),
        .right = breaker_.lines(text, frame.type,
                                {.width = std::max(frame.width - body_x, 1.0),
                                 .justify = frame.justify,
                                 .align = frame.align}),
        .right_x = body_x,
        .left_element = elements.first,
        .right_element = elements.second,
    };
    if (both.left.size() == 1 && !both.right.empty())
        breaker_.reach(both.left.front(), frame.type, body_x);
    return beside(std::move(both), frame);
}

double Composer::label_width(std::vector<ListItem> const& items, Frame const& frame) {
    double widest = 0;
    for (auto const& item : items)
        widest = std::max(widest, breaker_.width(item.label, frame.type));
    if (widest <= 0) return 0;
    auto const wanted =
        std::max(widest + label_gap_em * frame.type.size, label_em_min * frame.type.size);
    return std::min(wanted, label_share_max * frame.width);
}

Composer::Strips Composer::items(std::vector<ListItem> const& items, Frame const& frame,
                                 ElementNo parent, int level) {
    Strips strips;
    auto const list = galley_.tree.add(parent, Role::list);
    auto const indent = level < indented_levels_max ? label_width(items, frame) : 0;
    for (auto const& item : items) {
        auto const li = galley_.tree.add(list, Role::item);
        auto const has_label = breaker_.width(item.label, frame.type) > 0;
        auto const label = has_label ? galley_.tree.add(li, Role::label) : li;
        auto const body = galley_.tree.add(li, Role::body);
        auto own = frame;
        own.before = strips.empty() ? frame.before : frame.item_gap;
        auto lines = indent > 0 ? labelled(item.label, item.text, own, indent, {label, body})
                                : text(item.label, own, label);
        if (indent <= 0) append(lines, text(item.text, own, body));
        append(strips, std::move(lines));
        if (!item.items.empty()) {
            own.x += indent;
            own.width -= indent;
            own.before = frame.item_gap;
            append(strips, this->items(item.items, own, body, level + 1));
        }
    }
    return strips;
}

void Composer::operator()(Head const& head) {
    auto frame = body();
    frame.align = Align::centre;
    frame.type = {head_size};
    for (auto const& line : head.lines) {
        put(text(line, frame, galley_.tree.add(Tree::root, Role::p)), 0, true);
        frame.type = {head_size, true};
    }
    frame.type = {small_size};
    put(text(head.website, frame, galley_.tree.add(Tree::root, Role::p)), 0, true);
    leave(gap_around_title);
}

void Composer::memo_and_dates(std::string_view memo, Dates const& dates) {
    auto const type = Type{body_size};
    auto const width = size_.text_width();
    auto label_width = breaker_.width(dates.label, type);
    if (label_width > 0) label_width += breaker_.space_width(false) * type.size;
    auto const date_width =
        std::max(breaker_.width(dates.bangla, type), breaker_.width(dates.gregorian, type));
    auto const right = std::min(label_width + date_width, date_share_max * width);
    auto const left_p = galley_.tree.add(Tree::root, Role::p);
    auto const right_p = galley_.tree.add(Tree::root, Role::p);
    Beside both{
        .left = breaker_.lines(memo, type, {.width = width - right - type.size}),
        .right = breaker_.lines(std::string(dates.label) + ' ' + dates.bangla, type,
                                {.width = right + 1}),
        .right_x = width - right,
        .left_element = left_p,
        .right_element = right_p,
    };
    auto below = breaker_.lines(dates.gregorian, type,
                                {.width = std::max(right - label_width, type.size) + 1});
    auto const upper = both.right.size();
    auto const stacked = upper == 1 && below.size() == 1;
    for (auto& line : below) {
        for (auto& placed : line.words)
            placed.x += label_width;
        both.right.push_back(std::move(line));
    }
    auto strips = beside(std::move(both), {.x = 0, .width = width, .type = type});
    if (stacked && !dates.bangla.empty()) {
        strips.front().rule_from = width - right + label_width;
        strips.front().rule_to = width;
        strips.front().rule_y = strips.front().height + 1;
        strips[1].before = 2;
    }
    put(std::move(strips), gap_around_title, true);
}

void Composer::operator()(MemoDate const& memo_date) {
    memo_and_dates(memo_date.memo, memo_date.dates);
    leave(gap_around_title);
}

void Composer::operator()(Title const& title) {
    auto frame = body();
    frame.align = Align::centre;
    frame.type = {title_size, true};
    auto const element = galley_.tree.add(Tree::root, has_title_ ? Role::h2 : Role::h1);
    auto strips = text(title.text, frame, element);
    if (strips.empty()) return;
    for (auto& strip : strips)
        strip.underline = true;
    galley_.bookmarks.push_back({title.text, has_title_ ? 2 : 1, galley_.strips.size()});
    has_title_ = true;
    put(std::move(strips), gap_around_title, true);
    leave(gap_around_title * 0.7);
}

void Composer::operator()(Heading const& heading) {
    auto const level = std::clamp(heading.level, 2, 4);
    auto frame = body();
    frame.type = {level == 2 ? head_size : body_size, true};
    auto const role = level == 2 ? Role::h2 : level == 3 ? Role::h3 : Role::h4;
    auto strips = text(heading.text, frame, galley_.tree.add(Tree::root, role));
    if (strips.empty()) return;
    galley_.bookmarks.push_back({heading.text, level, galley_.strips.size()});
    put(std::move(strips), gap_around_title, true);
}

void Composer::operator()(Subject const& subject) {
    auto frame = body();
    frame.type.bold = true;
    auto const p = galley_.tree.add(Tree::root, Role::p);
    auto const label =
        std::min(breaker_.width(subject.label, frame.type) + label_gap_em * frame.type.size,
                 frame.width / 3);
    put(labelled(subject.label, subject.text, frame, label, {p, p}), gap_between_paragraphs, true);
}

void Composer::operator()(References const& references) {
    auto frame = body();
    auto const label =
        std::min(breaker_.width(references.label, frame.type) + label_gap_em * frame.type.size,
                 frame.width / 3);
    auto first = true;
    for (auto const& reference : references.texts) {
        auto const p = galley_.tree.add(Tree::root, Role::p);
        put(labelled(first ? std::string_view(references.label) : std::string_view{}, reference,
                     frame, label, {p, p}),
            first ? gap_between_paragraphs : gap_between_items);
        first = false;
    }
    leave(gap_between_paragraphs);
}

void Composer::operator()(Paragraph const& paragraph) {
    auto frame = body();
    frame.justify = true;
    put(numbered(paragraph.number, paragraph.text, frame, galley_.tree.add(Tree::root, Role::p)),
        gap_between_paragraphs);
}

void Composer::operator()(List const& list) {
    auto frame = body();
    frame.justify = true;
    put(items(list.items, frame, Tree::root, 0), gap_between_paragraphs);
}

Composer::Strips Composer::signature(Signature const& signature) {
    auto const width = size_.text_width();
    Frame frame{.x = width * (1 - signature_share),
                .width = width * signature_share,
                .align = Align::centre};
    Strips strips;
    auto const line = [&](std::string const& words, bool bold, double before) {
        frame.type.bold = bold;
        frame.before = before;
        auto set = text(words, frame, galley_.tree.add(Tree::root, Role::p));
        append(strips, std::move(set));
    };
    line(signature.by_order, false, 0);
    auto const by_order = strips.size();
    line(signature.date, false, 0);
    line(signature.name, true, 0);
    line(signature.post, false, 0);
    for (auto const& contact : signature.contacts)
        line(contact, false, 0);
    if (strips.size() > by_order) strips[by_order].before = signature_room;
    for (auto& strip : strips)
        strip.keep_with_next = true;
    if (!strips.empty()) strips.back().keep_with_next = false;
    return strips;
}

void Composer::operator()(Signature const& signature) {
    auto strips = this->signature(signature);
    if (strips.empty()) return;
    // A signature never stands alone on a page: what it signs comes with it.
    if (!galley_.strips.empty() && !break_page_) galley_.strips.back().keep_with_next = true;
    put(std::move(strips), gap_around_title);
    leave(gap_around_title);
}

void Composer::operator()(CopyBlock const& copies) {
    leave(2 * gap_around_title);
    memo_and_dates(copies.memo, copies.dates);
    leave(gap_between_paragraphs);
    auto frame = body();
    frame.justify = true;
    put(text(copies.heading, frame, galley_.tree.add(Tree::root, Role::p)), 0, true);
    if (!copies.recipients.empty())
        put(items(copies.recipients, frame, Tree::root, 0), gap_between_items);
    (*this)(copies.signature);
}

void Composer::operator()(QrMark const& mark) {
    auto const count = mark.side > 0 ? static_cast<std::size_t>(mark.side) : 0;
    if (count == 0 || mark.dark.size() != count * count) return;
    auto const unit = qr_side / mark.side;
    Strip strip{.height = qr_side};
    // Dark squares beside each other are one box.
    for (std::size_t row = 0; row < count; ++row)
        for (std::size_t from = 0, to = 0; from < count; from = to + 1) {
            for (to = from; to < count && mark.dark[row * count + to];)
                ++to;
            if (to > from)
                strip.boxes.push_back({unit * static_cast<double>(from),
                                       unit * static_cast<double>(row),
                                       unit * static_cast<double>(to - from), unit});
        }
    Type const type{qr_text_size};
    auto const x = qr_side + qr_gap;
    auto y = 0.0;
    for (auto const& text : mark.lines) {
        auto const element = galley_.tree.add(Tree::root, Role::p);
        for (auto& line : breaker_.lines(text, type, {.width = size_.text_width() - x})) {
            strip.fragments.push_back(
                {std::move(line), type, x, y + ascent_em * type.size, element});
            y += leading(type);
        }
    }
    strip.height = std::max(strip.height, y);
    put({std::move(strip)}, 2 * gap_around_title);
}

void Composer::operator()(BarChart const& chart) {
    auto const height_of = [](double value) {
        return std::isfinite(value) && value > 0 ? value : 0.0;
    };
    double most = 0;
    for (auto const& bar : chart.bars)
        most = std::max(most, height_of(bar.value));
    if (!chart.title.empty()) (*this)(Heading{.text = chart.title, .level = 3});
    auto const width = size_.text_width();
    auto const from = width * bar_from, longest = width * (bar_to - bar_from);
    Type const type{body_size};
    auto const list = galley_.tree.add(Tree::root, Role::list);
    for (auto const& bar : chart.bars) {
        auto const item = galley_.tree.add(list, Role::item);
        Beside line;
        line.left_element = galley_.tree.add(item, Role::label);
        line.right_element = galley_.tree.add(item, Role::body);
        line.left = breaker_.lines(bar.label, type, {.width = from - bar_gap});
        auto const length = most > 0 ? longest * height_of(bar.value) / most : 0.0;
        line.right_x = from + length + bar_gap;
        line.right = breaker_.lines(bar.written, type, {.width = width - line.right_x});
        // Label and figure are read as one line, whatever lies between.
        if (line.left.size() == 1 && !line.right.empty())
            breaker_.reach(line.left.front(), type, line.right_x);
        auto strips = beside(std::move(line), body());
        auto const thickness = body_size * bar_thickness_em;
        if (!strips.empty() && length > 0)
            strips.front().boxes.push_back(
                {from, (leading(type) - thickness) / 2, length, thickness});
        put(std::move(strips), gap_between_items);
    }
}

void Composer::operator()(Space const& space) {
    auto const lines = std::isfinite(space.lines) ? std::clamp(space.lines, 0.0, 40.0) : 0.0;
    leave(lines * body_size * leading_em);
}

void Composer::operator()(PageBreak const&) { break_page_ = true; }

} // namespace udb::bangla::pdf
