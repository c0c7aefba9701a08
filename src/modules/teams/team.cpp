// The rules of a seat: how it is written, and what the composition check may know of it.
#include "modules/teams/team.hpp"

#include <algorithm>
#include <array>

namespace udb {

template <>
std::span<Term<teams::Stage> const> terms<teams::Stage>() {
    using teams::Stage;
    static constexpr std::array rows{
        Term<Stage>{Stage::draft, "draft", {"খসড়া", "Draft"}},
        Term<Stage>{Stage::in_force, "in_force", {"বহাল", "In force"}},
        Term<Stage>{Stage::past, "past", {"পূর্বতন", "Former"}},
        Term<Stage>{Stage::discarded, "discarded", {"বাতিল খসড়া", "Discarded"}},
    };
    return rows;
}

namespace teams {
namespace {

/// The parts of "যুগ্মসচিব/উপসচিব", without the spaces around them.
std::vector<std::string_view> alternatives(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        auto const end = std::min(text.find('/'), text.size());
        auto part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!part.empty()) parts.push_back(part);
    }
    return parts;
}

void add_once(std::vector<Rank>& ranks, Rank rank) {
    if (std::ranges::find(ranks, rank) == ranks.end()) ranks.push_back(rank);
}

std::vector<Rank> ranks_of(TeamSeat const& seat) {
    std::vector<Rank> ranks;
    for (auto const& text : {seat.post_text.bn, seat.post_text.en})
        for (auto const part : alternatives(text))
            if (auto const rank = rank_named(part)) add_once(ranks, *rank);
    for (auto const& post : seat.posts)
        if (post.rank != Rank::other || ranks.empty()) add_once(ranks, post.rank);
    return ranks;
}

SeatPost const* sat_in(TeamSeat const& seat) {
    if (seat.posts.empty()) return nullptr;
    if (seat.sitter)
        for (auto const& post : seat.posts)
            if (post.id == seat.sitter->post) return &post;
    return &seat.posts.front();
}

std::optional<std::set<Capacity>> capacities_of(TeamSeat const& seat) {
    auto const* recorded = &seat.capacities;
    if (!*recorded)
        if (auto const* post = sat_in(seat)) recorded = &post->capacities;
    if (!*recorded) return {};
    return std::set<Capacity>((*recorded)->begin(), (*recorded)->end());
}

/// The different texts, in order, joined by "/".
void join(std::string& all, std::vector<std::string>& known, std::string const& one) {
    if (one.empty() || std::ranges::find(known, one) != known.end()) return;
    all += (all.empty() ? "" : "/") + one;
    known.push_back(one);
}

std::string with_unit(std::string const& text, std::string const& unit) {
    if (unit.empty() || text.empty()) return text.empty() ? unit : text;
    return text.find('(') == text.npos ? text + " (" + unit + ')' : text + ", " + unit;
}

std::string with_name(std::string const& name, std::string const& post) {
    if (name.empty() || post.empty()) return name.empty() ? post : name;
    return name + ", " + post;
}

} // namespace

BilingualText label_of(TeamSeat const& seat) {
    auto const one = [&](Language language) {
        auto const post = with_unit(seat.post_text.in(language), seat.unit.in(language));
        return seat.officer ? with_name(seat.officer_name.in(language), post) : post;
    };
    return {one(Language::bn), one(Language::en)};
}

BilingualText label_with_office(TeamSeat const& seat, Id<Office> own) {
    auto label = label_of(seat);
    for (auto const& post : seat.posts) {
        if (post.office == own) continue;
        label.bn += ", " + post.office_name.bn;
        if (!post.office_name.en.empty()) label.en += ", " + post.office_name.en;
        break;
    }
    return label;
}

void write_texts(TeamSeat& seat) {
    BilingualText text;
    BilingualText unit;
    std::array<std::vector<std::string>, 4> known;
    for (auto const& post : seat.posts) {
        join(text.bn, known[0], post.title.bn);
        join(text.en, known[1], post.title.en);
        join(unit.bn, known[2], post.unit.bn);
        join(unit.en, known[3], post.unit.en);
    }
    seat.post_text = text;
    seat.unit = unit;
}

udb::Composition checked_composition(std::span<TeamSeat const> seats,
                                     std::optional<Authority> formed_by) {
    udb::Composition out{.formed_by = formed_by};
    for (auto const& seat : seats)
        out.seats.push_back({.role = seat.role,
                             .ranks = ranks_of(seat),
                             .unit = seat.unit.in(Language::bn),
                             .post = seat.post_text.in(Language::bn),
                             .capacities = capacities_of(seat)});
    return out;
}

} // namespace teams
} // namespace udb
