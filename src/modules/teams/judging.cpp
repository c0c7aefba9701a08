// Chooses the mandate that judges a team, and counts the answers.
#include "modules/teams/judging.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

/// Whether the mandate is for the office: national ones are for every office.
bool concerns(Mandate const& mandate, std::string_view website) {
    return !mandate.office || mandate.office->has(website);
}

} // namespace

Mandate const* judging_mandate(Mandates const& mandates, std::string_view own, Tier tier,
                               Date day) {
    auto const* mandate = mandates.find(own);
    if (mandate && mandate->rules(tier)) return mandate;
    return mandates.newest_rules(day, tier);
}

std::vector<Mandate const*> mandates_with_rules(Mandates const& mandates, Tier tier,
                                                std::string_view own, std::string_view website) {
    std::vector<Mandate const*> found;
    for (auto const& mandate : mandates.all())
        if (mandate.rules(tier) && (mandate.id == own || concerns(mandate, website)))
            found.push_back(&mandate);
    std::ranges::reverse(found);
    return found;
}

std::vector<Mandate const*> mandates_to_stand_under(Mandates const& mandates, Tier tier,
                                                    std::string_view website) {
    std::vector<Mandate const*> found;
    for (auto const& mandate : mandates.all())
        if (concerns(mandate, website)
            && (mandate.rules(tier) || mandate.known == Known::number_only))
            found.push_back(&mandate);
    std::ranges::reverse(found);
    return found;
}

Mandate const* mandate_for(Mandates const& mandates, Tier tier, std::string_view website,
                           Date day) {
    return mandates.in_force(day, tier, website);
}

std::vector<std::string> replaced_mandates(Mandates const& mandates, Date day) {
    std::vector<std::string> ids;
    for (auto const& mandate : mandates.all())
        if (mandates.replaced_by(mandate.id, day)) ids.push_back(mandate.id);
    return ids;
}

std::optional<Verdict> judged(std::span<TeamSeat const> seats, std::optional<Authority> formed_by,
                              Mandate const* mandate, Tier tier) {
    if (!mandate) return {};
    auto verdict = check(checked_composition(seats, formed_by), *mandate, tier);
    if (!verdict) return {};
    return *std::move(verdict);
}

Tally tally(Verdict const& verdict) {
    Tally t;
    for (auto const& rule : verdict.rules)
        ++(rule.state == RuleState::met       ? t.met
           : rule.state == RuleState::not_met ? t.not_met
                                              : t.cannot_tell);
    return t;
}

} // namespace udb::teams
