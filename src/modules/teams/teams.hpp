// The public face of teams: a team and its compositions, the draft, and putting one in force.
#pragma once

#include "host/records.hpp"
#include "modules/teams/difference.hpp"
#include "modules/teams/team.hpp"

namespace udb::teams {

inline constexpr std::string_view team_kind = record_kind<Team>;

/// A team with its header. The header's `office_path` is that of its office, its title the team's
/// ("ইনোভেশন টিম, শ্রম ও কর্মসংস্থান মন্ত্রণালয়"), its stage `forming` until a composition is in
/// force, then `active`.
struct TeamRecord {
    Header header = {};
    Id<Office> office = {};
    BilingualText office_name = {};
    Tier tier = Tier::ministry;
    std::string mandate = {}; ///< id of the mandate it stands under (kernel: shipped_mandates)

    Id<Team> id() const { return as<Team>(header.id); }
};
std::optional<TeamRecord> find_team(Db& db, Id<Team> id);
std::optional<TeamRecord> team_of(Db& db, Id<Office> office);

/// One version of a team's seats, in the order of their numbers.
struct CompositionRecord {
    Id<TeamComposition> id = {};
    Id<Team> team = {};
    Stage stage = Stage::draft;
    std::string mandate = {};
    std::optional<Authority> formed_by = {}; ///< empty: not recorded
    std::optional<Date> since = {};          ///< its first day; empty while a draft
    std::optional<Date> until = {};          ///< its last day; empty while it lasts
    std::string memo = {};                   ///< number of the order that put it in force
    std::optional<Date> memo_date = {};
    Id<Record> order = {}; ///< the accepted order it was taken from; zero for none
    std::string note = {};
    std::int64_t version = 1; ///< counts every change of the draft, its seats included
    std::vector<TeamSeat> seats = {};
};

/// With its seats and who sits in them on `day`; a constant number of statements.
std::optional<CompositionRecord> find_composition(Db& db, Id<TeamComposition> id, Date day);
/// The composition in force on `day`; nothing before the team was formed.
std::optional<CompositionRecord> composition_in_force(Db& db, Id<Team> team, Date day);
/// The composition that lasts, whatever the day: in force now or from a day to come. `day` is the
/// one on which its sitters are told.
std::optional<CompositionRecord> lasting_composition(Db& db, Id<Team> team, Date day);
/// The draft of a team; it has at most one.
std::optional<CompositionRecord> draft_of(Db& db, Id<Team> team, Date day);

/// A seat of a composition in force that names a post.
struct SeatNaming {
    Id<Team> team = {};
    BilingualText title = {}; ///< the team's
    std::string mandate = {};
    SeatRole role = SeatRole::member;
};
/// On a day; team after team, in the order of the seats.
std::vector<SeatNaming> seats_naming(Db& db, Id<Post> post, Date day);

/// How a composition comes into force.
struct Forming {
    Id<TeamComposition> composition = {};
    std::string memo = {};              ///< number of the order, as written; needed
    std::optional<Date> date = {};      ///< of the order; needed
    std::optional<Date> effective = {}; ///< first day; empty: the date of the order
    /// The version that was read; somebody changed the draft since is a conflict. Empty: do not
    /// ask.
    std::optional<std::int64_t> version = {};
    bool checked_by_caller = false; ///< the caller has asked its own policy (issuing a paper)
};

/// Puts a draft in force: ends the former composition on the day before, keeps the verdict of the
/// draft against its mandate, and leaves `team.formed` or `team.reformed` with the memo. Needs
/// `form` at the team's office unless `checked_by_caller`. Errors: not_found; conflict (no draft
/// any more, or another version); invalid at `memo`, `date`, `effective` (not after the former
/// one's first day); refused without seats.
Done put_in_force(Work& work, Forming const& forming);

} // namespace udb::teams
