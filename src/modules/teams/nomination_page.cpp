// Whom to name for a seat: officers in order, with what speaks for each and what is not recorded.
#include "modules/teams/nomination_store.hpp"
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"

namespace udb::teams {
namespace {

/// What the address says of the seat, kept from page to page.
struct Wanted {
    std::string seat = "new";
    std::string role = {};
    std::string fixed = {};
    bool below = false;
};

Wanted wanted_of(Call const& call) {
    auto const& query = call.request.query;
    Wanted w{.role = std::string(query.get_or("role")),
             .fixed = std::string(query.get_or("fixed")),
             .below = query.get_or("below") == "1"};
    if (auto const seat = parse_id<TeamSeat>(query.get_or("seat"))) w.seat = to_string(*seat);
    return w;
}

Url with_seat(Url href, Wanted const& w) {
    if (!w.role.empty()) href = href.with("role", w.role);
    if (!w.fixed.empty()) href = href.with("fixed", w.fixed);
    return href;
}

/// The fixed seat that is named, the leader's, or else the capacities that quotas ask for.
SeatAsks asks_of(CompositionRules const* rules, Wanted const& w) {
    if (!rules) return {};
    if (auto const place = parse_id<SeatRule>(w.fixed);
        place && place->value <= static_cast<std::int64_t>(rules->fixed.size())) {
        auto const& seat = rules->fixed[static_cast<std::size_t>(place->value - 1)];
        return {seat.ranks, seat.capacities};
    }
    if (term_with_id<SeatRole>(w.role) == rules->leader.role)
        return {rules->leader.ranks, rules->leader.capacities};
    SeatAsks asks;
    for (auto const& quota : rules->quotas)
        asks.capacities.insert(asks.capacities.end(), quota.capacities.begin(),
                               quota.capacities.end());
    return asks;
}

Html fit_status(Words const& words, Fit fit) {
    using Tone = ui::Status::Tone;
    if (fit == Fit::fits)
        return ui::status({.text = words("teams.nominee_fits"), .tone = Tone::good});
    if (fit == Fit::cannot_tell)
        return ui::status({.text = words("teams.nominee_unsure"), .tone = Tone::unsure});
    return ui::status({.text = words("teams.nominee_other"), .tone = Tone::plain});
}

Html qualities_of(Words const& words, Nominee const& n) {
    if (!n.qualities)
        return ui::status({.text = words("teams.not_recorded"), .tone = ui::Status::Tone::unsure});
    if (n.qualities->empty()) return text(words("teams.qualities_none"));
    Html lines;
    for (auto const quality : *n.qualities)
        lines += html::li(words(label_of(quality)));
    return html::ul({.cls = "govuk-list govuk-list--bullet"}, lines);
}

Html teams_of(Words const& words, Nominee const& n) {
    Html lines;
    for (auto const& team : n.teams) {
        if (!lines.empty()) lines += html::br();
        lines += text(words(team));
    }
    return lines;
}

Html nominee_table(Call const& call, TeamRecord const& team, std::vector<Nominee> const& nominees,
                   SeatAsks const& asks, Wanted const& w) {
    auto const& words = call.words;
    // A seat that asks for no rank and no capacity has nothing to fit.
    bool const fits = !asks.nothing();
    std::vector<ui::Table::Row> rows;
    for (auto const& n : nominees) {
        std::vector<Html> cells{
            html::all(ui::link({.text = words(n.name), .href = url("/people/{}", n.id)}),
                      html::br(), text(words(n.post)))};
        if (fits) cells.push_back(fit_status(words, fit_of(n, asks)));
        cells.push_back(qualities_of(words, n));
        cells.push_back(teams_of(words, n));
        cells.push_back(
            ui::link({.text = words("teams.choose_nominee"),
                      .href = with_seat(url("/teams/{}/draft/seats/{}", team.id(), w.seat)
                                            .with("officer", to_string(n.id)),
                                        w),
                      .about = words(n.name)}));
        rows.push_back({.cells = std::move(cells)});
    }
    std::vector<ui::Table::Column> columns{{words("teams.nominee")}};
    if (fits) columns.push_back({words("teams.nominee_post")});
    for (auto const* key : {"teams.nominee_qualities", "teams.nominee_teams", "teams.acts"})
        columns.push_back({words(key)});
    return ui::table({.caption = words("teams.nominees_title"),
                      .columns = std::move(columns),
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

} // namespace

Result<web::Response> show_nominees(Call& call) {
    auto const& words = call.words;
    auto const id = TRY(call.id<Team>());
    auto const w = wanted_of(call);
    struct Shown {
        std::optional<TeamRecord> team;
        std::optional<CompositionRecord> draft = {};
        std::vector<Nominee> nominees = {};
    };
    auto s = call.look([&](Db& db) {
        Shown shown{.team = find_team(db, id)};
        if (!shown.team) return shown;
        shown.draft = draft_of(db, id, call.today);
        shown.nominees = nominees_at(db, shown.team->header.office_path, w.below, call.today);
        return shown;
    });
    if (!s.team) return not_found();
    TRY(call.allow(policy, Act::form, s.team->header.target()));
    if (!s.draft) return conflict();
    auto const* mandate =
        judging_mandate(shipped_mandates(), s.draft->mandate, s.team->tier, call.today);
    auto const asks = asks_of(mandate ? mandate->rules(s.team->tier) : nullptr, w);
    auto const nominees = ranked(std::move(s.nominees), asks);
    auto const here = with_seat(url("/teams/{}/draft/nominees", id).with("seat", w.seat), w);
    auto const reach = html::p(
        w.below
            ? ui::link({.text = words("teams.nominees_here"), .href = here})
            : ui::link({.text = words("teams.nominees_below"), .href = here.with("below", "1")}));
    auto const main =
        html::all(ui::page_heading({.title = words("teams.nominees_title"),
                                    .above = words(s.team->header.title),
                                    .lead = words("teams.nominees_lead")}),
                  reach,
                  nominees.empty() ? ui::empty_state({.sentence = words("teams.no_nominees")})
                                   : nominee_table(call, *s.team, nominees, asks, w));
    return call.page(words("teams.nominees_title"), main,
                     {.before_main = ui::breadcrumb(
                          words, {{words("teams.title"), "/teams"},
                                  {words(s.team->header.title), url("/teams/{}", id)},
                                  {words("teams.draft_crumb"), url("/teams/{}/draft", id)}}),
                      .wide = true});
}

} // namespace udb::teams
