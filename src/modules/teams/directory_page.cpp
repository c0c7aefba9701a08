// The directory of all teams of all tiers.
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"

#include <algorithm>
#include <charconv>

namespace udb::teams {
namespace {

constexpr int page_size = 25;

struct Asked {
    std::string search;
    std::optional<Tier> tier;
    bool replaced = false;
    std::int64_t page = 1;
};

Asked asked_by(Call const& call) {
    auto const& query = call.request.query;
    Asked a{.search = std::string(query.get_or("q")),
            .tier = term_with_id<Tier>(query.get_or("tier")),
            .replaced = query.get_or("replaced") == "1"};
    auto const text = query.get_or("page", "1");
    std::from_chars(text.data(), text.data() + text.size(), a.page);
    a.page = std::clamp<std::int64_t>(a.page, 1, 1'000'000);
    return a;
}

Url address(Asked const& a) {
    Url where = "/teams";
    if (!a.search.empty()) where = where.with("q", a.search);
    if (a.tier) where = where.with("tier", id_of(*a.tier));
    if (a.replaced) where = where.with("replaced", "1");
    return where;
}

/// The tiers as links, the present one marked; another for teams whose mandate is replaced.
Html filters(Words const& words, Asked const& asked) {
    Html links;
    auto const add = [&](std::string const& label, Asked to, bool current) {
        to.page = 1;
        if (!links.empty()) links += text(" · ");
        links += current ? html::strong({.more = {{"aria-current", "true"}}}, label)
                         : ui::link({.text = label, .href = address(to)});
    };
    auto to = asked;
    to.tier = {};
    add(words("teams.all_tiers"), to, !asked.tier);
    for (auto const& tier : terms<Tier>()) {
        to.tier = tier.value;
        add(std::string(words(tier.label)), to, asked.tier == tier.value);
    }
    auto const tiers = html::p(links);
    links = {};
    to = asked;
    to.replaced = !asked.replaced;
    add(words(asked.replaced ? "teams.with_replaced" : "teams.only_replaced"), to, false);
    return html::nav({.more = {{"aria-label", words("ui.filter")}}},
                     html::all(tiers, html::p(links)));
}

Html standing(Call const& call, TeamLine const& line) {
    auto const& words = call.words;
    Html cell = text(mandate_title(words, line.mandate));
    if (shipped_mandates().replaced_by(line.mandate, call.today))
        cell += html::br()
                + ui::status({.text = words("teams.replaced"), .tone = ui::Status::Tone::past});
    return cell;
}

Html seats_cell(Words const& words, TeamLine const& line) {
    if (!line.since)
        return ui::status({.text = words("teams.forming"), .tone = ui::Status::Tone::waiting});
    Html cell = text(words("teams.seats_count", {{"n", line.seats}}));
    if (line.vacant > 0)
        cell += html::br()
                + ui::status({.text = words("teams.vacant_count", {{"n", line.vacant}}),
                              .tone = ui::Status::Tone::unsure});
    return cell;
}

Html table_of(Call const& call, TeamLines const& found) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    for (auto const& line : found.lines)
        rows.push_back(
            {.cells = {
                 ui::link({.text = words(line.office_name), .href = url("/teams/{}", line.id)}),
                 text(words(udb::label_of(line.tier))), standing(call, line),
                 seats_cell(words, line), line.since ? text(words.date(*line.since)) : Html{}}});
    return ui::table({.caption = words("ui.count", {{"count", found.total}}),
                      .columns = {{words("teams.office")},
                                  {words("teams.tier")},
                                  {words("teams.mandate")},
                                  {words("teams.seats")},
                                  {words("teams.in_force_since")}},
                      .rows = std::move(rows)});
}

} // namespace

Result<web::Response> show_teams(Call& call) {
    auto const& words = call.words;
    auto const asked = asked_by(call);
    TeamSearch search{.search = asked.search,
                      .tier = asked.tier,
                      .size = page_size,
                      .offset = (asked.page - 1) * page_size};
    if (asked.replaced) search.mandates = replaced_mandates(shipped_mandates(), call.today);
    auto const found = call.look([&](Db& db) { return find_teams(db, search, call.today); });
    auto const actions = html::when(permits_somewhere(policy, call.actor, Act::form), [&] {
        return ui::button({.label = words("teams.form_one"), .href = "/teams/new"});
    });
    std::vector<std::pair<std::string, std::string>> kept;
    if (asked.tier) kept.emplace_back("tier", id_of(*asked.tier));
    if (asked.replaced) kept.emplace_back("replaced", "1");
    auto const list =
        found.lines.empty()
            ? ui::empty_state(
                  {.sentence = words("teams.none_found"), .hint = words("teams.none_found_hint")})
            : html::all(table_of(call, found),
                        ui::pager(words, {.page = asked.page,
                                          .pages = (found.total + page_size - 1) / page_size,
                                          .href = address(asked)}));
    auto const main = html::all(
        ui::page_heading(
            {.title = words("teams.title"), .lead = words("teams.lead"), .actions = actions}),
        ui::search_box(words, {.action = "/teams",
                               .value = asked.search,
                               .label = words("teams.search"),
                               .kept = std::move(kept)}),
        filters(words, asked), list);
    return call.page(words("teams.title"), main, {.wide = true});
}

} // namespace udb::teams
