// What an office owes under its mandate, period by period, and whether what happened meets it.
// Nothing here is set by hand: a state follows from the marks that the journal left.
#pragma once

#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/calendar/working_days.hpp"
#include "kernel/mandate.hpp"
#include "kernel/record_kind.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace udb {

struct Record;
struct Attestation; ///< `Id<Attestation>` is a record's; its pages are `/attestations/{id}`

namespace duties {

enum class State { met, partly, not_met, cannot_tell };

/// What a state follows from.
enum class Because {
    counted,    ///< from records
    attested,   ///< from a signed statement with its evidence
    not_due,    ///< nothing yet, and its time is not over
    no_records, ///< no record tells of such a thing, and nobody has attested it
};

/// Something that happened and counts. `signal` is its place in `signals_of(the mandates)`.
struct Mark {
    int signal = 0;
    int year = 0;     ///< the fiscal year it counts in, by its 1 July
    Date counts_on;   ///< the day that decides its month or quarter
    Date done_on;     ///< the day it was done: whether in time
    Date recorded_on; ///< the day we learned of it
    Id<Record> record = {};
};

/// A function that no record tells of, said to be met by whoever answers for it.
struct Attested {
    Id<Attestation> id = {};
    std::string mandate;
    int function = 0;
    int year = 0;
    Date recorded_on;
};

/// The mandate an office stands under, and from when to when within a year.
struct Standing {
    Mandate const* mandate = nullptr; ///< null where there is none
    /// Known by its number only: `functions` are then those of the newest one that is known.
    Mandate const* functions = nullptr;
    bangla::Days days;
};

/// Day by day through a fiscal year, in order: a new circular takes the old one's place from the
/// day it is in force, and what was owed before stays owed under the old one. Empty where the year
/// knows no mandate.
std::vector<Standing> standings(Mandates const& mandates, Tier tier, std::string_view website,
                                bangla::FiscalYear year);

/// One thing that a duty asks for.
struct Part {
    Counted const* counted = nullptr;
    State state = State::cannot_tell;
    int count = 0;                     ///< of `counted->least`
    std::optional<Date> due = {};      ///< where the mandate (or its data) names a day
    std::optional<Date> open_due = {}; ///< that day, or the next on which offices are open
    std::optional<Date> done_on = {};  ///< when it was complete
    std::int64_t days_late = 0;        ///< of what was done late, or is overdue today
    std::span<Mark const> marks = {};  ///< what counted
};

/// What a function asks for in one of its periods.
struct Duty {
    bangla::Days period;
    State state = State::cannot_tell;
    Because because = Because::not_due;
    std::vector<Part> parts = {};
};

/// A function in one fiscal year, as it stood on a day.
struct FunctionStatus {
    Standing standing;
    Function const* function = nullptr;
    State state = State::cannot_tell;
    Because because = Because::no_records;
    std::vector<Duty> duties = {}; ///< in order of their periods
    Attested const* attested = nullptr;
};

/// Of an office whose beginning and end nobody entered.
inline constexpr bangla::Days always{std::chrono::sys_days{std::chrono::year{1900} / 1 / 1},
                                     std::chrono::sys_days{std::chrono::year{2199} / 12 / 31}};

/// The part of them that lies within the days of an office's existence.
std::vector<Standing> while_it_exists(std::vector<Standing> standings, bangla::Days const& exists);

/// Everything that statuses of one office and year are made of.
struct Facts {
    std::span<Standing const> standings;
    /// Of this office and year, known by `today`; in order of signal, then `counts_on`.
    std::span<Mark const> marks;
    std::span<Attested const> attested = {};
    bangla::FiscalYear year;
    Date today;
    bangla::WorkingCalendar calendar = {};
    /// From when to when the office exists: it owes no month or quarter that it does not exist for
    /// the whole of, and its first coordination meeting is asked from its first month on.
    bangla::Days exists = always;
};

/// The functions of the mandate in force on `today` (or at the year's end, where that is past);
/// before them, of the mandates that stood earlier in the year, those with a monthly or quarterly
/// cadence, for the periods that ended under them.
std::vector<FunctionStatus> statuses(Facts const& facts);

/// What is next or late of a status: the first duty whose period or day is not over and that is not
/// met, or else the latest that was missed.
struct Pending {
    Duty const* duty = nullptr;
    Part const* part = nullptr;
    Date due;
    std::int64_t days_late = 0; ///< 0: not late
};
std::vector<Pending> pending(FunctionStatus const& status, Facts const& facts);

} // namespace duties

template <>
std::span<Term<duties::State> const> terms<duties::State>();

template <>
inline constexpr std::string_view record_kind<Attestation> = "attestation";

} // namespace udb
