// All papers that somebody may see: the register's own list, with the button that drafts one.
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"
#include "registers/pages/pages.hpp"

namespace udb::papers {

Result<web::Response> show_papers(Call& call) {
    auto const& words = call.words;
    auto const marks = [&](Db&, std::vector<ListLine> const& lines) {
        std::vector<std::vector<Html>> cells;
        for (auto const& line : lines)
            cells.push_back(
                {stage_mark(words, term_with_id<Stage>(line.header.stage).value_or(Stage::draft))});
        return cells;
    };
    auto const draft = html::when(permits_somewhere(policy, call.actor, Act::write), [&] {
        return ui::button({.label = words("papers.new_button"), .href = "/papers/new"});
    });
    return list_page(call, {.lead = words("papers.lead"),
                            .actions = draft,
                            .columns = {{words("papers.column_stage")}},
                            .cells = marks});
}

} // namespace udb::papers
