// A holiday that is declared late: meetings called for its days go to the next day on which offices
// are open, in the same transaction.
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/standing_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

/// Called meetings of the office at `path` and those below it, on those days.
std::vector<Id<Meeting>> called_on(Db& db, std::string_view path, bangla::Days days) {
    auto const place = below("r.office_path", path);
    auto const first = iso(days.first), last = iso(days.last);
    std::vector<Param> params{Param(id_of(Stage::called)), Param(first), Param(last)};
    params.insert(params.end(), place.texts.begin(), place.texts.end());
    std::vector<Id<Meeting>> out;
    for (auto const& row :
         db.all_of("select m.id from meetings m join records r on r.id = m.id where r.stage = ? "
                   "and m.held_on >= ? and m.held_on <= ?"
                       + place.sql + " order by m.id",
                   params))
        out.push_back(row.get<Id<Meeting>>(0));
    return out;
}

/// Nothing where the day was closed before: then somebody chose it so.
void give_way(Work& work, Id<Meeting> id, holidays::Declared const& order,
              bangla::WorkingCalendar const& calendar) {
    auto m = find_meeting(work.db, id).value();
    auto const from = m.when.day;
    if (!bangla::is_working_day(from, {.holidays = &bangla::known_holidays()})) return;
    auto const standing = standing_of(work.db, m.office, work.today);
    auto const slot = slot_with(from, cadence_on(standing, m.kind, from));
    auto const to = proposed_for(from, slot, calendar).date;
    if (to == from || to < work.today) return;
    m.when.day = to;
    m.moved_from = from;
    m.reason = bangla_words()("meetings.moved_by_holiday", {{"name", order.order.name_bn},
                                                            {"authority", order.order.authority},
                                                            {"memo", order.order.memo_said()},
                                                            {"issued", *order.order.issued_on}});
    ++m.sequence;
    if (!saved(work, m)) return;
    work.record("meeting.moved", m.header.id, m.header.office_path,
                {{"from", iso(from)}, {"on", iso(to)}, {"reason", m.reason}});
    tell_change(work, m);
}

} // namespace

void give_way_to_holiday(Work& work, Id<Record> id, std::string_view path, Details const&) {
    holidays::Calendars const calendars(work.db, work.today);
    auto const order =
        std::ranges::find(calendars.declared(), as<HolidayOrder>(id), &holidays::Declared::id);
    if (order == calendars.declared().end() || order->order.kind == bangla::HolidayKind::working)
        return;
    bangla::Days const days{std::max(*order->order.first_day, work.today), order->order.last()};
    for (auto const meeting : called_on(work.db, path, days)) {
        auto const at = find_record(work.db, meeting_kind, as_record(meeting));
        give_way(work, meeting, *order, calendars.of(at->office_path));
    }
}

} // namespace udb::meetings
