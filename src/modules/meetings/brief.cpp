#include "modules/meetings/brief.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/graphemes.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr std::size_t lines_most = 5;     ///< of each list: the brief is one page
constexpr std::size_t letters_most = 120; ///< what is longer would take the page of others

bangla::BarChart chart(Words const& words, std::string_view title,
                       std::vector<std::pair<std::string_view, std::int64_t>> const& rows) {
    bangla::BarChart out{.title = words(title)};
    for (auto const& [key, count] : rows)
        out.bars.push_back({.label = words(key),
                            .value = static_cast<double>(count),
                            .written = words.number(count)});
    return out;
}

bangla::List listed(std::vector<std::string> const& texts, Words const& words) {
    bangla::List list;
    for (std::size_t i = 0; i < std::min(texts.size(), lines_most); ++i)
        list.items.push_back({.label = words.number(static_cast<std::int64_t>(i) + 1) + "।",
                              .text = bangla::truncated(texts[i], letters_most)});
    if (texts.size() > lines_most)
        list.items.push_back(
            {.text = words("meetings.brief_more",
                           {{"count", static_cast<std::int64_t>(texts.size() - lines_most)}})});
    return list;
}

} // namespace

bangla::Paper paper_of(Brief const& b, Words const& words) {
    bangla::Paper paper{.meta = {.title = words("meetings.brief_title"), .author = b.office},
                        .page_numbers = bangla::PageNumbers::none};
    auto& blocks = paper.blocks;
    blocks.emplace_back(bangla::Head{.lines = {b.office}});
    blocks.emplace_back(bangla::Title{words("meetings.brief_title")});
    blocks.emplace_back(bangla::Paragraph{
        .text = words("meetings.brief_lead",
                      {{"year", b.fiscal_year}, {"date", bangla::long_date(b.on, Language::bn)}})});
    blocks.emplace_back(chart(words, "meetings.brief_meetings",
                              {{"meetings.brief_held", b.held},
                               {"meetings.brief_missed", b.missed},
                               {"meetings.brief_called", b.called}}));
    blocks.emplace_back(chart(words, "meetings.brief_decisions",
                              {{"meetings.brief_done", b.done},
                               {"meetings.brief_open", b.open},
                               {"meetings.brief_late", b.late}}));
    std::vector<std::string> late;
    for (auto const& d : b.latest)
        late.push_back(
            words("meetings.brief_decision", {{"text", bangla::truncated(d.text, letters_most)},
                                              {"who", d.who},
                                              {"days", std::int64_t{d.days_late}}}));
    if (!late.empty()) {
        blocks.emplace_back(
            bangla::Heading{.text = words("meetings.brief_late_title"), .level = 3});
        blocks.emplace_back(listed(late, words));
    }
    if (!b.matters.empty()) {
        blocks.emplace_back(bangla::Heading{.text = words("meetings.brief_matters"), .level = 3});
        blocks.emplace_back(listed(b.matters, words));
    }
    return paper;
}

} // namespace udb::meetings
