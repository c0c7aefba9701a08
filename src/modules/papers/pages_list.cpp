// All papers.
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"

#include <algorithm>

namespace udb::papers {
namespace {

Html rows_of(Call const& call, PaperLines const& found) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    for (auto const& line : found.lines)
        rows.push_back(
            {.cells = {ui::link({.text = shown_title(words, line.about),
                                 .href = url("/papers/{}", line.id)}),
                       text(words(label_of(line.kind))), text(words(line.office_name)),
                       text(line.memo), text(line.issued_on ? words.date(*line.issued_on) : ""),
                       stage_mark(words, line.stage)}});
    return ui::table({.caption = words("papers.title"),
                      .columns = {{words("papers.column_about")},
                                  {words("papers.column_kind")},
                                  {words("papers.column_office")},
                                  {words("papers.column_memo")},
                                  {words("papers.column_date")},
                                  {words("papers.column_stage")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html filter(Words const& words, PaperSearch const& search) {
    auto const stage = search.stage ? std::string(id_of(*search.stage)) : "";
    auto const kind = search.kind ? std::string(id_of(*search.kind)) : "";
    return html::form(
        {.cls = "filter", .action = "/papers", .more = {{"method", "get"}}},
        ui::text_field(words, {.name = "q",
                               .label = words("papers.search"),
                               .value = search.search,
                               .type = ui::TextField::Type::search}),
        ui::select(words, {.name = "stage",
                           .label = words("papers.column_stage"),
                           .choices = choices_of<Stage>(words),
                           .value = stage,
                           .empty_label = words("ui.all")}),
        ui::select(words, {.name = "kind",
                           .label = words("papers.column_kind"),
                           .choices = choices_of<PaperKind>(words),
                           .value = kind,
                           .empty_label = words("ui.all")}),
        ui::button({.label = words("ui.filter"), .kind = ui::Button::Kind::secondary}));
}
} // namespace

Result<web::Response> show_papers(Call& call) {
    auto const& words = call.words;
    auto const& query = call.request.query;
    constexpr int page_size = 25;
    auto const page = std::clamp<std::int64_t>(number_of(query.get_or("page"), 1), 1, 100'000);
    PaperSearch search{.search = std::string(query.get_or("q")),
                       .stage = term_with_id<Stage>(query.get_or("stage")),
                       .kind = term_with_id<PaperKind>(query.get_or("kind")),
                       .own_paths = own_paths(call),
                       .size = page_size,
                       .offset = (page - 1) * page_size};
    auto const found = call.look([&](Db& db) { return find_papers(db, search); });
    Url here("/papers");
    for (auto const* name : {"q", "stage", "kind"})
        if (auto const value = query.get_or(name); !value.empty()) here = here.with(name, value);
    auto const list =
        found.lines.empty()
            ? ui::empty_state({.sentence = words("papers.none")})
            : html::all(html::p(words("ui.count", {{"count", found.total}})), rows_of(call, found),
                        ui::pager(words, {.page = page,
                                          .pages = (found.total + page_size - 1) / page_size,
                                          .href = here}));
    Html actions;
    if (permits_somewhere(policy, call.actor, Act::write))
        actions = ui::button({.label = words("papers.new_button"), .href = "/papers/new"});
    return call.page(words("papers.title"),
                     html::all(ui::page_heading({.title = words("papers.title"),
                                                 .lead = words("papers.lead"),
                                                 .actions = actions}),
                               filter(words, search), list),
                     {.wide = true});
}
} // namespace udb::papers
