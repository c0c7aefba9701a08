// The page of one team: seats and holders, the verdict, and all that happened to it.
#include "bangla/text/digits.hpp"
#include "host/work.hpp"
#include "modules/people/people.hpp"
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"
#include "registers/pages/history.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

constexpr int events_most = 60;
constexpr int post_events_most = 200;

/// What happened to the team or to a post of it.
struct Happened {
    Event event;
    BilingualText post; ///< empty: to the team itself

    /// The day it took effect.
    Date day() const { return parse_iso_date(event.detail("from")).value_or(day_of(event.at)); }
};

struct TeamShown {
    std::optional<TeamRecord> team;
    std::optional<CompositionRecord> present = {};
    std::optional<CompositionRecord> draft = {};
    std::vector<CompositionRecord> all = {};
    std::optional<KeptVerdict> kept = {};
    std::vector<KeptRule> rules = {};
    std::vector<Happened> events = {};
};

/// Where the team has the post on that day; null where it has not.
PostInTeam const* held_on(std::vector<PostInTeam> const& all, Id<Post> post, Date day) {
    auto const found = std::ranges::find_if(all, [&](PostInTeam const& p) {
        return p.post == post && p.since <= day && (!p.until || day <= *p.until);
    });
    return found == all.end() ? nullptr : &*found;
}

/// The events of the team, and of the posts of its seats while they were in force, the newest
/// first.
std::vector<Happened> events_around(Db& db, TeamRecord const& team) {
    std::vector<Happened> found;
    for (auto& event : events_of(db, team.header.id, events_most))
        found.push_back({std::move(event), {}});
    auto const posts = posts_in_team(db, team.id());
    std::vector<Id<Record>> ids;
    for (auto const& post : posts)
        if (std::ranges::find(ids, as_record(post.post)) == ids.end())
            ids.push_back(as_record(post.post));
    for (auto& [record, event] : events_of_all(db, ids, post_events_most)) {
        auto const from = parse_iso_date(event.detail("from"));
        auto const* place = from ? held_on(posts, as<Post>(record), *from) : nullptr;
        if (place) found.push_back({std::move(event), place->seat});
    }
    std::ranges::stable_sort(
        found, [](Happened const& a, Happened const& b) { return a.day() > b.day(); });
    if (found.size() > events_most) found.resize(events_most);
    return found;
}

TeamShown shown_of(Db& db, Id<Team> id, Date today) {
    TeamShown s{.team = find_team(db, id)};
    if (!s.team) return s;
    s.present = composition_in_force(db, id, today);
    s.draft = draft_of(db, id, today);
    s.all = compositions_of(db, id, today);
    if (s.present) s.kept = kept_verdict(db, s.present->id);
    s.rules = kept_rules(db, id);
    s.events = events_around(db, *s.team);
    return s;
}

Html facts_of(Call const& call, TeamShown const& s) {
    auto const& words = call.words;
    auto const& team = *s.team;
    std::vector<ui::SummaryRow> rows{
        {words("teams.office"),
         ui::link({.text = words(team.office_name), .href = url("/offices/{}", team.office)})},
        {words("teams.tier"), text(words(udb::label_of(team.tier)))},
        {words("teams.mandate"), ui::link({.text = mandate_title(words, team.mandate),
                                           .href = url("/mandates/{}", team.mandate)})}};
    if (auto const& c = s.present) {
        rows.push_back(
            {words("teams.order"),
             text(words("teams.order_value", {{"memo", c->memo}, {"date", *c->memo_date}}))});
        rows.push_back({words("teams.in_force_since"), text(words.date(*c->since))});
        if (c->formed_by)
            rows.push_back({words("teams.formed_by"), text(words(udb::label_of(*c->formed_by)))});
        if (c->order)
            rows.push_back(
                {words("teams.taken_from"), ui::link({.text = words("teams.accepted_order"),
                                                      .href = url("/orders/{}", c->order)})});
    }
    return ui::summary_list(rows);
}

Html verdict_of(Call const& call, TeamShown const& s) {
    auto const& words = call.words;
    auto const* mandate =
        judging_mandate(shipped_mandates(), s.present->mandate, s.team->tier, call.today);
    auto const verdict = judged(s.present->seats, s.present->formed_by, mandate, s.team->tier);
    if (!verdict) return ui::empty_state({.sentence = words("teams.no_rules")});
    auto body = html::p(words("teams.judged_against", {{"mandate", mandate->title}}));
    body += banner_of(words, *verdict,
                      html::p(ui::link({.text = words("teams.full_check"),
                                        .href = url("/teams/{}/check", s.team->id())})));
    if (s.kept && s.kept->digest != verdict->digest && s.kept->mandate == verdict->mandate)
        body += html::p(words("teams.rules_changed"));
    return body;
}

Html history_of(Call const& call, TeamShown const& s) {
    auto const& words = call.words;
    std::vector<ui::TimelineItem> items;
    std::vector<ui::TimelineItem> steps; // of drafts: kept apart, for they are many
    for (auto const& h : s.events) {
        Html body;
        if (!h.post.bn.empty()) body += html::p(words("teams.of_post", {{"post", h.post}}));

        if (auto const memo = h.event.detail("memo"); !memo.empty())
            body += html::p(words("teams.memo_line", {{"memo", std::string(memo)}}));
        if (auto const reason = h.event.detail("reason"); !reason.empty())
            body += html::p(words("teams.reason_line", {{"reason", std::string(reason)}}));
        auto& list =
            h.event.kind.starts_with("team.seat_") || h.event.kind.starts_with("team.draft_")
                ? steps
                : items;
        list.push_back({.date = h.day(),
                        .title = said(words, h.event),
                        .body = body,
                        .by = words(h.event.who)});
    }
    auto out = ui::timeline(words, items);
    if (!steps.empty())
        out += html::details(html::summary(words("teams.draft_steps")), ui::timeline(words, steps));
    return out;
}

/// What was said of a composition on the day it came into force, rule by rule.
Html kept_of(Words const& words, TeamShown const& s, CompositionRecord const& c) {
    std::vector<ui::RuleLine> lines;
    KeptRule const* first = nullptr;
    for (auto const& rule : s.rules) {
        if (rule.composition != c.id) continue;
        if (!first) first = &rule;
        auto const* mandate = shipped_mandates().find(rule.mandate);
        auto const by = BilingualText{bangla::bangla_digits(rule.by), rule.by};
        lines.push_back(
            {.verdict = shown(rule.state),
             .paragraph = paragraph_of(words, rule.paragraph),
             .asks = rule_name(words, rule.rule, mandate ? mandate->rules(rule.tier) : nullptr),
             .by = rule.by.empty() ? "" : words("teams.kept_seats", {{"seats", by}})});
    }
    if (!first) return {};
    auto const title =
        words("teams.kept_verdict") + " (" + words("teams.memo") + ": " + c.memo + ")";
    return html::details(
        html::summary(title),
        html::p(words("teams.kept_against",
                      {{"date", first->on}, {"mandate", mandate_title(words, first->mandate)}})),
        ui::rule_list(words, lines));
}

Html former_of(Words const& words, TeamShown const& s) {
    std::vector<ui::Table::Row> rows;
    for (auto const& c : s.all) {
        if (c.stage == Stage::draft || c.stage == Stage::discarded) continue;
        bool const present = c.stage == Stage::in_force;
        rows.push_back({.cells = {text(c.memo), text(c.since ? words.date(*c.since) : ""),
                                  text(c.until ? words.date(*c.until) : ""),
                                  ui::status({.text = std::string(words(udb::label_of(c.stage))),
                                              .tone = present ? ui::Status::Tone::good
                                                              : ui::Status::Tone::past})}});
    }
    Html kept;
    for (auto const& c : s.all)
        kept += kept_of(words, s, c);
    return ui::table({.caption = words("teams.compositions"),
                      .columns = {{words("teams.order")},
                                  {words("teams.in_force_since")},
                                  {words("teams.in_force_until")},
                                  {words("teams.stage")}},
                      .rows = std::move(rows),
                      .hidden_caption = true})
           + kept;
}

Html actions_of(Call const& call, TeamShown const& s) {
    auto const& words = call.words;
    if (!call.may(policy, Act::form, s.team->header.target())) return {};
    auto const id = s.team->id();
    if (s.draft)
        return ui::button(
            {.label = words("teams.go_on_drafting"), .href = url("/teams/{}/draft", id)});
    return ui::post_button({.label = words(s.present ? "teams.reform" : "teams.begin_draft"),
                            .kind = ui::Button::Kind::secondary,
                            .action = url("/teams/{}/draft/begin", id)},
                           call.csrf());
}

Html seats_section(Call const& call, TeamShown const& s) {
    auto const& words = call.words;
    if (!s.present)
        return ui::empty_state(
            {.sentence = words("teams.not_formed"), .hint = words("teams.not_formed_hint")});
    return html::all(html::p(words("teams.seats_today", {{"date", call.today}})),
                     seats_of(words, s.present->seats, s.team->office));
}

} // namespace

Result<web::Response> show_team(Call& call) {
    auto const id = TRY(call.id<Team>());
    auto const s = call.look([&](Db& db) { return shown_of(db, id, call.today); });
    if (!s.team) return not_found();
    auto const& words = call.words;
    auto const state =
        s.present ? ui::status({.text = std::string(words(udb::label_of(Stage::in_force))),
                                .tone = ui::Status::Tone::good})
                  : ui::status({.text = words("teams.forming"), .tone = ui::Status::Tone::waiting});
    std::vector<ui::Section> sections{
        {.id = "seats", .title = words("teams.seats"), .body = seats_section(call, s)}};
    if (s.present) {
        sections.push_back(
            {.id = "verdict", .title = words("teams.verdict"), .body = verdict_of(call, s)});
        sections.push_back({.id = "compositions",
                            .title = words("teams.compositions"),
                            .body = former_of(words, s)});
    }
    sections.push_back(
        {.id = "history", .title = words("teams.history"), .body = history_of(call, s)});
    auto main =
        html::all(ui::page_heading({.title = words(s.team->header.title),
                                    .status = state,
                                    .actions = actions_of(call, s),
                                    .lang = ui::lang_of(words, words(s.team->header.title))}),
                  replaced_notice(call, s.team->mandate, true), facts_of(call, s));
    for (auto const& section : sections)
        main += ui::section(section);
    return call.page(
        words(s.team->header.title), main,
        {.before_main = ui::breadcrumb(words, {{words("teams.title"), "/teams"}}), .wide = true});
}

} // namespace udb::teams
