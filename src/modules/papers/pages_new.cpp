// Beginning a new paper: of which office, of what kind, in which Bangla.
#include "modules/offices/offices.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"

namespace udb::papers {
namespace {

std::vector<offices::OfficeLine> own_offices(Call const& call, Db& db) {
    std::vector<Id<Office>> ids;
    for (auto const& path : own_paths(call)) {
        if (path.size() < 2 || !call.may(policy, Act::write, {.office_path = path})) continue;
        auto const inner = std::string_view(path).substr(0, path.size() - 1);
        if (auto const id = parse_id<Office>(inner.substr(inner.rfind('/') + 1)))
            ids.push_back(*id);
    }
    return offices::office_lines(db, ids);
}
/// What is asked before a draft is made.
struct NewPaper {
    std::string office;
    std::string composition;
    std::string kind = "office_order";
    std::string style = "cholit";
};

web::Response new_page(Call const& call, NewPaper const& asked,
                       std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const own = call.look([&](Db& db) { return own_offices(call, db); });
    std::vector<ui::Choice> places;
    for (auto const& o : own)
        places.push_back({.value = to_string(o.id), .label = words(o.name)});
    Html fields = html::hidden("composition", asked.composition);
    if (asked.composition.empty())
        fields +=
            ui::select(words, {.name = "office",
                               .label = words("papers.column_office"),
                               .choices = places,
                               .value = places.size() == 1 ? places[0].value : asked.office,
                               .error = error ? ui::error_at(words, error->fields, "office") : "",
                               .empty_line = places.size() != 1});
    fields += ui::radios(words, {.name = "kind",
                                 .label = words("papers.column_kind"),
                                 .choices = choices_of<PaperKind>(words),
                                 .value = asked.kind});
    fields += ui::radios(words, {.name = "style",
                                 .label = words("papers.style"),
                                 .choices = choices_of<Style>(words),
                                 .value = asked.style,
                                 .hint = words("papers.style_hint")});
    fields += ui::button({.label = words("papers.make_draft")});
    auto const title =
        words(asked.composition.empty() ? "papers.new_title" : "papers.new_for_team");
    auto const main =
        html::all(html::when(error.has_value(),
                             [&] {
                                 return ui::error_summary(
                                     words, *error, {{"office", words("papers.column_office")}});
                             }),
                  ui::page_heading({.title = title, .lead = words("papers.new_lead")}),
                  ui::form({.action = "/papers", .csrf = call.csrf()}, fields));
    return call.page(title, main,
                     {.before_main = ui::breadcrumb(words, {{words("papers.title"), "/papers"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? 422 : 200});
}

} // namespace
Result<web::Response> show_new_paper(Call& call) {
    NewPaper const asked{.office = {},
                         .composition = std::string(call.request.query.get_or("composition"))};
    if (!asked.composition.empty() && !parse_id<TeamComposition>(asked.composition))
        return not_found();
    return new_page(call, asked);
}

Result<web::Response> post_new_paper(Call& call) {
    NewPaper const asked{.office = std::string(call.form["office"]),
                         .composition = std::string(call.form["composition"]),
                         .kind = std::string(call.form["kind"]),
                         .style = std::string(call.form["style"])};
    Drafting const drafting{term_with_id<PaperKind>(asked.kind).value_or(PaperKind::office_order),
                            term_with_id<Style>(asked.style).value_or(Style::cholit)};
    auto const composition = parse_id<TeamComposition>(asked.composition);
    auto const office = parse_id<Office>(asked.office);
    if (!composition && !office)
        return new_page(call, asked, invalid("office", {"field.not_a_choice"}));
    auto const words = bangla_words(call);
    auto const made = call.perform([&](Work& work) -> Result<Id<IssuedPaper>> {
        if (!composition)
            return draft(work, *office,
                         TRY(draft_for(work.db, *office, drafting, words, work.today)));
        auto const found = teams::find_composition(work.db, *composition, work.today);
        auto const team = found ? teams::find_team(work.db, found->team) : std::nullopt;
        if (!team) return not_found();
        return draft(work, team->office,
                     TRY(draft_for(work.db, *composition, drafting, words, work.today)),
                     *composition);
    });
    if (!made && made.error().kind == Error::Kind::refused)
        return new_page(call, asked, made.error());
    if (!made) return made.error();
    return call.redirect(url("/papers/{}/edit", *made), "papers.drafted_flash");
}

} // namespace udb::papers
