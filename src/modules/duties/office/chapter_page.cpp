#include "modules/duties/office/chapter_page.hpp"

#include "modules/duties/office/office_year_store.hpp"
#include "modules/duties/office/page_parts.hpp"

#include <algorithm>

namespace udb::duties {

std::vector<bangla::Block> tell_duties(Db& db, ChapterAsked const& asked) {
    auto const& words = asked.words;
    auto const office = find_duty_office(db, asked.office);
    if (!office || !office->tier) return {};
    OfficeYear const year(db, *office, bangla::FiscalYear{asked.fiscal_year}, asked.today);
    bangla::BarChart chart{.title = words("duty_chapter.states")};
    for (auto const& state : terms<State>()) {
        auto const count = std::ranges::count(year.statuses(), state.value, &FunctionStatus::state);
        chart.bars.push_back({.label = std::string(state.label.bn),
                              .value = static_cast<double>(count),
                              .written = words.number(count)});
    }
    std::vector<std::vector<std::string>> rows;
    for (auto const& status : year.statuses())
        rows.push_back({words.number(status.function->no), status.function->title.bn,
                        std::string(words(label_of(status.state))), sentence_of(words, status)});
    if (rows.empty()) return {bangla::Paragraph{.text = words("duty_chapter.none")}};
    return {bangla::Paragraph{.text = words("duty_chapter.as_of", {{"date", asked.today}})},
            std::move(chart),
            told_table({{words("duty_chapter.no"), 1, true},
                        {words("duty_chapter.function"), 5},
                        {words("duty_chapter.state"), 1.8},
                        {words("duty_chapter.how"), 4}},
                       std::move(rows))};
}

} // namespace udb::duties
