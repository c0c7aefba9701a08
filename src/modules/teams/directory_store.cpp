// The statements of the directory, of exceptions and verdicts, and of the roles that seats bring.
#include "modules/teams/store.hpp"

namespace udb::teams {
namespace {

constexpr std::string_view in_force_today =
    "c.stage = 'in_force' and c.since <= ? and (c.until is null or c.until >= ?)";

/// Seats in which nobody sits: no nominated officer, and no holder of any post named.
constexpr std::string_view vacant_seats =
    "(select count(*) from seats s where s.composition = c.id and s.officer is null and not exists "
    "(select 1 from seat_posts p join holdings h on h.post = p.post where p.seat = s.id and "
    "h.since <= ? and (h.until is null or h.until >= ?)))";

struct Wanted {
    std::string sql;
    std::vector<std::string> texts;
};

Wanted wanted(TeamSearch const& s) {
    auto const found = words_in("r.search_key", s.search);
    Wanted w{.sql = " where 1 = 1" + found.sql, .texts = found.texts};
    if (s.tier) {
        w.sql += " and t.tier = ?";
        w.texts.emplace_back(id_of(*s.tier));
    }
    if (!s.mandates.empty()) {
        w.sql += " and t.mandate in (";
        for (auto const& mandate : s.mandates) {
            w.sql += w.sql.ends_with('(') ? "?" : ", ?";
            w.texts.push_back(mandate);
        }
        w.sql += ')';
    }
    return w;
}

TeamLine line_of(Row const& row) {
    return {.id = row.get<Id<Team>>(0),
            .office_name = {row.get<std::string>(1), row.get<std::string>(2)},
            .tier = term_with_id<Tier>(row.get<std::string_view>(3)).value(),
            .mandate = row.get<std::string>(4),
            .since = row.get<std::optional<Date>>(5),
            .seats = row.get<std::int64_t>(6),
            .vacant = row.get<std::int64_t>(7),
            .has_draft = row.get<std::int64_t>(8) > 0};
}

std::string joined(std::vector<int> const& seats) {
    std::string out;
    for (auto const seat : seats)
        out += (out.empty() ? "" : ",") + std::to_string(seat);
    return out;
}

} // namespace

TeamLines find_teams(Db& db, TeamSearch const& s, Date today) {
    auto const w = wanted(s);
    TeamLines found;
    std::vector<Param> const only(w.texts.begin(), w.texts.end());
    found.total = db.one_of("select count(*) from (select t.id from teams t join records r on "
                            "r.id = t.id"
                                + w.sql + " limit " + std::to_string(count_most) + ") as counted",
                            only)
                      ->get<std::int64_t>(0);
    std::vector<Param> params{today, today, today, today};
    params.insert(params.end(), w.texts.begin(), w.texts.end());
    params.emplace_back(s.size);
    params.emplace_back(s.offset);
    auto const sql =
        "select t.id, o.name_bn, o.name_en, t.tier, t.mandate, c.since, (select count(*) from "
        "seats s where s.composition = c.id), "
        + std::string(vacant_seats)
        + ", (select count(*) from compositions d where d.team = t.id and d.stage = 'draft') from "
          "teams t join records r on r.id = t.id join offices o on o.id = t.office left join "
          "compositions c on c.team = t.id and "
        + std::string(in_force_today) + w.sql
        + " order by case t.tier when 'ministry' then 0 when 'agency' then 1 when 'division' then "
          "2 when 'district' then 3 else 4 end, r.sort_key, t.id limit ? offset ?";
    for (auto const& row : db.all_of(sql, params))
        found.lines.push_back(line_of(row));
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
