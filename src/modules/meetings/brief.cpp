#include "modules/meetings/brief.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/graphemes.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

// The brief is one page, whatever there is to tell.
constexpr std::size_t told_most = 1;           ///< charts of other modules
constexpr std::size_t bars_most = 5;           ///< in such a chart
constexpr std::size_t label_letters_most = 34; ///< beside its bar: two lines
constexpr std::size_t decisions_most = 2;
constexpr std::size_t decision_letters_most = 60; ///< with who and how late: two lines
constexpr std::size_t matters_most = 3;
constexpr std::size_t matter_letters_most = 70; ///< with its state: two lines

bangla::BarChart chart(Words const& words, std::string_view title,
                       std::vector<std::pair<std::string_view, std::int64_t>> const& rows) {
    bangla::BarChart out{.title = words(title)};
    for (auto const& [key, count] : rows)
        out.bars.push_back({.label = words(key),
                            .value = static_cast<double>(count),
                            .written = words.number(count)});
    return out;
}

/// What is told first of a list, under how many there are. By letters, since a matter may begin
/// with the number of its function or indicator.
void tell_some(std::vector<bangla::Block>& blocks, std::string_view title,
               std::vector<std::string> const& all, std::size_t most, Words const& words) {
    static constexpr std::string_view letters[] = {"(ক)", "(খ)", "(গ)"};
    if (all.empty()) return;
    auto heading = words(title);
    if (all.size() > most)
        heading =
            words("meetings.brief_of_all", {{"title", std::move(heading)},
                                            {"count", static_cast<std::int64_t>(all.size())}});
    blocks.emplace_back(bangla::Heading{.text = std::move(heading), .level = 3});
    bangla::List list;
    for (std::size_t i = 0; i < std::min({all.size(), most, std::size(letters)}); ++i)
        list.items.push_back({.label = std::string(letters[i]), .text = all[i]});
    blocks.emplace_back(std::move(list));
}

} // namespace

bangla::Paper paper_of(Brief const& b, Words const& words) {
    bangla::Paper paper{.meta = {.title = words("meetings.brief_title"),
                                 .author = b.head.empty() ? std::string() : b.head.back()},
                        .page_numbers = bangla::PageNumbers::none};
    auto& blocks = paper.blocks;
    blocks.emplace_back(bangla::Head{.lines = b.head});
    blocks.emplace_back(bangla::Title{words("meetings.brief_title")});
    blocks.emplace_back(bangla::Paragraph{
        .text = words("meetings.brief_lead",
                      {{"year", b.fiscal_year}, {"date", bangla::long_date(b.on, Language::bn)}})});
    for (auto told : std::span(b.told).first(std::min(b.told.size(), told_most))) {
        told.bars.resize(std::min(told.bars.size(), bars_most));
        for (auto& bar : told.bars)
            bar.label = bangla::truncated(bar.label, label_letters_most);
        blocks.emplace_back(std::move(told));
    }
    if (b.told.empty())
        blocks.emplace_back(chart(words, "meetings.brief_meetings",
                                  {{"meetings.brief_held", b.held},
                                   {"meetings.brief_missed", b.missed},
                                   {"meetings.brief_called", b.called}}));
    else
        blocks.emplace_back(bangla::Paragraph{
            .text = words("meetings.brief_meetings_said",
                          {{"held", b.held}, {"missed", b.missed}, {"called", b.called}})});
    blocks.emplace_back(chart(words, "meetings.brief_decisions",
                              {{"meetings.brief_done", b.done},
                               {"meetings.brief_open", b.open},
                               {"meetings.brief_late", b.late}}));
    std::vector<std::string> late;
    for (auto const& d : b.latest)
        late.push_back(words("meetings.brief_decision",
                             {{"text", bangla::truncated(d.text, decision_letters_most)},
                              {"who", d.who},
                              {"days", std::int64_t{d.days_late}}}));
    tell_some(blocks, "meetings.brief_late_title", late, decisions_most, words);
    std::vector<std::string> matters;
    for (auto const& matter : b.matters) {
        matters.push_back(bangla::truncated(matter.what, matter_letters_most));
        if (!matter.state.empty()) matters.back() += " (" + matter.state + ')';
    }
    tell_some(blocks, "meetings.brief_matters", matters, matters_most, words);
    return paper;
}

} // namespace udb::meetings
