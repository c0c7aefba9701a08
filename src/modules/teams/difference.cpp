// Pairs the seats of two compositions, and tells what differs.
#include "modules/teams/difference.hpp"

#include "bangla/text/search_key.hpp"

#include <algorithm>
#include <functional>

namespace udb::teams {
namespace {

bool same_line(TeamSeat const& a, TeamSeat const& b) { return a.line && a.line == b.line; }

bool share_post(TeamSeat const& a, TeamSeat const& b) {
    return std::ranges::any_of(a.posts, [&](SeatPost const& post) {
        return std::ranges::find(b.posts, post.id, &SeatPost::id) != b.posts.end();
    });
}

bool same_officer(TeamSeat const& a, TeamSeat const& b) {
    return a.officer && a.officer == b.officer;
}

std::string key_of(TeamSeat const& seat) {
    return bangla::search_key(seat.post_text.bn + ' ' + seat.unit.bn);
}

std::vector<Id<Post>> post_ids(TeamSeat const& seat) {
    std::vector<Id<Post>> ids;
    for (auto const& post : seat.posts)
        ids.push_back(post.id);
    return ids;
}

Id<Officer> officer_in(TeamSeat const& seat) {
    return seat.sitter ? seat.sitter->officer : Id<Officer>{};
}

SeatDifference compared(TeamSeat const& before, TeamSeat const& after) {
    return {.before = before,
            .after = after,
            .role = before.role != after.role,
            .post = post_ids(before) != post_ids(after) || before.officer != after.officer
                    || key_of(before) != key_of(after),
            .sitter = officer_in(before) != officer_in(after)};
}

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// For each seat of `after` the place of its partner in `before`.
std::vector<std::size_t> partners(std::span<TeamSeat const> before,
                                  std::span<TeamSeat const> after) {
    std::vector<std::string> keys;
    for (auto const& seat : before)
        keys.push_back(key_of(seat));
    std::vector<std::size_t> partner(after.size(), none);
    std::vector<bool> taken(before.size());
    auto const pair_up = [&](auto const& alike) {
        for (std::size_t a = 0; a < after.size(); ++a)
            for (std::size_t b = 0; partner[a] == none && b < before.size(); ++b)
                if (!taken[b] && alike(before[b], after[a], b)) {
                    partner[a] = b;
                    taken[b] = true;
                }
    };
    pair_up([](auto const& b, auto const& a, std::size_t) { return same_line(b, a); });
    pair_up([](auto const& b, auto const& a, std::size_t) { return share_post(b, a); });
    pair_up([](auto const& b, auto const& a, std::size_t) { return same_officer(b, a); });
    pair_up([&](auto const&, auto const& a, std::size_t b) {
        return !keys[b].empty() && keys[b] == key_of(a);
    });
    return partner;
}

} // namespace

std::vector<SeatDifference> difference(std::span<TeamSeat const> before,
                                       std::span<TeamSeat const> after) {
    auto const partner = partners(before, after);
    std::vector<SeatDifference> found;
    std::vector<bool> kept(before.size());
    for (std::size_t a = 0; a < after.size(); ++a) {
        if (partner[a] == none) {
            found.push_back({.after = after[a]});
            continue;
        }
        kept[partner[a]] = true;
        auto d = compared(before[partner[a]], after[a]);
        if (d.role || d.post || d.sitter) found.push_back(std::move(d));
    }
    for (std::size_t b = 0; b < before.size(); ++b)
        if (!kept[b]) found.push_back({.before = before[b]});
    return found;
}

} // namespace udb::teams
