#include "modules/teams/nomination_store.hpp"

#include "bangla/text/collation.hpp"
#include "store/statement.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

template <class Value>
void read_into(Value& value, std::string_view text) {
    // What was refused at the door is not in the table.
    if (!text.empty()) static_cast<void>(Codec<Value>::read(text, {}, value));
}

Nominee nominee_of(Row const& row) {
    Nominee n{.id = row.get<Id<Officer>>(0),
              .name = {row.get<std::string>(1), row.get<std::string>(2)}};
    read_into(n.qualities, row.get<std::string_view>(3));
    read_into(n.rank, row.get<std::string_view>(4));
    read_into(n.capacities, row.get<std::string_view>(5));
    auto const joined = [](std::string title, std::string const& unit, std::string const& office) {
        for (auto const* part : {&unit, &office})
            if (!part->empty() && !title.empty()) title += ", " + *part;
        return title;
    };
    n.post = {joined(row.get<std::string>(6), row.get<std::string>(8), row.get<std::string>(10)),
              joined(row.get<std::string>(7), row.get<std::string>(9), row.get<std::string>(11))};
    n.sort_key = bangla::sort_key(n.name.bn);
    return n;
}

/// Teams in force where one of these officers sits, by name or by the post.
void add_teams(Db& db, std::vector<Nominee>& nominees, Date day) {
    if (nominees.empty()) return;
    std::vector<Param> params;
    auto const on = iso(day);
    for (int i = 0; i < 4; ++i)
        params.emplace_back(on);
    for (auto const& n : nominees)
        params.emplace_back(n.id);
    for (auto const& row : db.all_of(
             "select distinct sits.officer, r.title_bn, r.title_en from (select s.officer, "
             "s.composition from seats s where s.officer is not null union select h.officer, "
             "s.composition from holdings h join seat_posts p on p.post = h.post join seats s on "
             "s.id = p.seat where h.since <= ? and (h.until is null or h.until >= ?)) sits join "
             "compositions c on c.id = sits.composition and c.stage = 'in_force' and c.since <= ? "
             "and (c.until is null or c.until >= ?) join records r on r.id = c.team where "
             "sits.officer in ("
                 + gaps(nominees.size()) + ") order by r.title_bn",
             params)) {
        auto const at = std::ranges::find(nominees, row.get<Id<Officer>>(0), &Nominee::id);
        if (at != nominees.end())
            at->teams.emplace_back(row.get<std::string>(1), row.get<std::string>(2));
    }
}

} // namespace

std::vector<Nominee> nominees_at(Db& db, std::string const& path, bool with_below, Date day) {
    auto const on = iso(day);
    auto const place = with_below ? below("r.office_path", path)
                                  : Condition{.sql = " and r.office_path = ?", .texts = {path}};
    std::vector<Param> params{on, on};
    params.insert(params.end(), place.texts.begin(), place.texts.end());
    params.emplace_back(nominees_most);
    std::vector<Nominee> found;
    for (auto const& row : db.all_of(
             "select f.id, f.name_bn, f.name_en, f.qualities, p.rank, p.capacities, p.title_bn, "
             "p.title_en, p.unit_bn, p.unit_en, o.name_bn, o.name_en from holdings h join officers "
             "f on f.id = h.officer join posts p on p.id = h.post join records r on r.id = p.id "
             "join offices o on o.id = p.office where h.since <= ? and (h.until is null or h.until "
             ">= ?)"
                 + place.sql
                 + " order by case when h.kind = 'regular' then 0 else 1 end, r.office_path, h.id "
                   "limit ?",
             params)) {
        auto n = nominee_of(row);
        if (std::ranges::find(found, n.id, &Nominee::id) == found.end())
            found.push_back(std::move(n));
    }
    add_teams(db, found, day);
    return found;
}

} // namespace udb::teams
