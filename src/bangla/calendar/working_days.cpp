#include "bangla/calendar/working_days.hpp"

#include "bangla/calendar/bangla_date.hpp"
#include "base/ensure.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace udb::bangla {
namespace {

using namespace std::chrono;

/// Why a day is not counted, and whether the moon may still change that.
struct Closed {
    Message why;
    bool moon = false;
};

/// Names of all holidays of one day: মে দিবস; বুদ্ধ পূর্ণিমা.
BilingualText names(std::vector<Holiday> const& holidays) {
    BilingualText out;
    for (auto const& holiday : holidays) {
        if (!out.bn.empty()) out.bn += "; ";
        if (!out.en.empty()) out.en += "; ";
        out.bn += holiday.name.bn;
        out.en += holiday.name.en;
    }
    return out;
}

/// The order that closes the day, whose it is, and how we know.
Message why_declared(Holiday const& day) {
    auto const& order = *day.declared;
    return {"calendar.why_declared",
            {{"name", day.name},
             {"kind", BilingualText(kind_name(day.kind))},
             {"authority", order.authority},
             {"memo", order.memo},
             {"issued", order.issued_on},
             {"declared", order.declared_on},
             {"by", order.by}}};
}

std::optional<Closed> closed(Date date, WorkingCalendar const& calendar) {
    ENSURE(calendar.holidays != nullptr, "working days need a list of holidays");
    auto declared = calendar.holidays->on(date, calendar.area);
    bool const opened = std::ranges::any_of(
        declared, [](auto const& day) { return day.kind == HolidayKind::working; });
    bool const weekend = calendar.weekend.has(date) && !opened;
    std::erase_if(declared, [](auto const& day) {
        return day.kind == HolidayKind::optional || day.kind == HolidayKind::working;
    });
    if (!weekend && declared.empty()) return {};
    BilingualText const day(weekday_name(date));
    if (declared.empty()) return Closed{{"calendar.why_weekend", {{"day", day}}}, false};
    if (!weekend
        && std::ranges::all_of(declared, [](auto const& day) { return bool(day.declared); }))
        return Closed{why_declared(declared.back()), false};
    auto const name = names(declared);
    BilingualText const kind(kind_name(declared.front().kind));
    if (weekend)
        return Closed{{"calendar.why_both", {{"day", day}, {"name", name}, {"kind", kind}}}, false};
    bool const moon = std::ranges::all_of(declared, &Holiday::moon);
    return Closed{{"calendar.why_holiday", {{"name", name}, {"kind", kind}}}, moon};
}

} // namespace

Result<WorkingDays> add_working_days(Date from, std::int64_t count,
                                     WorkingCalendar const& calendar) {
    if (count < 0) return refused({"calendar.negative_days"});
    if (count > working_days_max)
        return refused({"calendar.too_many_days", {{"limit", working_days_max}}});
    if (!in_calendar(from)) return refused({"calendar.out_of_range", {{"text", iso(from)}}});

    WorkingDays out{.date = from};
    std::set<int> unlisted;
    bool moon = false;
    for (auto left = count; left > 0;) {
        out.date += days{1};
        if (!in_calendar(out.date))
            return refused({"calendar.out_of_range", {{"text", iso(out.date)}}});
        auto const year = static_cast<int>(year_month_day{out.date}.year());
        if (!calendar.holidays->covers(year)) unlisted.insert(year);
        if (auto const shut = closed(out.date, calendar)) {
            out.skipped.push_back({out.date, shut->why});
            moon = moon || shut->moon;
        } else {
            --left;
        }
    }
    for (int const year : unlisted)
        out.findings.push_back(
            {"calendar.no_holiday_list", {{"year", static_cast<std::int64_t>(year)}}});
    if (moon) out.findings.push_back({"calendar.moon"});
    return out;
}

std::int64_t working_days_between(Date from, Date to, WorkingCalendar const& calendar) {
    std::int64_t count = 0;
    for (Date day = from + days{1}; day <= to; day += days{1})
        count += closed(day, calendar) ? 0 : 1;
    return count;
}

WorkingDays first_open_day(Date date, WorkingCalendar const& calendar) {
    constexpr int days_looked = 60;
    WorkingDays out{.date = date};
    for (int i = 0; i < days_looked; ++i) {
        auto const shut = closed(out.date, calendar);
        if (!shut) return out;
        out.skipped.push_back({out.date, shut->why});
        out.date += days{1};
    }
    return {.date = date};
}

bool is_working_day(Date date, WorkingCalendar const& calendar) { return !closed(date, calendar); }

} // namespace udb::bangla
