// All papers; beginning a new one; how an office numbers its papers.
#include "bangla/text/digits.hpp"
#include "modules/offices/offices.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"

#include <charconv>
#include <set>

namespace udb::papers {
namespace {

std::int64_t number_of(std::string_view text, std::int64_t otherwise) {
    auto const ascii = bangla::ascii_digits(text);
    std::int64_t number = 0;
    auto const* end = ascii.data() + ascii.size();
    auto const read = std::from_chars(ascii.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? number : otherwise;
}

template <class E>
std::vector<ui::Choice> choices(Words const& words) {
    std::vector<ui::Choice> out;
    for (auto const& term : terms<E>())
        out.push_back({.value = std::string(term.id), .label = std::string(words(term.label))});
    return out;
}

/// The places where this actor may write, approve or issue.
std::vector<std::string> own_paths(Call const& call) {
    std::set<std::string> paths;
    for (auto const& a : call.actor.assignments)
        if (may_see_drafts(call, {.office_path = a.office_path})) paths.insert(a.office_path);
    return {paths.begin(), paths.end()};
}

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
                           .choices = choices<Stage>(words),
                           .value = stage,
                           .empty_label = words("ui.all")}),
        ui::select(words, {.name = "kind",
                           .label = words("papers.column_kind"),
                           .choices = choices<PaperKind>(words),
                           .value = kind,
                           .empty_label = words("ui.all")}),
        ui::button({.label = words("ui.filter"), .kind = ui::Button::Kind::secondary}));
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
                                 .choices = choices<PaperKind>(words),
                                 .value = asked.kind});
    fields += ui::radios(words, {.name = "style",
                                 .label = words("papers.style"),
                                 .choices = choices<Style>(words),
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

namespace {

web::Response series_page(Call const& call, offices::OfficeRecord const& office,
                          NumberSeries const& series, FormValues const& typed,
                          std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const value = [&](std::string const& name, std::string const& otherwise) {
        auto const found = typed.find(name);
        return found == typed.end() ? otherwise : found->second;
    };
    auto const wrong = [&](std::string_view field) {
        return error ? ui::error_at(words, error->fields, field) : std::string();
    };
    auto const last = series.year == year_of(call.today) ? series.last : 0;
    auto const fields =
        html::all(html::hidden("version", value("version", std::to_string(series.version))),
                  ui::radios(words, {.name = "source",
                                     .label = words("papers.source"),
                                     .choices = choices<NumberSource>(words),
                                     .value = value("source", std::string(id_of(series.source))),
                                     .hint = words("papers.source_hint")}),
                  ui::text_field(words, {.name = "base",
                                         .label = words("papers.base"),
                                         .value = value("base", series.base),
                                         .hint = words("papers.base_hint"),
                                         .error = wrong("base"),
                                         .optional = true}),
                  ui::text_field(words, {.name = "last",
                                         .label = words("papers.last"),
                                         .value = value("last", words.number(last)),
                                         .hint = words("papers.last_hint"),
                                         .error = wrong("last"),
                                         .width = 5,
                                         .digits = true,
                                         .optional = true}),
                  ui::button({.label = words("ui.save")}));
    auto const main = html::all(
        html::when(error.has_value(),
                   [&] {
                       return ui::error_summary(
                           words, *error,
                           {{"base", words("papers.base")}, {"last", words("papers.last")}});
                   }),
        ui::page_heading({.title = words("papers.series_title"),
                          .above = words(office.office.name()),
                          .lead = words("papers.series_lead")}),
        ui::form({.action = url("/paper-numbers/{}", office.id()), .csrf = call.csrf()}, fields));
    return call.page(words("papers.series_title"), main,
                     {.before_main = ui::breadcrumb(words, {{words("papers.title"), "/papers"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? 422 : 200});
}

Result<offices::OfficeRecord> numbered_office(Call const& call) {
    auto const id = TRY(call.id<Office>());
    auto office = call.look([&](Db& db) { return offices::find_office(db, id); });
    if (!office) return not_found();
    TRY(call.allow(policy, Act::issue, office->header.target()));
    return *std::move(office);
}

} // namespace

Result<web::Response> show_series(Call& call) {
    auto const office = TRY(numbered_office(call));
    auto const series = call.look([&](Db& db) { return series_of(db, office.id()); });
    return series_page(call, office, series, {});
}

Result<web::Response> post_series(Call& call) {
    auto const office = TRY(numbered_office(call));
    auto const before = call.look([&](Db& db) { return series_of(db, office.id()); });
    NumberSeries const asked{
        .source = term_with_id<NumberSource>(call.form["source"]).value_or(NumberSource::dnothi),
        .base = std::string(call.form["base"]),
        .last = number_of(call.form["last"], -1),
        .version = number_of(call.form["version"], -1)};
    constexpr std::int64_t last_max = 1'000'000;
    if (asked.source == NumberSource::own && (asked.last < 0 || asked.last > last_max))
        return series_page(call, office, before, call.values(),
                           invalid("last", {"field.not_a_number"}));
    auto const done =
        call.perform([&](Work& work) { return set_series(work, office.id(), asked); });
    if (!done && done.error().kind != Error::Kind::forbidden)
        return series_page(call, office, before, call.values(), done.error());
    if (!done) return done.error();
    return call.redirect(url("/paper-numbers/{}", office.id()), "papers.series_flash");
}

} // namespace udb::papers
