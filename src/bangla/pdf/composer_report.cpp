// What long papers have and letters have not: cover, contents, pictures.
#include "bangla/pdf/composer.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace udb::bangla::pdf {
namespace {

/// What a block leaves a bookmark for.
std::optional<Heading> heading_of(Block const& block) {
    if (auto const* heading = std::get_if<Heading>(&block))
        return Heading{heading->text, std::clamp(heading->level, 2, 4)};
    if (auto const* title = std::get_if<Title>(&block)) return Heading{title->text, 2};
    if (auto const* chart = std::get_if<BarChart>(&block)) return Heading{chart->title, 3};
    return {};
}

} // namespace

void Composer::operator()(Picture const& picture) {
    auto bitmap = bitmap_of(picture.bytes);
    if (bitmap) {
        auto const width = static_cast<double>(bitmap->shown_width());
        auto const height = static_cast<double>(bitmap->shown_height());
        auto const share =
            std::min({size_.text_width() / width, size_.text_height() * picture_share_max / height,
                      72 / picture_dpi});
        auto const element = galley_.tree.add(Tree::root, Role::figure);
        galley_.tree.describe(element, picture.caption);
        Strip strip{.height = height * share};
        strip.images.push_back({galley_.bitmaps.size(), (size_.text_width() - width * share) / 2, 0,
                                width * share, height * share, element});
        galley_.bitmaps.push_back(std::move(*bitmap));
        put({std::move(strip)}, gap_between_paragraphs, true);
    }
    auto frame = body();
    frame.type = {caption_size};
    frame.align = bitmap ? Align::centre : Align::left;
    put(text(picture.caption, frame, galley_.tree.add(Tree::root, Role::p)), gap_between_items);
    leave(gap_between_paragraphs);
}

void Composer::operator()(Cover const& cover) {
    auto const width = size_.text_width();
    auto frame = body();
    frame.align = Align::centre;
    auto const line = [&](std::string const& words, Type type, double before, Role role) {
        frame.type = type;
        put(text(words, frame, galley_.tree.add(Tree::root, role)), before, true);
    };
    auto const band = [&](double before) {
        Strip strip{.height = cover_band};
        strip.boxes.push_back({width * 0.1, 0, width * 0.8, cover_band});
        put({std::move(strip)}, before, true);
    };
    put({Strip{.height = cover_top - size_.top}}, 0, true);
    for (auto const& one : cover.office)
        line(one, {title_size, true}, 0, Role::p);
    band(cover_gap);
    galley_.bookmarks.push_back({cover.title, 1, galley_.strips.size()});
    has_title_ = true;
    line(cover.title, {cover_title_size, true}, cover_gap, Role::h1);
    line(cover.subtitle, {cover_subtitle_size}, gap_around_title, Role::p);
    band(cover_gap);
    auto before = cover_foot;
    for (auto const& fact : cover.facts) {
        line(fact, {body_size}, before, Role::p);
        before = 0;
    }
    if (!galley_.strips.empty()) galley_.strips.back().keep_with_next = false;
    break_page_ = true;
}

void Composer::operator()(Contents const& contents) {
    auto frame = body();
    frame.type = {title_size, true};
    put(text(contents.title, frame, galley_.tree.add(Tree::root, Role::p)), gap_around_title, true);
    auto const list = galley_.tree.add(Tree::root, Role::contents);
    auto const type = Type{body_size};
    auto const room = entry_number_em * type.size;
    auto bookmark = galley_.bookmarks.size();
    auto block = std::ranges::find_if(
        paper_->blocks, [&](Block const& b) { return std::get_if<Contents>(&b) == &contents; });
    for (; block != paper_->blocks.end(); ++block) {
        auto const heading = heading_of(*block);
        if (!heading || breaker_.width(heading->text, type) <= 0) continue;
        auto const place = bookmark++;
        if (heading->level > contents.level) continue;
        auto const indent = entry_indent_em * type.size * (heading->level - 2);
        auto const element = galley_.tree.add(list, Role::entry);
        Frame const line{.x = indent,
                         .width = size_.text_width() - indent - room,
                         .type = {type.size, heading->level == 2}};
        put(text(heading->text, line, element),
            heading->level == 2 ? gap_between_paragraphs : gap_between_items);
        galley_.entries.push_back({galley_.strips.size() - 1, place, element});
    }
    break_page_ = true;
}

void number_entries(Galley& galley, LineBreaker& breaker, PageSize const& size,
                    std::function<std::string(std::size_t)> const& label_of) {
    auto const type = Type{body_size};
    auto const room = entry_number_em * type.size;
    for (auto const& entry : galley.entries) {
        auto lines =
            breaker.lines(label_of(entry.bookmark), type, {.width = room, .align = Align::right});
        if (lines.empty()) continue;
        auto& strip = galley.strips[entry.strip];
        auto const& text = strip.fragments.front();
        auto const reached = text.x + text.line.width + type.size / 2;
        auto const right = size.text_width() - lines.front().width;
        strip.fragments.push_back({std::move(lines.front()), type, size.text_width() - room,
                                   ascent_em * type.size, entry.element});
        if (reached < right) {
            strip.rule_from = reached;
            strip.rule_to = right - type.size / 2;
            strip.rule_y = ascent_em * type.size + 1;
        }
    }
}

} // namespace udb::bangla::pdf
