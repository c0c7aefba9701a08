#include "modules/teams/contributions_store.hpp"

#include "modules/teams/store.hpp"

#include <algorithm>
#include <map>

namespace udb::teams {
namespace {

constexpr Bilingual group{"টিমের সদস্যপদ", "Team membership"};
constexpr int seats_most = 200;

/// A time in which an officer may have sat in a seat: named in it, or holding one of its posts.
struct Time {
    Id<Team> team = {};
    Id<TeamComposition> composition = {};
    Id<TeamSeat> seat = {};
    SeatRole role = SeatRole::member;
    std::string title_bn = {}, title_en = {}, office_path = {};
    Date from = {};
    std::optional<Date> until = {};
};

std::optional<Date> day_in(Row const& row, int column) {
    auto const text = row.get<std::optional<std::string>>(column);
    return text ? parse_iso_date(*text) : std::nullopt;
}

std::vector<Time> times_of(Db& db, Id<Officer> officer, Date until) {
    std::vector<Time> times;
    for (auto const& row : db.all(
             "select c.team, c.id, s.id, s.role, r.title_bn, r.title_en, r.office_path, c.since, "
             "c.until, h.since, h.until from seats s join compositions c on c.id = s.composition "
             "join records r on r.id = c.team "
             "left join seat_posts p on p.seat = s.id and s.officer is null "
             "left join holdings h on h.post = p.post and h.officer = ? "
             "where c.stage = 'in_force' and c.since <= ? and (s.officer = ? or h.id is not null) "
             "order by c.since desc, s.id limit ?",
             officer, iso(until), officer, seats_most)) {
        auto const since = day_in(row, 7);
        if (!since) continue;
        Time time{
            .team = row.get<Id<Team>>(0),
            .composition = row.get<Id<TeamComposition>>(1),
            .seat = row.get<Id<TeamSeat>>(2),
            .role = term_with_id<SeatRole>(row.get<std::string_view>(3)).value_or(SeatRole::member),
            .title_bn = row.get<std::string>(4),
            .title_en = row.get<std::string>(5),
            .office_path = row.get<std::string>(6),
            .from = std::max(*since, day_in(row, 9).value_or(*since)),
            .until = day_in(row, 8)};
        if (auto const left = day_in(row, 10); left && (!time.until || *left < *time.until))
            time.until = left;
        if (!time.until || *time.until >= time.from) times.push_back(std::move(time));
    }
    return times;
}

} // namespace

std::vector<Contribution> contributions(Db& db, Id<Officer> officer, Date from, Date until) {
    std::vector<Contribution> out;
    std::map<std::pair<std::int64_t, Date>, std::optional<CompositionRecord>> known;
    for (auto const& time : times_of(db, officer, until)) {
        if (time.from > until || (time.until && *time.until < from)) continue;
        // A seat with several posts is that of the first one that is held.
        auto const key = std::pair(time.composition.value, time.from);
        auto place = known.find(key);
        if (place == known.end())
            place = known.emplace(key, find_composition(db, time.composition, time.from)).first;
        if (!place->second) continue;
        auto const seat = std::ranges::find(place->second->seats, time.seat, &TeamSeat::id);
        if (seat == place->second->seats.end() || !seat->sitter || seat->sitter->officer != officer)
            continue;
        bool const lasts_on = !time.until || *time.until > until;
        out.push_back(
            {.group = group,
             .what = {time.title_bn, time.title_en},
             .how = {"teams.contributed_as", {{"role", BilingualText(label_of(time.role))}}},
             .from = time.from,
             .until = lasts_on ? std::nullopt : time.until,
             .lasts = true,
             .kind = std::string(team_kind),
             .record = as_record(time.team),
             .office_path = time.office_path});
    }
    return out;
}

} // namespace udb::teams
