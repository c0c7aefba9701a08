// A team as the module knows it: its compositions, their seats, and who sits in them.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/message.hpp"
#include "kernel/composition.hpp"
#include "kernel/mandate_terms.hpp"
#include "kernel/office.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace udb {

struct Office;
struct Team;            ///< `Id<Team>` is a record's; its pages are `/teams/{id}`
struct TeamComposition; ///< one version of a team's seats
struct TeamSeat;

template <>
inline constexpr std::string_view record_kind<Team> = "team";

namespace teams {

/// A team larger than this is refused. C23 §2 asks for eleven people at most, and the longest order
/// we know names nine; a hundred leaves room for every mistake a check should explain, and keeps a
/// form of all rows below the server's limit of fields.
inline constexpr std::size_t seats_max = 100;
/// Posts that one seat may name as alternatives.
inline constexpr std::size_t seat_posts_max = 6;

/// `past` is never stored: a composition in force whose last day is over.
enum class Stage { draft, in_force, past, discarded };

/// A post that a seat names, as far as the seat asks.
struct SeatPost {
    Id<Post> id = {};
    BilingualText title = {}; ///< "যুগ্মসচিব"
    BilingualText unit = {};  ///< "বাজেট অধিশাখা"; may be empty
    Id<Office> office = {};
    BilingualText office_name = {};
    Rank rank = Rank::other;
    std::optional<std::vector<Capacity>> capacities = {}; ///< empty optional: not recorded

    bool operator==(SeatPost const&) const = default;
};

/// Who sits in a seat on a day.
struct Sitter {
    Id<Officer> officer = {};
    BilingualText name = {};
    Id<Post> post = {}; ///< which of the seat's posts; of a nominated officer the own one, or zero
    HoldingKind kind = HoldingKind::regular;
    std::optional<Date> since = {}; ///< in the post; empty for a nominated officer without one

    bool operator==(Sitter const&) const = default;
};

} // namespace teams

/// One seat of a composition.
struct TeamSeat {
    Id<TeamSeat> id = {};
    int no = 0; ///< from 1, in the order of the list
    /// The first seat of the same line: a seat copied into a later composition keeps it.
    Id<TeamSeat> line = {};
    SeatRole role = SeatRole::member;
    BilingualText post_text = {}; ///< as an order writes it: "যুগ্মসচিব/উপসচিব"
    BilingualText unit = {};      ///< "বাজেট অধিশাখা"; may be empty
    /// The posts that it names, the preferred one first; empty for a nominated officer, and for a
    /// seat whose post nobody has found in the books.
    std::vector<teams::SeatPost> posts = {};
    Id<Officer> officer = {}; ///< nominated by name; zero: the seat follows its posts
    BilingualText officer_name = {};
    std::optional<std::vector<Capacity>> capacities = {}; ///< recorded for the seat itself
    /// Who sits here on the day that was asked for: the nominated officer, or whoever acts in the
    /// first of the posts that is not vacant. Empty: the seat is vacant.
    std::optional<teams::Sitter> sitter = {};

    bool operator==(TeamSeat const&) const = default;
};

namespace teams {

/// "যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা)": the seat as an order writes it; a nominated officer's name
/// and post.
BilingualText label_of(TeamSeat const& seat);
/// The same with the office behind it where a post is of another office than `own`.
BilingualText label_with_office(TeamSeat const& seat, Id<Office> own);

/// The text and unit that follow from the posts of a seat: "যুগ্মসচিব/উপসচিব" and the units that
/// differ joined by "/".
void write_texts(TeamSeat& seat);

/// What kernel's check asks of the seats. Ranks are those of the posts and of the text's
/// alternatives; capacities are the seat's own where recorded, else those of the post that is sat
/// in (the first one where the seat is vacant).
udb::Composition checked_composition(std::span<TeamSeat const> seats,
                                     std::optional<Authority> formed_by);

} // namespace teams

template <>
std::span<Term<teams::Stage> const> terms<teams::Stage>();

} // namespace udb
