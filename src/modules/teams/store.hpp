// Statements that the module keeps to itself.
#pragma once

#include "modules/offices/offices.hpp"
#include "modules/teams/teams.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::teams {

/// How a team stands on a day.
struct TeamToday {
    Id<Team> id = {};
    std::string mandate = {};
    std::optional<Date> since = {}; ///< of the composition in force; empty: none is
    std::int64_t seats = 0;
    std::int64_t vacant = 0;
};
/// One statement, in no order.
std::vector<TeamToday> teams_today(Db& db, std::span<Id<Team> const> ids, Date today);

/// Every composition of a team, the newest first, without seats.
std::vector<CompositionRecord> compositions_of(Db& db, Id<Team> team, Date today);

struct ExceptionLine {
    std::string mandate = {};
    std::string rule = {};
    std::string digest = {};
    std::string reason = {};
    BilingualText who = {};
    Instant at = {};
};
/// The newest first.
std::vector<ExceptionLine> exceptions_of(Db& db, Id<Team> team);
void add_exception(Work& work, Id<Team> team, ExceptionLine const& line);

struct KeptVerdict {
    std::string mandate = {};
    Tier tier = Tier::ministry;
    std::string digest = {};
    RuleState state = RuleState::met;
    Instant at = {};
};
void keep_verdict(Work& work, Id<TeamComposition> composition, Verdict const& verdict);
std::optional<KeptVerdict> kept_verdict(Db& db, Id<TeamComposition> composition);

/// A rule of a verdict as it was kept when a composition came into force.
struct KeptRule {
    Id<TeamComposition> composition = {};
    std::string mandate = {};
    Tier tier = Tier::ministry;
    Date on = {};
    std::string rule = {};
    std::string paragraph = {};
    RuleState state = RuleState::met;
    std::string by = {}; ///< numbers of the seats that met it: `1,4`
};
/// Of all compositions of a team, in the order of the rules.
std::vector<KeptRule> kept_rules(Db& db, Id<Team> team);

/// A post while a seat of a composition in force named it.
struct PostInTeam {
    Id<Post> post = {};
    BilingualText seat = {}; ///< `label_of` the seat
    Date since = {};
    std::optional<Date> until = {};
};
/// Of all compositions that are or were in force.
std::vector<PostInTeam> posts_in_team(Db& db, Id<Team> team);

/// What a team is found by besides its name and memo number: the posts and units of the composition
/// that lasts.
std::string search_text(Db& db, Id<Record> team);

Id<Team> insert_team(Work& work, TeamRecord const& team);
/// Composition and seats; gives its id. Stage, dates and version as given.
Id<TeamComposition> insert_composition(Db& db, CompositionRecord const& composition);
Id<TeamSeat> insert_seat(Db& db, Id<TeamComposition> composition, TeamSeat const& seat);
void update_seat(Db& db, TeamSeat const& seat);
void delete_seat(Db& db, Id<TeamSeat> seat);
/// The seats in this order, from 1.
void number_seats(Db& db, std::vector<Id<TeamSeat>> const& order);

/// Counts a change of the draft; conflict when it is no draft any more, or has another version.
Done touch(Db& db, CompositionRecord const& read);

/// A post as a seat names it.
std::vector<SeatPost> seat_posts(Db& db, std::span<Id<Post> const> ids);
/// All posts of an office, for matching and choosing.
std::vector<SeatPost> posts_to_name(Db& db, Id<Office> office, Date today);

/// Leader, member-secretary and member by the seats of teams in force, for whoever sits there.
std::vector<Assignment> seat_roles(Db& db, Id<Officer> officer, Date today);

} // namespace udb::teams
