// Writing down that a day was declared a holiday, or a working day.
#include "modules/holidays/holidays.hpp"
#include "modules/holidays/policy.hpp"
#include "registers/records/rows.hpp"

namespace udb::holidays {

Result<Id<HolidayOrder>> declare(Work& work, HolidayOrder const& order) {
    if (order.issued_on && *order.issued_on > work.today)
        return invalid("issued_on", {"holidays.issued_ahead"});
    auto const there = work.db.one(
        "select 1 from holidays where coalesce(office, 0) = ? and first_day = ? and last_day = ? "
        "and kind = ? and memo = ?",
        order.office.value, iso(order.first_day.value()),
        order.last_day ? iso(*order.last_day) : std::string(), std::string(id_of(order.kind)),
        order.memo);
    if (there) return refused({"holidays.there_already"});
    return enter(work, holiday_register, order);
}

Done correct_order(Work& work, Header const& read, HolidayOrder const& after) {
    if (after.issued_on && *after.issued_on > work.today)
        return invalid("issued_on", {"holidays.issued_ahead"});
    return correct(work, holiday_register, read, after);
}

} // namespace udb::holidays
