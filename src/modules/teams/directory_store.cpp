// The statements of the list, of exceptions and verdicts, and of the roles that seats bring.
#include "modules/teams/store.hpp"
#include "store/statement.hpp"

namespace udb::teams {
namespace {

constexpr std::string_view in_force_today =
    "c.stage = 'in_force' and c.since <= ? and (c.until is null or c.until >= ?)";

/// Seats in which nobody sits: no nominated officer, and no holder of any post named.
constexpr std::string_view vacant_seats =
    "(select count(*) from seats s where s.composition = c.id and s.officer is null and not exists "
    "(select 1 from seat_posts p join holdings h on h.post = p.post where p.seat = s.id and "
    "h.since <= ? and (h.until is null or h.until >= ?)))";

std::string joined(std::vector<int> const& seats) {
    std::string out;
    for (auto const seat : seats)
        out += (out.empty() ? "" : ",") + std::to_string(seat);
    return out;
}

} // namespace

std::vector<TeamToday> teams_today(Db& db, std::span<Id<Team> const> ids, Date today) {
    if (ids.empty()) return {};
    std::vector<Param> params{today, today, today, today};
    params.insert(params.end(), ids.begin(), ids.end());
    std::vector<TeamToday> found;
    for (auto const& row : db.all_of(
             statement({"select t.id, t.mandate, c.since, (select count(*) from seats s where "
                        "s.composition = c.id), ",
                        vacant_seats,
                        " from teams t left join compositions c on c.team = t.id and ",
                        in_force_today, " where t.id in (", gaps(ids.size()), ")"}),
             params))
        found.push_back({.id = row.get<Id<Team>>(0),
                         .mandate = row.get<std::string>(1),
                         .since = row.get<std::optional<Date>>(2),
                         .seats = row.get<std::int64_t>(3),
                         .vacant = row.get<std::int64_t>(4)});
    return found;
}

std::vector<ExceptionLine> exceptions_of(Db& db, Id<Team> team) {
    std::vector<ExceptionLine> found;
    for (auto const& row : db.all("select mandate, rule, digest, reason, who_bn, who_en, at from "
                                  "exceptions where team = ? order by id desc",
                                  team))
        found.push_back({.mandate = row.get<std::string>(0),
                         .rule = row.get<std::string>(1),
                         .digest = row.get<std::string>(2),
                         .reason = row.get<std::string>(3),
                         .who = {row.get<std::string>(4), row.get<std::string>(5)},
                         .at = row.get<Instant>(6)});
    return found;
}

void add_exception(Work& work, Id<Team> team, ExceptionLine const& line) {
    work.db.run("insert into exceptions (team, mandate, rule, digest, reason, who_bn, who_en, at) "
                "values (?, ?, ?, ?, ?, ?, ?, ?)",
                team, line.mandate, line.rule, line.digest, line.reason, work.actor.name.bn,
                work.actor.name.en, work.now);
}

void keep_verdict(Work& work, Id<TeamComposition> composition, Verdict const& verdict) {
    auto const row = work.db.one("insert into verdicts (composition, mandate, tier, digest, state, "
                                 "at) values (?, ?, ?, ?, ?, ?) returning id",
                                 composition, verdict.mandate, id_of(verdict.tier), verdict.digest,
                                 id_of(verdict.state), work.now);
    auto const id = row->get<std::int64_t>(0);
    int place = 0;
    for (auto const& rule : verdict.rules)
        work.db.run("insert into verdict_rules (verdict, place, rule, paragraph, state, by_seats) "
                    "values (?, ?, ?, ?, ?, ?)",
                    id, ++place, rule.id, rule.paragraph, id_of(rule.state), joined(rule.by));
}

std::optional<KeptVerdict> kept_verdict(Db& db, Id<TeamComposition> composition) {
    auto const row = db.one("select mandate, tier, digest, state, at from verdicts where "
                            "composition = ? order by id desc limit 1",
                            composition);
    if (!row) return {};
    return KeptVerdict{.mandate = row->get<std::string>(0),
                       .tier = term_with_id<Tier>(row->get<std::string_view>(1)).value(),
                       .digest = row->get<std::string>(2),
                       .state = term_with_id<RuleState>(row->get<std::string_view>(3)).value(),
                       .at = row->get<Instant>(4)};
}

std::vector<KeptRule> kept_rules(Db& db, Id<Team> team) {
    std::vector<KeptRule> found;
    for (auto const& row : db.all(R"sql(
        select v.composition, v.mandate, v.tier, v.at, r.rule, r.paragraph, r.state, r.by_seats
          from compositions c
          join verdicts v on v.composition = c.id
          join verdict_rules r on r.verdict = v.id
         where c.team = ?
         order by v.id, r.place
    )sql",
                                  team))
        found.push_back({.composition = row.get<Id<TeamComposition>>(0),
                         .mandate = row.get<std::string>(1),
                         .tier = term_with_id<Tier>(row.get<std::string_view>(2)).value(),
                         .on = day_of(row.get<Instant>(3)),
                         .rule = row.get<std::string>(4),
                         .paragraph = row.get<std::string>(5),
                         .state = term_with_id<RuleState>(row.get<std::string_view>(6)).value(),
                         .by = row.get<std::string>(7)});
    return found;
}

std::vector<PostInTeam> posts_in_team(Db& db, Id<Team> team) {
    std::vector<PostInTeam> found;
    for (auto const& row : db.all(R"sql(
        select p.post, s.post_bn, s.post_en, s.unit_bn, s.unit_en, c.since, c.until
          from compositions c
          join seats s on s.composition = c.id
          join seat_posts p on p.seat = s.id
         where c.team = ? and c.stage = 'in_force'
         order by c.id desc, s.no, p.place
    )sql",
                                  team))
        found.push_back({.post = row.get<Id<Post>>(0),
                         .seat = label_of(TeamSeat{
                             .post_text = {row.get<std::string>(1), row.get<std::string>(2)},
                             .unit = {row.get<std::string>(3), row.get<std::string>(4)}}),
                         .since = row.get<Date>(5),
                         .until = row.get<std::optional<Date>>(6)});
    return found;
}

std::vector<SeatNaming> seats_naming(Db& db, Id<Post> post, Date day) {
    std::vector<SeatNaming> found;
    for (auto const& row : db.all(R"sql(
        select distinct c.team, r.title_bn, r.title_en, c.mandate, s.role, s.no
          from seat_posts p
          join seats s on s.id = p.seat
          join compositions c on c.id = s.composition
          join records r on r.id = c.team
         where p.post = ? and c.stage = 'in_force' and c.since <= ?
           and (c.until is null or c.until >= ?)
         order by c.team, s.no
    )sql",
                                  post, day, day))
        found.push_back({.team = row.get<Id<Team>>(0),
                         .title = {row.get<std::string>(1), row.get<std::string>(2)},
                         .mandate = row.get<std::string>(3),
                         .role = term_with_id<SeatRole>(row.get<std::string_view>(4)).value()});
    return found;
}

std::vector<Assignment> seat_roles(Db& db, Id<Officer> officer, Date today) {
    std::vector<Assignment> roles;
    // From the officer to the seats, which are few, whatever the teams. A later alternative brings
    // no role while an earlier one is held: there sits who holds that.
    for (auto const& row : db.all(R"sql(
        select distinct s.role, r.office_path
          from (select id as seat from seats where officer = ?
                union all
                select p.seat
                  from holdings h
                  join seat_posts p on p.post = h.post
                  join seats t on t.id = p.seat and t.officer is null
                 where h.officer = ? and h.since <= ? and (h.until is null or h.until >= ?)
                   and not exists (select 1
                                     from seat_posts e join holdings k on k.post = e.post
                                    where e.seat = p.seat and e.place < p.place and k.since <= ?
                                      and (k.until is null or k.until >= ?))) as mine
          join seats s on s.id = mine.seat
          join compositions c on c.id = s.composition
          join records r on r.id = c.team
         where c.stage = 'in_force' and c.since <= ? and (c.until is null or c.until >= ?)
         order by r.office_path, s.role
    )sql",
                                  officer, officer, today, today, today, today, today, today)) {
        auto const role = term_with_id<SeatRole>(row.get<std::string_view>(0)).value();
        auto const as_role = role == SeatRole::member             ? Role::member
                             : role == SeatRole::member_secretary ? Role::member_secretary
                                                                  : Role::leader;
        roles.push_back({as_role, row.get<std::string>(1)});
    }
    return roles;
}

} // namespace udb::teams
