// How often a meeting is owed, on which days a year's meetings may be held, and which were missed.
// Pure.
#pragma once

#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/calendar/working_days.hpp"
#include "kernel/mandate.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::meetings {

/// From when to when (both included) which mandate asks for a meeting how often.
struct Owed {
    Cadence cadence = Cadence::monthly;
    Date from = {};
    std::optional<Date> until = {};
    std::string mandate = {};   ///< its id
    std::string paragraph = {}; ///< `4(3)`
    int function = 0;
};

/// How often a team of the tier meets, day by day from `from` to `to`: C23 §4(3) monthly, L26 fn 3
/// quarterly. An order of the office itself is found by its website. While a mandate is known by
/// its number only, the newest one whose functions are known still tells. Joined where they agree.
std::vector<Owed> owed_meetings(Mandates const& mandates, Tier tier, std::string_view website,
                                bangla::Days days);

/// A month or a quarter of a fiscal year.
struct Slot {
    enum class State {
        not_owed, ///< the duty did not cover the whole of it
        met,
        missed,
        running, ///< it is not over yet, and nothing was held
        ahead
    };
    Cadence cadence = Cadence::monthly; ///< monthly or quarterly
    bangla::Days days = {};
    std::vector<Date> held = {};
    State state = State::not_owed;

    /// The first day on which it was known to be missed.
    Date missed_since() const { return days.last + std::chrono::days{1}; }
    /// `meetings.month {month, year}` or `meetings.quarter {no, from, to, year}`.
    Message name() const;
};

/// The slots of a fiscal year, by the cadence that holds in it at their first day; `held` are the
/// days of meetings that took place. A slot that the duty covers in part only is not owed.
std::vector<Slot> slots_of(bangla::FiscalYear year, std::span<Owed const> owed,
                           std::span<Date const> held, Date today);

/// Every slot missed since the duty began, the newest first. It stays so: a later meeting does not
/// stand for it.
std::vector<Slot> missed_slots(std::span<Owed const> owed, std::span<Date const> held, Date today);

/// On which day of each month, or of one month of each quarter, meetings are wanted.
struct Pattern {
    enum class By { day_of_month, weekday };
    By by = By::weekday;
    unsigned day = 10;                                  ///< 1 to 31; a shorter month's last day
    std::chrono::weekday weekday = std::chrono::Sunday; ///< with `nth`
    unsigned nth = 2;                                   ///< 1 to 4, or 5 for the last one
    unsigned month_of_quarter = 3;                      ///< 1 to 3
};

struct Proposal {
    bangla::Days slot = {};
    Date wanted = {}; ///< by the pattern
    Date date = {};   ///< the working day on it or after it; before it, where the slot would end
    std::vector<bangla::SkippedDay> skipped = {}; ///< why `date` is not `wanted`
    std::vector<Message> findings = {};           ///< of the holiday lists
};

/// The dates that the pattern proposes for a fiscal year, slot by slot.
std::vector<Proposal> proposed(bangla::FiscalYear year, Cadence cadence, Pattern const& pattern,
                               bangla::WorkingCalendar const& calendar);

/// What is proposed in place of `wanted`, which may be `wanted` itself.
Proposal proposed_for(Date wanted, bangla::Days slot, bangla::WorkingCalendar const& calendar);

/// Of meetings that are called for days to come: those whose day has become a holiday, each with
/// what is proposed in its place and why, within its own month or quarter.
struct Overtaken {
    std::size_t index = 0; ///< of the day among those given
    Proposal instead = {};
};
std::vector<Overtaken> overtaken(std::span<Date const> days, Cadence cadence, Date today,
                                 bangla::WorkingCalendar const& calendar);

/// The month or the quarter that a day lies in.
bangla::Days slot_with(Date day, Cadence cadence);

} // namespace udb::meetings
