#include "modules/reports/content.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "base/decimal.hpp"

#include <algorithm>

namespace udb::reports {
namespace {

using bangla::Block;

constexpr std::string_view bullet = "•";

/// What follows the mark of an item; nothing for a line that is none.
std::optional<std::string_view> item_in(std::string_view line) {
    for (std::string_view const mark : {std::string_view("- "), bullet, std::string_view("– ")})
        if (line.starts_with(mark)) return line.substr(mark.size());
    return {};
}

} // namespace

std::vector<Block> blocks_of(std::string_view text) {
    std::vector<Block> blocks;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = bangla::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        auto const item = item_in(line);
        if (!item) {
            blocks.emplace_back(bangla::Paragraph{.text = std::string(line)});
            continue;
        }
        if (blocks.empty() || !std::holds_alternative<bangla::List>(blocks.back()))
            blocks.emplace_back(bangla::List{});
        std::get<bangla::List>(blocks.back())
            .items.push_back(
                {.label = std::string(bullet), .text = std::string(bangla::trimmed(*item))});
    }
    return blocks;
}

std::vector<Block> blocks_of(ChapterContent const& chapter, Words const& words) {
    auto blocks = blocks_of(chapter.text);
    blocks.insert(blocks.end(), chapter.told.begin(), chapter.told.end());
    if (blocks.empty())
        blocks.emplace_back(bangla::Paragraph{.text = words("reports.nothing_told")});
    return blocks;
}

std::vector<std::string> facts_of(Content const& content, Words const& words) {
    std::vector<std::string> facts;
    auto const days = days_of(content.kind, content.fiscal_year);
    facts.push_back(words("reports.of_days", {{"first", days.first}, {"last", days.last}}));
    if (content.edition > 1)
        facts.push_back(words("reports.edition_why",
                              {{"edition", std::int64_t{content.edition}}, {"why", content.why}}));
    if (content.approved_on)
        facts.push_back(words("reports.approved_by",
                              {{"date", *content.approved_on}, {"who", content.approver}}));
    else
        facts.push_back(words("reports.is_draft"));
    return facts;
}

bangla::Paper paper_of(Content const& content, Words const& words) {
    bangla::Paper paper{.meta = {.title = content.title,
                                 .author = content.office,
                                 .subject = std::string(label_of(content.kind).bn),
                                 .created = content.made}};
    paper.running_head = content.title + " — " + content.office;
    auto office = content.head;
    office.push_back(content.office);
    auto const year = bangla::name(bangla::FiscalYear{content.fiscal_year}, Language::bn);
    paper.blocks.emplace_back(
        bangla::Cover{.office = std::move(office),
                      .title = std::string(label_of(content.kind).bn),
                      .subtitle = words("reports.cover_year", {{"year", year}}),
                      .facts = facts_of(content, words)});
    paper.blocks.emplace_back(bangla::Contents{.title = words("reports.contents")});
    for (auto const& chapter : content.chapters) {
        paper.blocks.emplace_back(
            bangla::Heading{.text = chapter.number + "। " + chapter.title, .level = 2});
        for (auto& block : blocks_of(chapter, words))
            paper.blocks.push_back(std::move(block));
    }
    return paper;
}

std::string number_in(std::string_view cell) {
    auto text = bangla::ascii_digits(cell);
    if (text.ends_with('%')) text.pop_back();
    // `1-2`, `1.1.1` and `2026-07-31` are no numbers.
    if (std::ranges::count(text, '.') > 1 || text.find('-', 1) != text.npos) return {};
    auto const value = parse_decimal(text);
    if (!value) return {};
    std::erase(text, ',');
    return text;
}

std::vector<bangla::Picture*> pictures_of(Content& content) {
    std::vector<bangla::Picture*> out;
    for (auto& chapter : content.chapters)
        for (auto& block : chapter.told)
            if (auto* picture = std::get_if<bangla::Picture>(&block)) out.push_back(picture);
    return out;
}

} // namespace udb::reports
