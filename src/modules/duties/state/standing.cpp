#include "modules/duties/state/duty.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace udb {
namespace {

using duties::State;

constexpr std::array states{
    Term<State>{State::met, "met", {"পালিত", "Met"}},
    Term<State>{State::partly, "partly", {"আংশিক পালিত", "Partly met"}},
    Term<State>{State::not_met, "not_met", {"পালিত হয়নি", "Not met"}},
    Term<State>{State::cannot_tell, "cannot_tell", {"বলা যায় না", "Cannot tell"}},
};

} // namespace

template <>
std::span<Term<State> const> terms<State>() {
    return states;
}

namespace duties {
namespace {

/// The mandate itself, or, where only its number is known, the newest known one before it.
Mandate const* known_functions(Mandates const& mandates, Mandate const& mandate) {
    if (mandate.known == Known::full) return &mandate;
    Mandate const* newest = nullptr;
    for (auto const& earlier : mandates.all())
        if (earlier.known == Known::full && !earlier.office
            && earlier.issued_on <= mandate.issued_on)
            newest = &earlier;
    return newest;
}

} // namespace

std::vector<Standing> standings(Mandates const& mandates, Tier tier, std::string_view website,
                                bangla::FiscalYear year) {
    auto const whole = bangla::days_of(year);
    std::set<Date> begins{whole.first};
    for (auto const& mandate : mandates.all())
        if (whole.contains(mandate.in_force_from)) begins.insert(mandate.in_force_from);
    std::vector<Standing> out;
    for (auto const day : begins) {
        auto const* mandate = mandates.in_force(day, tier, website);
        if (!out.empty() && out.back().mandate == mandate) continue;
        if (!out.empty()) out.back().days.last = day - std::chrono::days{1};
        out.push_back({.mandate = mandate,
                       .functions = mandate ? known_functions(mandates, *mandate) : nullptr,
                       .days = {day, whole.last}});
    }
    std::erase_if(out, [](Standing const& s) { return !s.functions; });
    return out;
}

std::vector<Standing> while_it_exists(std::vector<Standing> standings, bangla::Days const& exists) {
    for (auto& standing : standings)
        standing.days = {std::max(standing.days.first, exists.first),
                         std::min(standing.days.last, exists.last)};
    std::erase_if(standings, [](Standing const& s) { return s.days.last < s.days.first; });
    return standings;
}

} // namespace duties
} // namespace udb
