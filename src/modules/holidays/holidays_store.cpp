#include "modules/holidays/holiday_order.hpp"
#include "modules/holidays/holidays.hpp"
#include "registers/records/rows.hpp"

#include <algorithm>

namespace udb::holidays {
namespace {

/// Who wrote it down, and when, is what the journal says of it.
constexpr std::string_view all_declared =
    "select h.id, h.first_day, h.last_day, h.kind, h.name_bn, h.name_en, h.authority, h.memo, "
    "h.issued_on, h.reason, r.office_path, r.created_at, coalesce(e.who_bn, ''), "
    "coalesce(e.who_en, '') from holidays h join records r on r.id = h.id "
    // Left: else SQLite may begin with all events, of which there are very many.
    "left join events e on e.record_id = h.id and e.kind = 'holiday.entered' order by h.id";

std::optional<Date> day_in(Row const& row, int column) {
    return parse_iso_date(row.get<std::string>(column));
}

Declared declared_in(Row const& row) {
    auto const text = [&](int column) { return row.get<std::string>(column); };
    return {.id = row.get<Id<HolidayOrder>>(0),
            .order = {.first_day = day_in(row, 1),
                      .last_day = day_in(row, 2),
                      .kind = term_with_id<bangla::HolidayKind>(text(3)).value(),
                      .name_bn = text(4),
                      .name_en = text(5),
                      .authority = text(6),
                      .memo = text(7),
                      .issued_on = day_in(row, 8),
                      .reason = text(9)},
            .office_path = text(10),
            .declared_on = day_of(row.get<Instant>(11)),
            .by = {text(12), text(13)}};
}

} // namespace

std::optional<Declared> find_declared(Db& db, Id<HolidayOrder> id) {
    Calendars const calendars(db);
    auto const& all = calendars.declared();
    auto const found = std::ranges::find(all, id, &Declared::id);
    if (found == all.end()) return {};
    return *found;
}

Calendars::Calendars(Db& db, Date known_on) {
    for (auto const& row : db.all(all_declared))
        if (auto declared = declared_in(row); declared.declared_on <= known_on)
            declared_.push_back(std::move(declared));
}

bangla::WorkingCalendar Calendars::of(std::string_view office_path) const {
    std::vector<Declared const*> reaching;
    std::vector<Id<HolidayOrder>> key;
    for (auto const& declared : declared_)
        if (declared.reaches(office_path)) {
            reaching.push_back(&declared);
            key.push_back(declared.id);
        }
    if (reaching.empty()) return {.holidays = &bangla::known_holidays()};
    auto found = composed_.find(key);
    if (found == composed_.end())
        found = composed_.emplace(std::move(key), with_declared(bangla::known_holidays(), reaching))
                    .first;
    return {.holidays = &found->second};
}

} // namespace udb::holidays
