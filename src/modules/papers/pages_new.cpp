// Beginning a new paper: of which office, of what kind, in which Bangla.
#include "bangla/text/normalise.hpp"
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
    FormValues meeting = {}; ///< as typed
};

std::vector<ui::Choice> kinds_for(Words const& words, bool forming) {
    auto all = choices_of<PaperKind>(words);
    if (forming)
        std::erase_if(all, [](auto const& choice) {
            return !forms_teams(*term_with_id<PaperKind>(choice.value));
        });
    return all;
}

/// What a notice or minutes say of the meeting; all may be left for later.
Html meeting_fields(Words const& words, NewPaper const& asked,
                    std::vector<FieldError> const& errors) {
    auto const typed = [&](std::string const& name) {
        auto const found = asked.meeting.find(name);
        return found == asked.meeting.end() ? std::string() : found->second;
    };
    auto const line = [&](std::string const& name) {
        return ui::text_field(words, {.name = name,
                                      .label = words("papers." + name),
                                      .value = typed(name),
                                      .hint = words("papers." + name + "_hint"),
                                      .error = ui::error_at(words, errors, name),
                                      .optional = true});
    };
    return html::fieldset(
        {.id = "meeting", .cls = "row-of-list"}, html::legend(words("papers.meeting")),
        line("meeting_what"),
        ui::date_field(words, {.name = "meeting_date",
                               .label = words("papers.meeting_date"),
                               .value = typed("meeting_date"),
                               .error = ui::error_at(words, errors, "meeting_date"),
                               .optional = true}),
        line("meeting_time"), line("meeting_place"), line("meeting_chair"),
        ui::text_area(words, {.name = "meeting_agenda",
                              .label = words("papers.meeting_agenda"),
                              .value = typed("meeting_agenda"),
                              .hint = words("papers.meeting_agenda_hint"),
                              .rows = 4,
                              .optional = true}));
}

Result<MeetingFacts> meeting_of(Call const& call) {
    auto const typed = [&](std::string_view name) {
        return std::string(bangla::trimmed(bangla::normalised(call.form[name])));
    };
    MeetingFacts meeting{.what = typed("meeting_what"),
                         .time = typed("meeting_time"),
                         .place = typed("meeting_place"),
                         .chair = typed("meeting_chair"),
                         .agenda = lines_of(typed("meeting_agenda"))};
    if (!typed("meeting_date").empty())
        meeting.date = TRY(day_typed(call.form["meeting_date"], "meeting_date"));
    return meeting;
}

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
                                 .choices = kinds_for(words, !asked.composition.empty()),
                                 .value = asked.kind});
    fields += ui::radios(words, {.name = "style",
                                 .label = words("papers.style"),
                                 .choices = choices_of<Style>(words),
                                 .value = asked.style,
                                 .hint = words("papers.style_hint")});
    if (asked.composition.empty())
        fields += meeting_fields(words, asked, error ? error->fields : std::vector<FieldError>{});
    fields += ui::button({.label = words("papers.make_draft")});
    auto const title =
        words(asked.composition.empty() ? "papers.new_title" : "papers.new_for_team");
    auto const main = html::all(
        html::when(error.has_value(),
                   [&] {
                       return ui::error_summary(words, *error,
                                                {{"office", words("papers.column_office")},
                                                 {"meeting_date", words("papers.meeting_date")}});
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
                         .style = std::string(call.form["style"]),
                         .meeting = call.values()};
    auto const meeting = meeting_of(call);
    if (!meeting) return new_page(call, asked, meeting.error());
    Drafting const drafting{term_with_id<PaperKind>(asked.kind).value_or(PaperKind::office_order),
                            term_with_id<Style>(asked.style).value_or(Style::cholit), *meeting};
    auto const composition = parse_id<TeamComposition>(asked.composition);
    auto const office = parse_id<Office>(asked.office);
    if (!composition && !office)
        return new_page(call, asked, invalid("office", {"field.not_a_choice"}));
    auto const& words = bangla_words();
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
