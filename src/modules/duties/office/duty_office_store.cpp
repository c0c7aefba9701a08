#include "modules/duties/office/duty_office_store.hpp"

#include <algorithm>

namespace udb::duties {
namespace {

DutyOffice duty_office_of(Row const& row) {
    DutyOffice office{.id = row.get<Id<Office>>(0),
                      .path = row.get<std::string>(1),
                      .name = {row.get<std::string>(2), row.get<std::string>(3)},
                      .website = row.get<std::string>(5),
                      .entered_on = day_of(row.get<Instant>(6))};
    if (auto const from = parse_iso_date(row.get<std::string_view>(7))) office.exists.first = *from;
    if (auto const last = parse_iso_date(row.get<std::string_view>(8))) office.exists.last = *last;
    if (auto const level = term_with_id<Level>(row.get<std::string_view>(4)))
        office.tier = tier_of(*level);
    return office;
}

constexpr std::string_view office_columns =
    "o.id, r.office_path, o.name_bn, o.name_en, o.level, o.website, r.created_at, "
    "o.valid_from, o.valid_until";

} // namespace

std::optional<DutyOffice> find_duty_office(Db& db, Id<Office> id) {
    auto const row = db.one("select " + std::string(office_columns)
                                + " from offices o join records r on r.id = o.id where o.id = ?",
                            id);
    return row ? std::optional(duty_office_of(*row)) : std::nullopt;
}

std::vector<DutyOffice> duty_offices_below(Db& db, std::string_view path, Date today, int most) {
    auto const place = below("r.office_path", path);
    auto const day = iso(today);
    std::vector<Param> params{std::string_view("office")};
    for (auto const& text : place.texts)
        params.emplace_back(text);
    params.insert(params.end(), {Param(day), Param(day), Param(most)});
    std::vector<DutyOffice> found;
    for (auto const& row : db.all_of(
             "select " + std::string(office_columns)
                 + " from records r join offices o on o.id = r.id where r.kind = ?" + place.sql
                 + " and (o.valid_from = '' or o.valid_from <= ?)"
                   " and (o.valid_until = '' or o.valid_until >= ?)"
                   " order by r.office_path limit ?",
             params))
        found.push_back(duty_office_of(row));
    std::erase_if(found, [](DutyOffice const& office) { return !office.tier; });
    return found;
}

} // namespace udb::duties
