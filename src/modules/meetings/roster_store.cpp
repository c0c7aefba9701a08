#include "modules/meetings/roster_store.hpp"

#include "modules/people/people.hpp"
#include "modules/teams/teams.hpp"

#include <algorithm>
#include <set>

namespace udb::meetings {
namespace {

std::vector<offices::PostLine> lines_of(Db& db, std::vector<Id<Post>> const& posts) {
    if (posts.empty()) return {};
    return offices::post_lines(db, posts);
}

BilingualText label_at(offices::PostLine const& line, Id<Office> home) {
    return line.post.office == home ? offices::label_of(line.post) : offices::label_of(line);
}

std::optional<teams::CompositionRecord> team_on(Db& db, Id<Office> office, Date day) {
    auto const team = teams::team_of(db, office);
    if (!team) return {};
    return teams::composition_in_force(db, team->id(), day);
}

} // namespace

std::vector<Invited> roster_of(Db& db, MeetingRecord const& m) {
    std::vector<Id<Post>> posts;
    for (auto const& a : m.people)
        if (a.post) posts.push_back(a.post);
    auto const lines = lines_of(db, posts);
    auto const holders =
        posts.empty() ? std::vector<people::Holder>{} : people::holders_on(db, posts, m.when.day);
    std::vector<Invited> out;
    for (auto const& a : m.people) {
        Invited one{.attendee = a, .email = a.email};
        auto const line = std::ranges::find(lines, a.post, &offices::PostLine::id);
        if (a.post && line != lines.end()) {
            one.post = label_at(*line, m.office);
            one.office = line->office_name;
            one.email = line->post.email;
            if (auto const* holder = people::acting(holders, a.post)) {
                one.person = holder->name;
                if (one.email.empty()) one.email = holder->email;
            }
        }
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<Usual> usual_posts(Db& db, Id<Office> office, Date day) {
    std::vector<Usual> out;
    std::set<Id<Post>> seen;
    if (auto const team = team_on(db, office, day)) {
        std::vector<Id<Post>> seats;
        std::vector<bool> leads;
        for (auto const& seat : team->seats) {
            auto const post = seat.sitter          ? seat.sitter->post
                              : seat.posts.empty() ? Id<Post>{}
                                                   : seat.posts.front().id;
            if (!post || !seen.insert(post).second) continue;
            seats.push_back(post);
            leads.push_back(seat.role == SeatRole::chief_innovation_officer
                            || seat.role == SeatRole::innovation_officer);
        }
        auto const lines = lines_of(db, seats);
        for (std::size_t i = 0; i < seats.size(); ++i)
            if (auto const line = std::ranges::find(lines, seats[i], &offices::PostLine::id);
                line != lines.end())
                out.push_back({*line, true, leads[i]});
    }
    for (auto const& line : offices::posts_of(db, office, day))
        if (seen.insert(line.id).second) out.push_back({line, false, line.post.is_head});
    return out;
}

std::vector<BilingualText> named_members(Db& db, Id<Office> office, Date day) {
    std::vector<BilingualText> out;
    if (auto const team = team_on(db, office, day))
        for (auto const& seat : team->seats)
            if (seat.posts.empty() && seat.sitter) out.push_back(seat.sitter->name);
    return out;
}

std::vector<std::pair<Id<Post>, BilingualText>>
labels_of(Db& db, std::vector<Id<Post>> const& posts, Id<Office> home) {
    std::vector<Id<Post>> asked;
    for (auto const post : posts)
        if (post && std::ranges::count(asked, post) == 0) asked.push_back(post);
    std::vector<std::pair<Id<Post>, BilingualText>> out;
    for (auto const& line : lines_of(db, asked))
        out.emplace_back(line.id, label_at(line, home));
    return out;
}

} // namespace udb::meetings
