#include "modules/meetings/cadence.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/digits.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

using bangla::Days;
using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::string_view team_meeting = "team_meeting";

year_month month_of(Date day) {
    year_month_day const ymd{day};
    return ymd.year() / ymd.month();
}
Date first_of(year_month month) { return month / std::chrono::day{1}; }
Date last_of(year_month month) { return month / std::chrono::last; }

int length(Cadence cadence) { return cadence == Cadence::quarterly ? 3 : 1; }

Function const* meeting_function(Mandate const* mandate) {
    if (!mandate) return nullptr;
    for (auto const& f : mandate->functions)
        if (std::ranges::count(f.themes, team_meeting) > 0
            && (f.cadence == Cadence::monthly || f.cadence == Cadence::quarterly))
            return &f;
    return nullptr;
}

std::optional<Owed> owed_on(Mandates const& mandates, Tier tier, std::string_view website,
                            Date day) {
    auto const* mandate = mandates.in_force(day, tier, website);
    auto const* function = meeting_function(mandate);
    if (!function) {
        mandate = mandates.newest_rules(day, tier);
        function = meeting_function(mandate);
    }
    if (!function) return {};
    return Owed{.cadence = function->cadence,
                .from = day,
                .mandate = mandate->id,
                .paragraph = function->paragraph,
                .function = function->no};
}

bool same(Owed const& a, Owed const& b) { return a.cadence == b.cadence && a.mandate == b.mandate; }

Owed const* covering(std::span<Owed const> owed, Date day) {
    for (auto const& o : owed)
        if (o.from <= day && (!o.until || day <= *o.until)) return &o;
    return nullptr;
}

/// Whether meetings of that cadence are owed on every day of the slot.
bool covers(std::span<Owed const> owed, Days slot, Cadence cadence) {
    for (auto day = slot.first; day <= slot.last;) {
        auto const* o = covering(owed, day);
        if (!o || o->cadence != cadence) return false;
        if (!o->until) return true;
        day = *o->until + days{1};
    }
    return true;
}

BilingualText year_text(Date day) {
    auto const year = std::int64_t{int{year_month_day{day}.year()}};
    return {bangla::bangla_digits(std::to_string(year)), std::to_string(year)};
}

Date wanted_in(year_month month, Pattern const& pattern) {
    if (pattern.by == Pattern::By::day_of_month) {
        auto const day = Date{month / std::chrono::day{std::clamp(pattern.day, 1U, 31U)}};
        return std::min(day, last_of(month));
    }
    if (pattern.nth >= 5) return month / std::chrono::weekday_last{pattern.weekday};
    return month / std::chrono::weekday_indexed{pattern.weekday, std::max(pattern.nth, 1U)};
}

} // namespace

std::vector<Owed> owed_meetings(Mandates const& mandates, Tier tier, std::string_view website,
                                Days within) {
    std::vector<Date> turns{within.first};
    for (auto const& mandate : mandates.all())
        if (mandate.in_force_from > within.first && mandate.in_force_from <= within.last)
            turns.push_back(mandate.in_force_from);
    std::ranges::sort(turns);
    std::vector<Owed> out;
    bool open = false;
    for (auto const day : turns) {
        auto owed = owed_on(mandates, tier, website, day);
        if (open && owed && same(out.back(), *owed)) continue;
        if (open) out.back().until = day - days{1};
        open = owed.has_value();
        if (owed) out.push_back(std::move(*owed));
    }
    std::erase_if(out, [](Owed const& o) { return o.until && *o.until < o.from; });
    return out;
}

Message Slot::name() const {
    auto const month = [](Date day) {
        return BilingualText{
            bangla::gregorian_months.at(unsigned{year_month_day{day}.month()} - 1)};
    };
    if (cadence != Cadence::quarterly)
        return {"meetings.month", {{"month", month(days.first)}, {"year", year_text(days.first)}}};
    auto const year = bangla::fiscal_year(days.first);
    return {"meetings.quarter",
            {{"no", std::int64_t{bangla::fiscal_quarter(days.first)}},
             {"from", month(days.first)},
             {"to", month(days.last)},
             {"year",
              BilingualText{bangla::name(year, Language::bn), bangla::name(year, Language::en)}}}};
}

Days slot_with(Date day, Cadence cadence) {
    if (cadence == Cadence::quarterly)
        return bangla::days_of(bangla::fiscal_year(day), bangla::fiscal_quarter(day));
    return {first_of(month_of(day)), last_of(month_of(day))};
}

std::vector<Slot> slots_of(bangla::FiscalYear year, std::span<Owed const> owed,
                           std::span<Date const> held, Date today) {
    std::vector<Slot> out;
    auto const whole = bangla::days_of(year);
    for (auto day = whole.first; day <= whole.last;) {
        auto const* o = covering(owed, day);
        // A quarter begins with a quarter: a duty that begins within one counts by months till
        // then.
        bool const quarterly = o && o->cadence == Cadence::quarterly
                               && slot_with(day, Cadence::quarterly).first == day;
        Slot slot{.cadence = quarterly ? Cadence::quarterly : Cadence::monthly};
        slot.days = slot_with(day, slot.cadence);
        for (auto const date : held)
            if (slot.days.contains(date)) slot.held.push_back(date);
        std::ranges::sort(slot.held);
        if (!slot.held.empty())
            slot.state = Slot::State::met;
        else if (!covers(owed, slot.days, slot.cadence))
            slot.state = Slot::State::not_owed;
        else if (slot.days.last < today)
            slot.state = Slot::State::missed;
        else
            slot.state = slot.days.first <= today ? Slot::State::running : Slot::State::ahead;
        day = slot.days.last + days{1};
        out.push_back(std::move(slot));
    }
    return out;
}

std::vector<Slot> missed_slots(std::span<Owed const> owed, std::span<Date const> held, Date today) {
    std::vector<Slot> out;
    if (owed.empty()) return out;
    auto const first = bangla::fiscal_year(owed.front().from);
    for (auto year = bangla::fiscal_year(today); year >= first; --year.start) {
        auto slots = slots_of(year, owed, held, today);
        for (auto slot = slots.rbegin(); slot != slots.rend(); ++slot)
            if (slot->state == Slot::State::missed) out.push_back(std::move(*slot));
    }
    return out;
}

Proposal proposed_for(Date wanted, Days slot, bangla::WorkingCalendar const& calendar) {
    Proposal out{.slot = slot, .wanted = wanted, .date = wanted};
    if (bangla::is_working_day(wanted, calendar)) return out;
    // The day of receipt counts as none: from the day before, one working day on.
    auto const on = bangla::add_working_days(wanted - days{1}, 1, calendar);
    if (on && on->date <= slot.last) {
        out.date = on->date;
        out.skipped = on->skipped;
        out.findings = on->findings;
        return out;
    }
    auto back = wanted;
    while (back > slot.first && !bangla::is_working_day(back, calendar))
        back -= days{1};
    if (bangla::is_working_day(back, calendar)) out.date = back;
    if (on)
        for (auto const& day : on->skipped)
            if (day.date <= slot.last) out.skipped.push_back(day);
    return out;
}

std::vector<Proposal> proposed(bangla::FiscalYear year, Cadence cadence, Pattern const& pattern,
                               bangla::WorkingCalendar const& calendar) {
    std::vector<Proposal> out;
    auto const step = length(cadence);
    auto const begin = month_of(bangla::days_of(year).first);
    for (int i = 0; i < 12; i += step) {
        auto const in =
            step == 1 ? 0 : static_cast<int>(std::clamp(pattern.month_of_quarter, 1U, 3U)) - 1;
        auto const wanted = wanted_in(begin + months{i + in}, pattern);
        Days const slot{first_of(begin + months{i}), last_of(begin + months{i + step - 1})};
        out.push_back(proposed_for(wanted, slot, calendar));
    }
    return out;
}

std::vector<Overtaken> overtaken(std::span<Date const> called, Cadence cadence, Date today,
                                 bangla::WorkingCalendar const& calendar) {
    std::vector<Overtaken> out;
    for (std::size_t i = 0; i < called.size(); ++i)
        if (called[i] >= today && !bangla::is_working_day(called[i], calendar))
            out.push_back({i, proposed_for(called[i], slot_with(called[i], cadence), calendar)});
    return out;
}

} // namespace udb::meetings
