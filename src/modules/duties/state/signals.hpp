// Which events of the journal count, and as which marks.
#pragma once

#include "kernel/mandate.hpp"
#include "modules/duties/state/duty.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace udb::duties {

/// The signals of a set of mandates, found by event.
class Signals {
public:
    /// The mandates outlive it.
    explicit Signals(std::vector<Mandate> const& mandates);

    std::vector<Signal> const& all() const { return all_; }
    /// Its place in `all`; -1 where no mandate counts it.
    int place_of(Signal const& signal) const;
    /// The places of those that an event with these details is a mark of.
    std::vector<int>
    of_event(std::string_view event,
             std::vector<std::pair<std::string, std::string>> const& details) const;
    /// The same for all installations of the same mandates, and another once one is added or
    /// changed: marks taken by other signals are to be taken anew.
    std::string fingerprint() const;

private:
    std::vector<Signal> all_;
    /// Of the signals of the mandates themselves, by where they stand: a page of many offices asks
    /// for them a hundred thousand times.
    std::unordered_map<Signal const*, int> places_;
};

/// The signals of the mandates that the program ships.
Signals const& shipped_signals();

/// The held coordination meeting, by which the year's first one is known (C23 §4(2)).
Signal const& first_meeting_signal();

/// The mark that an event leaves, but for its signal and record. `on` is the detail of the day on
/// which the thing was done, `of` the day of what it belongs to (the meeting whose outcome was told
/// later), `year` the fiscal year it is about (`2026-27`); where they are missing or no dates, the
/// day of the event.
Mark mark_of(std::vector<std::pair<std::string, std::string>> const& details, Date recorded_on);

} // namespace udb::duties
