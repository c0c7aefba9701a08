#include "modules/meetings/standing_store.hpp"

#include "modules/holidays/holidays.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/offices/offices.hpp"
#include "modules/teams/teams.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr std::chrono::days a_year{366};

std::string_view bare(std::string_view website) {
    for (std::string_view const start : {"https://", "http://", "www."})
        if (website.starts_with(start)) website.remove_prefix(start.size());
    while (website.ends_with('/'))
        website.remove_suffix(1);
    return website;
}

/// The first day of the first composition of the team.
std::optional<Date> formed_on(Db& db, Id<Team> team) {
    auto const row = db.one("select min(since) from compositions where team = ? and since is "
                            "not null",
                            team);
    return row ? date_in(*row, 0) : std::nullopt;
}

} // namespace

std::vector<Owed> owed_coordination(std::vector<Date> const& held) {
    if (held.empty()) return {};
    return {{.cadence = Cadence::monthly, .from = slot_with(held.front(), Cadence::monthly).first}};
}

Standing standing_of(Db& db, Id<Office> office, Date today) {
    Standing out;
    auto const found = offices::find_office(db, office);
    if (!found) return out;
    out.held = days_held(db, found->path(), MeetingKind::team);
    out.coordination_held = days_held(db, found->path(), MeetingKind::coordination);
    auto const team = teams::team_of(db, office);
    auto const since = team ? formed_on(db, team->id()) : std::nullopt;
    out.has_team = since.has_value();
    if (since)
        out.owed = owed_meetings(shipped_mandates(), team->tier, bare(found->office.website),
                                 {*since, std::max(today, *since) + a_year});
    out.missed = missed_slots(out.owed, out.held, today);
    out.coordination_missed =
        missed_slots(owed_coordination(out.coordination_held), out.coordination_held, today);
    return out;
}

Cadence cadence_on(Standing const& standing, MeetingKind kind, Date day) {
    auto cadence = Cadence::monthly;
    if (kind != MeetingKind::coordination)
        for (auto const& owed : standing.owed)
            if (owed.from <= day) cadence = owed.cadence;
    return cadence;
}

std::vector<OvertakenMeeting> overtaken_meetings(Db& db, std::string_view office_path,
                                                 Standing const& standing, Date today) {
    std::vector<OvertakenMeeting> out;
    holidays::Calendars const calendars(db, today);
    for (auto const& line : meetings_of(db, office_path, today, today + a_year)) {
        if (line.stage != Stage::called) continue;
        auto found = overtaken(std::span(&line.day, 1), cadence_on(standing, line.kind, line.day),
                               today, calendars.of(office_path));
        for (auto& one : found)
            out.push_back({line, std::move(one.instead)});
    }
    return out;
}

std::int64_t count_team_offices(Db& db, Scope const& scope) {
    auto const seen = within(scope, "r.office_path");
    std::vector<Param> const params(seen.texts.begin(), seen.texts.end());
    std::int64_t count = 0;
    for (auto const& row :
         db.all_of("select count(*) from teams t join records r on r.id = t.id where " + seen.sql,
                   params))
        count = row.get<std::int64_t>(0);
    return count;
}

std::vector<TeamOffice> team_offices(Db& db, Scope const& scope, std::int64_t most,
                                     std::int64_t from) {
    auto const seen = within(scope, "r.office_path");
    std::vector<Param> params(seen.texts.begin(), seen.texts.end());
    params.insert(params.end(), {Param(most), Param(from)});
    std::vector<TeamOffice> out;
    for (auto const& row :
         db.all_of("select o.id, o.name_bn, o.name_en from offices o join records r on r.id = o.id "
                   "where o.id in (select office from teams) and "
                       + seen.sql + " order by r.office_path limit ? offset ?",
                   params))
        out.push_back({row.get<Id<Office>>(0), {row.get<std::string>(1), row.get<std::string>(2)}});
    return out;
}

} // namespace udb::meetings
