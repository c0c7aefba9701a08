// The list of teams: the register's own, with how each team stands today.
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"
#include "registers/pages/pages.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

/// The way to the teams that stand under a mandate which has been replaced.
Html under_replaced(Call const& call) {
    Html links;
    for (auto const& id : replaced_mandates(shipped_mandates(), call.today))
        links += text(links.empty() ? ": " : " · ")
                 + ui::link({.text = mandate_title(call.words, id),
                             .href = Url("/teams").with("mandate", id)});
    if (links.empty()) return {};
    return html::p(call.words("teams.only_replaced"), links);
}

Html standing(Call const& call, TeamToday const& team) {
    auto const& words = call.words;
    Html cell = text(mandate_title(words, team.mandate));
    if (shipped_mandates().replaced_by(team.mandate, call.today))
        cell += html::br()
                + ui::status({.text = words("teams.replaced"), .tone = ui::Status::Tone::past});
    return cell;
}

Html seats_cell(Words const& words, TeamToday const& team) {
    if (!team.since)
        return ui::status({.text = words("teams.forming"), .tone = ui::Status::Tone::waiting});
    Html cell = text(words("teams.seats_count", {{"n", team.seats}}));
    if (team.vacant > 0)
        cell += html::br()
                + ui::status({.text = words("teams.vacant_count", {{"n", team.vacant}}),
                              .tone = ui::Status::Tone::unsure});
    return cell;
}

std::vector<std::vector<Html>> cells_of(Call const& call, Db& db,
                                        std::vector<ListLine> const& lines) {
    std::vector<Id<Team>> ids;
    for (auto const& line : lines)
        ids.push_back(as<Team>(line.header.id));
    auto const today = teams_today(db, ids, call.today);
    std::vector<std::vector<Html>> cells;
    for (auto const id : ids) {
        auto const team = std::ranges::find(today, id, &TeamToday::id);
        auto const since = team->since ? call.words.date(*team->since) : std::string{};
        cells.push_back({standing(call, *team), seats_cell(call.words, *team), text(since)});
    }
    return cells;
}

} // namespace

Result<web::Response> show_teams(Call& call) {
    auto const& words = call.words;
    return list_page(
        call,
        {.lead = words("teams.lead"),
         .actions = html::when(
             permits_somewhere(policy, call.actor, Act::form),
             [&] { return ui::button({.label = words("teams.form_one"), .href = "/teams/new"}); }),
         .above = under_replaced(call),
         .columns = {{words("teams.mandate")},
                     {words("teams.seats")},
                     {words("teams.in_force_since")}},
         .cells = [&](Db& db, std::vector<ListLine> const& lines) {
             return cells_of(call, db, lines);
         }});
}

} // namespace udb::teams
