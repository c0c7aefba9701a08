// From marks to states: the rule that says of each function whether it is met.
#include "modules/duties/state/signals.hpp"

#include <algorithm>

namespace udb::duties {
namespace {

using bangla::Days;
using std::chrono::days;

/// The periods of a fiscal year in which a function is owed once each.
std::vector<Days> periods(Cadence cadence, bangla::FiscalYear year) {
    auto const whole = bangla::days_of(year);
    if (cadence == Cadence::quarterly) {
        std::vector<Days> quarters;
        for (unsigned quarter = 1; quarter <= 4; ++quarter)
            quarters.push_back(bangla::days_of(year, quarter));
        return quarters;
    }
    if (cadence != Cadence::monthly) return {whole};
    std::vector<Days> months;
    for (auto first = whole.first; first < whole.last;) {
        std::chrono::year_month_day const day{first};
        auto const next =
            Date{(day.year() / day.month() + std::chrono::months{1}) / std::chrono::day{1}};
        months.push_back({first, next - days{1}});
        first = next;
    }
    return months;
}

bool recurs(Cadence cadence) {
    return cadence == Cadence::monthly || cadence == Cadence::quarterly;
}

/// Reads the marks of one office: those of a signal stand together, in order of their day.
class Marks {
public:
    explicit Marks(std::span<Mark const> all) : all_(all) {}

    std::span<Mark const> of(Signal const& signal) const {
        auto const place = shipped_place(signal);
        auto const [first, last] = std::ranges::equal_range(all_, place, {}, &Mark::signal);
        return {first, last};
    }
    std::span<Mark const> of(Signal const& signal, Days const& period) const {
        auto const marks = of(signal);
        auto const first = std::ranges::lower_bound(marks, period.first, {}, &Mark::counts_on);
        auto const last = std::ranges::upper_bound(marks, period.last, {}, &Mark::counts_on);
        return {first, last};
    }

private:
    static int shipped_place(Signal const& signal) { return shipped_signals().place_of(signal); }

    std::span<Mark const> all_;
};

/// The day by which a part is asked for, where a day is named at all. C23 §4(2), L26 §2(2): the
/// first monthly coordination meeting of the year; while none has been held, the end of the first
/// month of the year in which there is an office to hold it.
std::optional<Date> day_asked(Due const& due, Marks const& marks, Facts const& facts) {
    if (due.kind == Due::Kind::day_after_fiscal_year) return due_date(due, facts.year.start);
    auto const held = marks.of(first_meeting_signal(), bangla::days_of(facts.year));
    if (!held.empty()) return held.front().counts_on;
    auto const months = periods(Cadence::monthly, facts.year);
    auto const first = std::ranges::find_if(
        months, [&](Days const& month) { return month.last >= facts.exists.first; });
    return (first == months.end() ? months.front() : *first).last;
}

State state_of(int done, int all, bool over) {
    if (done == all) return State::met;
    if (done > 0) return State::partly;
    return over ? State::not_met : State::cannot_tell;
}

Part part_of(Counted const& counted, Function const& function, Days const& period,
             Facts const& facts) {
    Marks const marks(facts.marks);
    Part part{.counted = &counted};
    part.marks =
        recurs(function.cadence) ? marks.of(counted.signal, period) : marks.of(counted.signal);
    part.count = static_cast<int>(part.marks.size());
    auto const& due = counted.due ? counted.due : function.due;
    if (due) part.due = day_asked(*due, marks, facts);
    if (part.due)
        part.open_due = facts.calendar.holidays
                            ? bangla::first_open_day(*part.due, facts.calendar).date
                            : *part.due;
    if (part.count >= counted.least) {
        // In the order in which things were done, the last one needed.
        std::vector<Date> done;
        done.reserve(part.marks.size());
        for (auto const& mark : part.marks)
            done.push_back(mark.done_on);
        auto const last = done.begin() + (counted.least - 1);
        std::ranges::nth_element(done, last);
        part.done_on = *last;
    }
    auto const until = part.done_on.value_or(facts.today);
    if (part.open_due && until > *part.open_due) part.days_late = (until - *part.due).count();
    bool const over = facts.today > part.open_due.value_or(period.last);
    part.state = state_of(std::min(part.count, counted.least), counted.least, over);
    return part;
}

Duty duty_of(Function const& function, Days const& period, Facts const& facts) {
    Duty duty{.period = period};
    int met = 0, begun = 0, not_met = 0;
    for (auto const& counted : function.counts) {
        duty.parts.push_back(part_of(counted, function, period, facts));
        auto const state = duty.parts.back().state;
        met += state == State::met ? 1 : 0;
        begun += state == State::partly ? 1 : 0;
        not_met += state == State::not_met ? 1 : 0;
    }
    if (met == static_cast<int>(duty.parts.size()))
        duty.state = State::met;
    else if (met + begun > 0)
        duty.state = State::partly;
    else if (not_met > 0)
        duty.state = State::not_met;
    duty.because = duty.state == State::cannot_tell ? Because::not_due : Because::counted;
    return duty;
}

/// Of the whole year: a period that is not over weighs nothing until something was done in it.
void fold(FunctionStatus& status) {
    int met = 0, partly = 0, not_met = 0;
    for (auto const& duty : status.duties) {
        met += duty.state == State::met ? 1 : 0;
        partly += duty.state == State::partly ? 1 : 0;
        not_met += duty.state == State::not_met ? 1 : 0;
    }
    status.because = Because::counted;
    if (met + partly + not_met == 0)
        status.because = Because::not_due;
    else if (partly + not_met == 0)
        status.state = State::met;
    else
        status.state = met + partly > 0 ? State::partly : State::not_met;
}

FunctionStatus status_of(Standing const& standing, Function const& function, bool to_the_end,
                         Facts const& facts) {
    FunctionStatus status{.standing = standing, .function = &function};
    if (function.counts.empty()) {
        for (auto const& attested : facts.attested)
            if (attested.mandate == standing.functions->id && attested.function == function.no
                && attested.year == facts.year.start) {
                status.attested = &attested;
                status.state = State::met;
                status.because = Because::attested;
            }
        return status;
    }
    for (auto const& period : periods(function.cadence, facts.year)) {
        bool const here = recurs(function.cadence) ? standing.days.contains(period.last)
                                                         && period.first >= facts.exists.first
                                                   : to_the_end;
        if (here && period.first <= facts.today)
            status.duties.push_back(duty_of(function, period, facts));
    }
    fold(status);
    return status;
}

} // namespace

std::vector<FunctionStatus> statuses(Facts const& facts) {
    std::vector<FunctionStatus> out;
    if (facts.standings.empty()) return out;
    // An office that ended within the year stands on its last day as it stood then.
    auto const day = std::min(std::max(facts.today, bangla::days_of(facts.year).first),
                              facts.standings.back().days.last);
    for (auto const& standing : facts.standings) {
        if (standing.days.first > day) break;
        bool const present = standing.days.contains(day);
        for (auto const& function : standing.functions->functions) {
            if (!present && (!recurs(function.cadence) || function.counts.empty())) continue;
            auto status = status_of(standing, function, present, facts);
            if (present || !status.duties.empty()) out.push_back(std::move(status));
        }
    }
    return out;
}

std::vector<Pending> pending(FunctionStatus const& status, Facts const& facts) {
    std::vector<Pending> out;
    for (auto const& duty : status.duties)
        for (auto const& part : duty.parts) {
            if (part.state == State::met) continue;
            auto const due = part.due.value_or(duty.period.last);
            auto const open = part.open_due.value_or(due);
            out.push_back({.duty = &duty,
                           .part = &part,
                           .due = due,
                           .days_late = facts.today > open ? (facts.today - due).count() : 0});
        }
    return out;
}

} // namespace udb::duties
