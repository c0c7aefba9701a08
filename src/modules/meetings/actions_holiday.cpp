// A holiday that is declared late: meetings called for its days go to the next day on which offices
// are open, in the same transaction.
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/standing_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

/// Called meetings of the office at `path` and those below it, of which `more` is so.
std::vector<Id<Meeting>> called_below(Db& db, std::string_view path, std::string const& more,
                                      std::vector<Param> params = {}) {
    auto const place = below("r.office_path", path);
    params.insert(params.begin(), Param(id_of(Stage::called)));
    params.insert(params.end(), place.texts.begin(), place.texts.end());
    std::vector<Id<Meeting>> out;
    for (auto const& row : db.all_of(
             "select m.id from meetings m join records r on r.id = m.id where r.stage = ? and "
                 + more + place.sql + " order by m.id",
             params))
        out.push_back(row.get<Id<Meeting>>(0));
    return out;
}

std::vector<Id<Meeting>> called_on(Db& db, std::string_view path, bangla::Days days) {
    auto const first = iso(days.first), last = iso(days.last);
    return called_below(db, path, "m.held_on >= ? and m.held_on <= ?", {Param(first), Param(last)});
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
    m.moved_by = order.id;
    m.reason.clear();
    ++m.sequence;
    if (!saved(work, m)) return;
    auto const memo = order.order.memo_said();
    work.record("meeting.gave_way", m.header.id, m.header.office_path,
                {{"from", iso(from)},
                 {"on", iso(to)},
                 {"name_bn", order.order.name_bn},
                 {"name_en", order.order.name_en},
                 {"authority", order.order.authority},
                 {"memo_bn", memo.bn},
                 {"memo_en", memo.en},
                 {"issued", iso(*order.order.issued_on)}});
    tell_change(work, m, bangla_words()(why_moved(order.order)));
}

} // namespace

Message why_moved(HolidayOrder const& order) {
    return {"meetings.moved_by_holiday",
            {{"name", BilingualText{order.name_bn, order.name_en}},
             {"authority", order.authority},
             {"memo", order.memo_said()},
             {"issued", *order.issued_on}}};
}

std::optional<Date> way_back(MeetingRecord const& m, holidays::Calendars const& calendars,
                             Date today) {
    if (m.stage != Stage::called || !m.moved_by || !m.moved_from || *m.moved_from < today)
        return {};
    if (!bangla::is_working_day(*m.moved_from, calendars.of(m.header.office_path))) return {};
    return m.moved_from;
}

std::vector<MeetingRecord> can_go_back(Db& db, std::string_view path, Date today) {
    auto const moved = called_below(db, path, "m.moved_by is not null");
    std::vector<MeetingRecord> out;
    if (moved.empty()) return out;
    holidays::Calendars const calendars(db, today);
    for (auto const id : moved)
        if (auto m = find_meeting(db, id); way_back(*m, calendars, today))
            out.push_back(std::move(*m));
    return out;
}

Done move_back(Work& work, Header const& read) {
    auto m = TRY(loaded(work, read));
    TRY(take(m, Move::move));
    auto const to = way_back(m, holidays::Calendars(work.db, work.today), work.today);
    if (!to) return refused({"meetings.no_way_back"});
    auto const from = m.when.day;
    m.when.day = *to;
    m.moved_from.reset();
    m.moved_by = {};
    if (auto const free = nothing_called_then(work.db, m); !free)
        return refused(free.error().fields.front().message);
    ++m.sequence;
    TRY(saved(work, m));
    work.record("meeting.went_back", m.header.id, m.header.office_path,
                {{"from", iso(from)}, {"on", iso(*to)}});
    tell_change(work, m, bangla_words()("meetings.back_because", {{"date", *to}}));
    return {};
}

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
