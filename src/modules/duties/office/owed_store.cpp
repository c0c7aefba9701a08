#include "modules/duties/office/owed_store.hpp"

#include "modules/duties/letters/escalation.hpp"

#include <algorithm>
#include <array>

namespace udb::duties {
namespace {

bool has_role(Actor const& actor, std::string_view office_path, Role role) {
    return std::ranges::any_of(actor.assignments, [&](Assignment const& a) {
        return a.role == role && a.office_path == office_path;
    });
}

} // namespace

bool heads(Actor const& actor, std::string_view office_path) {
    return has_role(actor, office_path, Role::head_of_office);
}

bool answers_for(Actor const& actor, std::string_view office_path) {
    return heads(actor, office_path) || has_role(actor, office_path, Role::leader)
           || has_role(actor, office_path, Role::member_secretary);
}

std::optional<DutyOffice> own_office(Db& db, Actor const& actor) {
    if (!actor.office) return {};
    auto office = find_duty_office(db, actor.office);
    return office && office->tier ? office : std::nullopt;
}

Url where_of(DutyOffice const& office, OpenLine const& line) {
    auto const& status = *line.first.status;
    return url("/duties/{}/{}/{}", office.id, status.standing.mandate->id, status.function->no)
        .with("year", std::to_string(line.first.year.start))
        .at("period-" + iso(line.first.what.duty->period.first));
}

std::vector<Concern> owed_of(OpenOffice const& open) {
    std::vector<Concern> out;
    for (auto const& line : open_lines(open.duties()))
        out.push_back({.what = line.what(),
                       .where = where_of(open.now().office(), line),
                       .waits = true,
                       .due = line.due()});
    return out;
}

std::vector<Concern> told_to_head(OpenOffice const& open, Date today) {
    std::vector<Concern> out;
    for (auto const& line : open_lines(open.duties())) {
        if (!is_escalated(escalation_rules(), line.days_late(), today)) continue;
        out.push_back({.what = line.told(),
                       .where = where_of(open.now().office(), line),
                       .waits = true,
                       .due = line.due()});
    }
    return out;
}

std::optional<Responsible> responsible_for(Db& db, Id<Office> office, Date today) {
    auto const team = teams::team_of(db, office);
    auto const seats = team ? teams::composition_in_force(db, team->id(), today) : std::nullopt;
    if (!seats) return {};
    constexpr std::array asked{SeatRole::member_secretary, SeatRole::chief_innovation_officer,
                               SeatRole::innovation_officer};
    for (auto const role : asked)
        for (auto const& seat : seats->seats)
            if (seat.role == role && seat.sitter) return Responsible{role, seat.sitter->name};
    return {};
}

} // namespace udb::duties
