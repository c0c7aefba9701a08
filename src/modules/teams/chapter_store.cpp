#include "modules/teams/chapter_store.hpp"

#include "modules/teams/store.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

/// In force on any day of the period, the first of them first.
std::vector<CompositionRecord> in_force(Db& db, Id<Team> team, ChapterAsked const& asked) {
    std::vector<CompositionRecord> out;
    for (auto& c : compositions_of(db, team, asked.today)) {
        bool const was = c.stage == Stage::in_force || c.stage == Stage::past;
        if (was && c.since && *c.since <= asked.days.last
            && (!c.until || *c.until >= asked.days.first))
            out.push_back(std::move(c));
    }
    std::ranges::sort(out, {}, &CompositionRecord::since);
    return out;
}

bangla::Table orders(std::vector<CompositionRecord> const& all, Words const& words) {
    std::vector<std::vector<std::string>> rows;
    for (auto const& c : all)
        rows.push_back({c.memo, c.memo_date ? words.date(*c.memo_date) : std::string(),
                        words.date(*c.since), c.until ? words.date(*c.until) : std::string("–")});
    return told_table({{words("team_chapter.memo"), 4},
                       {words("team_chapter.memo_date"), 2},
                       {words("team_chapter.since"), 2},
                       {words("team_chapter.until"), 2}},
                      std::move(rows));
}

bangla::Table seats(CompositionRecord const& c, Id<Office> office, Words const& words) {
    std::vector<std::vector<std::string>> rows;
    for (auto const& seat : c.seats)
        rows.push_back({words.number(seat.no), label_with_office(seat, office).bn,
                        std::string(words(label_of(seat.role))),
                        seat.sitter ? seat.sitter->name.bn : words("team_chapter.vacant")});
    return told_table({{words("team_chapter.no"), 1, true},
                       {words("team_chapter.seat"), 5},
                       {words("team_chapter.role"), 3},
                       {words("team_chapter.who"), 3}},
                      std::move(rows));
}

} // namespace

std::vector<bangla::Block> tell_team(Db& db, ChapterAsked const& asked) {
    auto const& words = asked.words;
    auto const team = team_of(db, asked.office);
    if (!team) return {};
    auto const all = in_force(db, team->id(), asked);
    if (all.empty()) return {bangla::Paragraph{.text = words("team_chapter.none")}};
    auto const day = std::min(asked.days.last, asked.today);
    std::vector<bangla::Block> out;
    out.emplace_back(bangla::Heading{words("team_chapter.orders"), 3});
    out.emplace_back(orders(all, words));
    if (auto const last = find_composition(db, all.back().id, day)) {
        out.emplace_back(bangla::Heading{words("team_chapter.seats", {{"date", day}}), 3});
        out.emplace_back(seats(*last, asked.office, words));
    }
    return out;
}

} // namespace udb::teams
