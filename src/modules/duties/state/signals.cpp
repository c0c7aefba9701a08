#include "modules/duties/state/signals.hpp"

#include "bangla/calendar/fiscal_year.hpp"

#include <algorithm>

namespace udb::duties {
namespace {

using Details = std::vector<std::pair<std::string, std::string>>;

std::string_view detail(Details const& details, std::string_view name) {
    auto const found = std::ranges::find(details, name, &Details::value_type::first);
    return found == details.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace

Signals::Signals(std::vector<Mandate> const& mandates) : all_(signals_of(mandates)) {
    auto const& first = first_meeting_signal();
    auto const place = std::ranges::lower_bound(all_, first);
    if (place == all_.end() || *place != first) all_.insert(place, first);
    for (auto const& mandate : mandates)
        for (auto const& function : mandate.functions)
            for (auto const& counted : function.counts)
                places_.emplace(&counted.signal, place_of(counted.signal));
    places_.emplace(&first, place_of(first));
}

int Signals::place_of(Signal const& signal) const {
    if (auto const known = places_.find(&signal); known != places_.end()) return known->second;
    auto const found = std::ranges::lower_bound(all_, signal);
    if (found == all_.end() || *found != signal) return -1;
    return static_cast<int>(found - all_.begin());
}

std::vector<int> Signals::of_event(std::string_view event, Details const& details) const {
    std::vector<int> places;
    auto at = std::ranges::lower_bound(all_, event, {},
                                       [](Signal const& s) -> std::string_view { return s.event; });
    for (; at != all_.end() && at->event == event; ++at)
        if (std::ranges::all_of(at->where, [&](auto const& asked) {
                return detail(details, asked.first) == asked.second;
            }))
            places.push_back(static_cast<int>(at - all_.begin()));
    return places;
}

std::string Signals::fingerprint() const {
    std::string out;
    for (auto const& signal : all_)
        out += signal.written() + "\n";
    return out;
}

Signals const& shipped_signals() {
    static Signals const shipped(shipped_mandates().all());
    return shipped;
}

Signal const& first_meeting_signal() {
    static Signal const signal{.event = "meeting.held", .where = {{"kind", "coordination"}}};
    return signal;
}

Mark mark_of(Details const& details, Date recorded_on) {
    Mark mark;
    mark.recorded_on = recorded_on;
    mark.done_on = parse_iso_date(detail(details, "on")).value_or(recorded_on);
    mark.counts_on = parse_iso_date(detail(details, "of")).value_or(mark.done_on);
    mark.year = bangla::fiscal_year(mark.counts_on).start;
    auto const year = detail(details, "year");
    if (auto const told = bangla::parse_fiscal_year(year)) mark.year = told->start;
    return mark;
}

} // namespace udb::duties
