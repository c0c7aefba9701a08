// The draft of a composition: its seats, the verdict on them, what changes, and putting it in
// force.
#include "modules/teams/actions.hpp"
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

struct Drafted {
    std::optional<TeamRecord> team;
    std::optional<CompositionRecord> draft = {};
    std::optional<CompositionRecord> present = {};
    std::string website = {};
    std::optional<mandates::AcceptedOrder> order = {};
};

Result<Drafted> drafted_team(Call const& call) {
    auto const id = TRY(call.id<Team>());
    auto d = call.look([&](Db& db) {
        Drafted found{.team = find_team(db, id)};
        if (!found.team) return found;
        found.draft = draft_of(db, id, call.today);
        found.present = composition_in_force(db, id, call.today);
        if (auto const office = offices::find_office(db, found.team->office))
            found.website = office->office.website;
        if (found.draft && found.draft->order)
            found.order = mandates::accepted_order(db, as<mandates::Order>(found.draft->order));
        return found;
    });
    if (!d.team) return not_found();
    TRY(call.allow(policy, Act::form, d.team->header.target()));
    return d;
}

Html seat_actions(Call const& call, Drafted const& d, TeamSeat const& seat) {
    auto const& words = call.words;
    auto const id = d.team->id();
    auto const about = words("teams.seat_about", {{"no", std::int64_t{seat.no}}});
    return ui::button_group(
        {ui::link({.text = words("ui.change"),
                   .href = url("/teams/{}/draft/seats/{}", id, seat.id),
                   .about = about}),
         ui::form(
             {.action = url("/teams/{}/draft/seats/{}/remove", id, seat.id), .csrf = call.csrf()},
             html::all(
                 html::hidden("version", std::to_string(d.draft->version)),
                 ui::button({.label = words("ui.remove"), .kind = ui::Button::Kind::secondary})))});
}

Html seats_table(Call const& call, Drafted const& d) {
    auto const& words = call.words;
    if (d.draft->seats.empty())
        return ui::empty_state(
            {.sentence = words("teams.draft_empty"), .hint = words("teams.draft_empty_hint")});
    std::vector<ui::Table::Row> rows;
    for (auto const& seat : d.draft->seats) {
        auto post = text(words(label_with_office(seat, d.team->office)));
        bool const unknown = seat.posts.empty() && !seat.officer;
        if (unknown)
            post += html::br()
                    + ui::status(
                        {.text = words("teams.post_unknown"), .tone = ui::Status::Tone::unsure});
        rows.push_back(
            {.cells = {text(words.number(seat.no)), post, text(words(udb::label_of(seat.role))),
                       seat.sitter ? text(words(seat.sitter->name))
                                   : ui::status({.text = words("ui.vacant"),
                                                 .tone = ui::Status::Tone::unsure}),
                       seat_actions(call, d, seat)},
             .marked = unknown});
    }
    return ui::table({.caption = words("teams.seats"),
                      .columns = {{words("teams.no")},
                                  {words("teams.post")},
                                  {words("teams.role")},
                                  {words("teams.sitter")},
                                  {words("teams.acts")}},
                      .rows = std::move(rows),
                      .hidden_caption = true,
                      .row_heads = false});
}

/// For each fixed seat that nobody takes, a way to add it. The check says a sentence for every
/// fixed seat, in their order.
Html missing_seats(Call const& call, TeamRecord const& team, RuleResult const& rule,
                   CompositionRules const& rules) {
    auto const& words = call.words;
    Html lines;
    for (std::size_t i = 0; i < rules.fixed.size() && i < rule.says.size(); ++i) {
        if (rule.says[i].key != "composition.fixed_not") continue;
        auto const& seat = rules.fixed[i];
        lines += html::li(ui::link({.text = words("teams.add_fixed", {{"what", seat.what}}),
                                    .href = url("/teams/{}/draft/seats/new", team.id())
                                                .with("role", id_of(seat.role))
                                                .with("fixed", std::to_string(i + 1))}));
    }
    if (lines.empty()) return {};
    return html::ul({.cls = "govuk-list"}, lines);
}

Html verdict_section(Call const& call, Drafted const& d) {
    auto const& words = call.words;
    auto const* mandate =
        judging_mandate(shipped_mandates(), d.draft->mandate, d.team->tier, call.today);
    auto const verdict = judged(d.draft->seats, d.draft->formed_by, mandate, d.team->tier);
    if (!verdict) return ui::empty_state({.sentence = words("teams.no_rules")});
    auto body = html::p(words("teams.judged_against", {{"mandate", mandate->title}}));
    body += banner_of(words, *verdict);
    auto const* rules = mandate->rules(d.team->tier);
    body += rules_of(words, *verdict, rules, [&](RuleResult const& rule) {
        if (rule.id == "fixed") return missing_seats(call, *d.team, rule, *rules);
        if (rule.id != "leader" || rule.state != RuleState::not_met) return Html{};
        return html::p(ui::link({.text = words("teams.add_leader"),
                                 .href = url("/teams/{}/draft/seats/new", d.team->id())
                                             .with("role", id_of(rules->leader.role))}));
    });
    return body;
}

Html change_line(Words const& words, SeatDifference const& s) {
    if (s.added())
        return html::li(
            words("teams.change_added", {{"seat", label_of(*s.after)},
                                         {"role", BilingualText(udb::label_of(s.after->role))}}));
    if (s.removed())
        return html::li(words("teams.change_removed", {{"seat", label_of(*s.before)}}));
    Html lines;
    if (s.post)
        lines += html::li(words("teams.change_post",
                                {{"before", label_of(*s.before)}, {"after", label_of(*s.after)}}));
    if (s.role)
        lines += html::li(
            words("teams.change_role", {{"seat", label_of(*s.after)},
                                        {"before", BilingualText(udb::label_of(s.before->role))},
                                        {"after", BilingualText(udb::label_of(s.after->role))}}));
    return lines;
}

Html changes_section(Words const& words, Drafted const& d) {
    Html lines;
    for (auto const& s : difference(d.present->seats, d.draft->seats))
        lines += change_line(words, s);
    if (lines.empty()) return html::p(words("teams.no_changes"));
    return html::ul({.cls = "govuk-list govuk-list--bullet"}, lines);
}

/// Which form on the page was sent, what was typed, and what is wrong with it.
struct Sent {
    std::string_view which = {}; ///< `settings`, `force`; empty: none
    FormValues form = {};
    std::optional<Error> error = {};
    std::int64_t read = 0; ///< version that the form was opened with, in a conflict

    std::string value(std::string_view of, std::string_view name, std::string otherwise) const {
        return of == which ? value_of(form, name) : std::move(otherwise);
    }
    std::vector<FieldError> problems(std::string_view of) const {
        return of == which && error ? error->fields : std::vector<FieldError>{};
    }
};

Html settings_section(Call const& call, Drafted const& d, Sent const& sent) {
    auto const& words = call.words;
    auto const problems = sent.problems("settings");
    std::vector<ui::Choice> mandates;
    for (auto const* m : mandates_to_stand_under(shipped_mandates(), d.team->tier, d.website))
        mandates.push_back({m->id, words(m->title)});
    std::vector<ui::Choice> authorities;
    for (auto const& a : terms<Authority>())
        authorities.push_back({std::string(a.id), std::string(words(a.label))});
    return ui::form(
        {.action = url("/teams/{}/draft", d.team->id()), .csrf = call.csrf()},
        html::all(
            html::hidden("version", std::to_string(d.draft->version)),
            ui::select(words, {.name = "mandate",
                               .label = words("teams.which_mandate"),
                               .choices = std::move(mandates),
                               .value = sent.value("settings", "mandate", d.draft->mandate),
                               .error = ui::error_at(words, problems, "mandate"),
                               .empty_line = false}),
            ui::select(words,
                       {.name = "formed_by",
                        .label = words("teams.who_forms"),
                        .choices = std::move(authorities),
                        .value = sent.value(
                            "settings", "formed_by",
                            d.draft->formed_by ? std::string(id_of(*d.draft->formed_by)) : ""),
                        .optional = true}),
            ui::text_area(words, {.name = "note",
                                  .label = words("teams.note"),
                                  .value = sent.value("settings", "note", d.draft->note),
                                  .error = ui::error_at(words, problems, "note"),
                                  .rows = 3,
                                  .optional = true}),
            ui::button({.label = words("ui.save"), .kind = ui::Button::Kind::secondary})));
}

Html force_section(Call const& call, Drafted const& d, Sent const& sent) {
    auto const& words = call.words;
    auto const problems = sent.problems("force");
    auto const memo = d.order && d.order->order.memo ? d.order->order.memo->raw : std::string{};
    auto const date = d.order && d.order->order.dates.gregorian
                          ? words.date(*d.order->order.dates.gregorian)
                          : std::string{};
    auto const form = ui::form(
        {.action = url("/teams/{}/draft/in-force", d.team->id()), .csrf = call.csrf()},
        html::all(html::hidden("version", std::to_string(d.draft->version)),
                  ui::text_field(words, {.name = "memo",
                                         .label = words("teams.memo"),
                                         .value = sent.value("force", "memo", memo),
                                         .hint = words("teams.memo_hint"),
                                         .error = ui::error_at(words, problems, "memo")}),
                  ui::date_field(words, {.name = "date",
                                         .label = words("teams.memo_date"),
                                         .value = sent.value("force", "date", date),
                                         .error = ui::error_at(words, problems, "date")}),
                  ui::date_field(words, {.name = "effective",
                                         .label = words("teams.effective"),
                                         .value = sent.value("force", "effective", ""),
                                         .hint = words("teams.effective_hint"),
                                         .error = ui::error_at(words, problems, "effective"),
                                         .optional = true}),
                  ui::button({.label = words("teams.put_in_force")})));
    return html::all(
        html::p(words("teams.force_lead")),
        html::p(ui::link({.text = words("teams.draft_order"),
                          .href = Url("/papers/new").with("composition", to_string(d.draft->id))})),
        html::p(words("teams.force_elsewhere")), form);
}

web::Response draft_page(Call const& call, Drafted const& d, Sent const& sent) {
    auto const& words = call.words;
    auto const title = words(d.present ? "teams.reform_title" : "teams.draft_title");
    Html main;
    if (sent.error)
        main += ui::error_summary(words, *sent.error,
                                  {{"mandate", words("teams.which_mandate")},
                                   {"formed_by", words("teams.who_forms")},
                                   {"note", words("teams.note")},
                                   {"memo", words("teams.memo")},
                                   {"date", words("teams.memo_date")},
                                   {"effective", words("teams.effective")}});
    if (sent.read != 0) main += meanwhile(call, *d.team, *d.draft, sent.read);
    main += ui::page_heading(
        {.title = title,
         .above = words(d.team->header.title),
         .status = ui::status({.text = std::string(words(udb::label_of(Stage::draft))),
                               .tone = ui::Status::Tone::waiting}),
         .lead = words("teams.draft_lead"),
         .actions = ui::button({.label = words("teams.add_seat"),
                                .kind = ui::Button::Kind::secondary,
                                .href = url("/teams/{}/draft/seats/new", d.team->id())})});
    auto const add = [&](std::string id, std::string_view key, Html body) {
        main += ui::section({.id = std::move(id), .title = words(key), .body = std::move(body)});
    };
    add("seats", "teams.seats", seats_table(call, d));
    if (d.present) add("changes", "teams.changes", changes_section(words, d));
    add("verdict", "teams.verdict", verdict_section(call, d));
    add("settings", "teams.settings", settings_section(call, d, sent));
    add("in-force", "teams.put_in_force", force_section(call, d, sent));
    add("discard", "teams.discard_title",
        html::all(
            html::p(words("teams.discard_lead")),
            ui::form({.action = url("/teams/{}/draft/discard", d.team->id()), .csrf = call.csrf()},
                     html::all(html::hidden("version", std::to_string(d.draft->version)),
                               ui::button({.label = words("teams.discard"),
                                           .kind = ui::Button::Kind::warning})))));
    return call.page(
        title, main,
        {.before_main = way_to_team(call, *d.team),
         .problems = sent.error ? std::max<std::size_t>(1, sent.error->fields.size()) : 0,
         .wide = true,
         .status = sent.error ? status_of(*sent.error) : 200});
}

CompositionRecord read_by(Drafted const& d, FormValues const& form) {
    auto read = *d.draft;
    read.version = version_of(form);
    return read;
}

/// The page again with what was wrong; after a conflict over the draft as it is now.
Result<web::Response> shown_again(Call const& call, Drafted const& d, Sent sent, Error error) {
    sent.error = std::move(error);
    if (sent.error->kind != Error::Kind::conflict) return draft_page(call, d, sent);
    auto const now = TRY(drafted_team(call));
    if (!now.draft) return conflict();
    sent.read = version_of(sent.form);
    sent.error = mendable_conflict();
    return draft_page(call, now, sent);
}

std::optional<FieldError> read_day(FormValues const& form, std::string_view name,
                                   std::optional<Date>& out) {
    auto const typed = value_of(form, name);
    if (typed.empty()) return {};
    if (auto wrong = read_date(typed, out)) return FieldError{std::string(name), *wrong};
    return {};
}

} // namespace

Result<web::Response> show_draft(Call& call) {
    auto const d = TRY(drafted_team(call));
    if (!d.draft) return call.redirect(url("/teams/{}", d.team->id()));
    return draft_page(call, d, {});
}

Result<web::Response> post_draft(Call& call) {
    auto const d = TRY(drafted_team(call));
    if (!d.draft) return conflict();
    Sent sent{.which = "settings", .form = call.values()};
    auto after = *d.draft;
    after.mandate = value_of(sent.form, "mandate");
    after.formed_by = term_with_id<Authority>(value_of(sent.form, "formed_by"));
    if (auto wrong = read_text(value_of(sent.form, "note"), {.max_chars = 1000, .many_lines = true},
                               after.note))
        sent.error = invalid("note", *wrong);
    if (!sent.error) {
        auto const done = call.perform(correct_draft, read_by(d, sent.form), after);
        if (done) return call.redirect(url("/teams/{}/draft", d.team->id()), "teams.saved_flash");
        if (!can_be_mended(done.error())) return done.error();
        return shown_again(call, d, std::move(sent), done.error());
    }
    return draft_page(call, d, sent);
}

Result<web::Response> post_discard(Call& call) {
    auto const d = TRY(drafted_team(call));
    if (!d.draft) return conflict();
    TRY(call.perform(discard_draft, read_by(d, call.values())));
    return call.redirect(url("/teams/{}", d.team->id()), "teams.discarded_flash");
}

Result<web::Response> post_in_force(Call& call) {
    auto const d = TRY(drafted_team(call));
    if (!d.draft) return conflict();
    Sent sent{.which = "force", .form = call.values()};
    Forming forming{.composition = d.draft->id, .version = version_of(sent.form)};
    std::vector<FieldError> wrong;
    if (auto problem = read_text(value_of(sent.form, "memo"), {}, forming.memo))
        wrong.push_back({"memo", *problem});
    if (auto problem = read_day(sent.form, "date", forming.date)) wrong.push_back(*problem);
    if (auto problem = read_day(sent.form, "effective", forming.effective))
        wrong.push_back(*problem);
    if (wrong.empty()) {
        auto const done = call.perform(put_in_force, forming);
        if (done) return call.redirect(url("/teams/{}", d.team->id()), "teams.in_force_flash");
        if (!can_be_mended(done.error())) return done.error();
        return shown_again(call, d, std::move(sent), done.error());
    }
    sent.error = invalid(std::move(wrong));
    return draft_page(call, d, sent);
}

} // namespace udb::teams
