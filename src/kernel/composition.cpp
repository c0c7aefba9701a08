#include "kernel/composition.hpp"

#include "bangla/text/search_key.hpp"
#include "kernel/composition_says.hpp"
#include "kernel/composition_seating.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

constexpr std::array state_rows{
    Term<RuleState>{RuleState::met, "met", {"পূরণ হয়েছে", "met"}},
    Term<RuleState>{RuleState::cannot_tell, "cannot_tell", {"বলা যাচ্ছে না", "cannot tell"}},
    Term<RuleState>{RuleState::not_met, "not_met", {"পূরণ হয়নি", "not met"}},
};

RuleState state_of(Evidence evidence) {
    return evidence == Evidence::yes       ? RuleState::met
           : evidence == Evidence::perhaps ? RuleState::cannot_tell
                                           : RuleState::not_met;
}

bool leads(Seat const& seat) {
    return seat.role == SeatRole::chief_innovation_officer
           || seat.role == SeatRole::innovation_officer;
}

/// One check: the rules, the team with its units folded, and what is found on the way.
class Check {
public:
    Check(Composition team, Mandate const& mandate, CompositionRules const& rules)
        : team_(std::move(team)), mandate_(mandate), rules_(rules) {
        for (std::size_t i = 0; i < team_.seats.size(); ++i) {
            auto& seat = team_.seats[i];
            seat.unit = bangla::folded(seat.unit);
            auto const number = static_cast<int>(i) + 1;
            (leads(seat) ? leaders_ : members_).push_back(number);
            if (seat.role == SeatRole::member_secretary) secretaries_.push_back(number);
        }
    }

    std::vector<RuleResult> run() {
        std::vector<RuleResult> results;
        results.push_back(leader());
        if (rules_.formed_by) results.push_back(formed_by());
        if (rules_.names_every_seat()) {
            results.push_back(named_seats());
            results.push_back(named_size());
            return results;
        }
        weigh_members();
        seating_ = best_seating(rules_, weighed_);
        if (!rules_.fixed.empty()) results.push_back(fixed());
        results.push_back(size());
        for (std::size_t q = 0; q < rules_.quotas.size(); ++q)
            results.push_back(quota(q));
        return results;
    }

private:
    Seat const& seat(int number) const { return team_.seats[static_cast<std::size_t>(number) - 1]; }

    RuleResult leader() const {
        RuleResult result{.id = "leader",
                          .paragraph = rules_.leader.paragraph,
                          .state = RuleState::not_met,
                          .by = {},
                          .could = {},
                          .says = {}};
        if (leaders_.size() != 1) {
            result.says.push_back(leaders_.empty() ? says::leader_missing(rules_.leader)
                                                   : says::leader_several(rules_.leader, leaders_));
            return result;
        }
        auto const number = leaders_.front();
        if (seat(number).role != rules_.leader.role) {
            result.says.push_back(says::leader_role(rules_.leader, seat(number), number));
            return result;
        }
        result.state = state_of(fits(seat(number), rules_.leader));
        if (result.state == RuleState::met) result.by = {number};
        if (result.state == RuleState::cannot_tell) result.could = {number};
        result.says.push_back(says::leader(rules_.leader, result.state, number));
        return result;
    }

    RuleResult formed_by() const {
        auto const due = *rules_.formed_by;
        auto const state = !team_.formed_by          ? RuleState::cannot_tell
                           : *team_.formed_by == due ? RuleState::met
                                                     : RuleState::not_met;
        return {.id = "formed_by",
                .paragraph = rules_.formed_by_paragraph,
                .state = state,
                .by = {},
                .could = {},
                .says = {says::formed_by(due, team_.formed_by)}};
    }

    void weigh_members() {
        for (auto const number : members_) {
            Weighed one{
                .seat = number, .fixed = {}, .other_office = {Evidence::yes, false}, .quotas = {}};
            if (rules_.nominated->from_other_offices)
                one.other_office = from_other_office(seat(number));
            for (auto const& rule : rules_.fixed)
                one.fixed.push_back(fits(seat(number), rule));
            for (auto const& quota : rules_.quotas) {
                auto answer = fills(seat(number), quota);
                answer.state = std::max(answer.state, one.other_office.state);
                one.quotas.push_back(answer);
            }
            weighed_.push_back(std::move(one));
        }
    }

    bool is_fixed(std::size_t member) const {
        return std::ranges::find(seating_, static_cast<int>(member)) != seating_.end();
    }

    /// Adds the word on one fixed seat, and who takes it.
    void add_taken(RuleResult& result, SeatRule const& rule, int number, Evidence fit) const {
        if (fit == Evidence::yes) result.by.push_back(number);
        if (fit == Evidence::perhaps) result.could.push_back(number);
        result.says.push_back(says::fixed(rule, state_of(fit), number));
        result.state = std::max(result.state, state_of(fit));
    }

    RuleResult fixed() const {
        RuleResult result{.id = "fixed",
                          .paragraph = rules_.paragraph,
                          .state = RuleState::met,
                          .by = {},
                          .could = {},
                          .says = {}};
        for (std::size_t s = 0; s < rules_.fixed.size(); ++s) {
            auto const taken = seating_[s];
            auto const* member = taken < 0 ? nullptr : &weighed_[static_cast<std::size_t>(taken)];
            add_taken(result, rules_.fixed[s], member ? member->seat : 0,
                      member ? member->fixed[s] : Evidence::no);
        }
        std::ranges::sort(result.by);
        std::ranges::sort(result.could);
        return result;
    }

    RuleResult size() const {
        auto const& rule = *rules_.nominated;
        NominatedCount count;
        std::vector<int> outside, inferred;
        RuleResult result{.id = "size",
                          .paragraph = rule.paragraph,
                          .state = RuleState::met,
                          .by = {},
                          .could = {},
                          .says = {}};
        for (std::size_t i = 0; i < weighed_.size(); ++i) {
            if (is_fixed(i)) continue;
            auto const& member = weighed_[i];
            auto const state = member.other_office.state;
            ++(state == Evidence::yes       ? count.yes
               : state == Evidence::perhaps ? count.perhaps
                                            : count.no);
            (state == Evidence::yes       ? result.by
             : state == Evidence::perhaps ? result.could
                                          : outside)
                .push_back(member.seat);
            if (member.other_office.inferred) inferred.push_back(member.seat);
        }
        result.state = size_state(rule, count);
        result.says.push_back(says::size(rule, result.state, count, result.could));
        if (!outside.empty())
            result.says.push_back(says::seats("composition.note_outside", outside));
        if (!inferred.empty())
            result.says.push_back(says::seats("composition.note_inferred", inferred));
        add_role_note(result);
        return result;
    }

    /// The roles are an open list: C23 knows no member-secretary, L26 has one.
    void add_role_note(RuleResult& result) const {
        bool const known =
            std::ranges::find(mandate_.roles, SeatRole::member_secretary) != mandate_.roles.end();
        if (!known && !secretaries_.empty())
            result.says.push_back(says::seats("composition.note_member_secretary", secretaries_));
    }

    RuleResult quota(std::size_t q) const {
        auto const& rule = rules_.quotas[q];
        RuleResult result{.id = "quota." + rule.id,
                          .paragraph = rule.paragraph,
                          .state = RuleState::met,
                          .by = {},
                          .could = {},
                          .says = {}};
        std::vector<int> by_unit;
        for (std::size_t i = 0; i < weighed_.size(); ++i) {
            if (is_fixed(i)) continue;
            auto const& answer = weighed_[i].quotas[q];
            if (answer.state == Evidence::yes) result.by.push_back(weighed_[i].seat);
            if (answer.state == Evidence::perhaps) result.could.push_back(weighed_[i].seat);
            if (answer.state == Evidence::yes && answer.by_unit)
                by_unit.push_back(weighed_[i].seat);
        }
        result.state = quota_state(rule, static_cast<int>(result.by.size()),
                                   static_cast<int>(result.could.size()));
        result.says.push_back(says::quota(rule, result));
        if (result.state == RuleState::met && !by_unit.empty())
            result.says.push_back(says::seats("composition.note_by_unit", by_unit));
        if (result.state == RuleState::met && !rule.ambiguity.bn.empty())
            result.says.push_back({"composition.note_ambiguity", {{"note", rule.ambiguity}}});
        if (result.state == RuleState::not_met) add_not_counted(result, rule);
        return result;
    }

    /// Who has the capacity and still does not count, for the seat is not a nominated one.
    void add_not_counted(RuleResult& result, Quota const& rule) const {
        std::vector<int> seats;
        for (std::size_t i = 0; i < team_.seats.size(); ++i) {
            auto const number = static_cast<int>(i) + 1;
            bool const counted = std::ranges::binary_search(result.by, number);
            if (!counted && fills(team_.seats[i], rule).state == Evidence::yes)
                seats.push_back(number);
        }
        if (!seats.empty())
            result.says.push_back(says::seats("composition.note_not_counted", seats));
    }

    /// L26 §1: every seat is a post, with its role.
    RuleResult named_seats() const {
        RuleResult result{.id = "fixed",
                          .paragraph = rules_.paragraph,
                          .state = RuleState::met,
                          .by = {},
                          .could = {},
                          .says = {}};
        std::vector<std::vector<Evidence>> all;
        for (auto const& rule : rules_.fixed) {
            auto& row = all.emplace_back();
            for (auto const number : members_)
                row.push_back(seat(number).role == rule.role ? fits(seat(number), rule)
                                                             : Evidence::no);
        }
        auto const seating = named_seating(all, members_.size());
        for (std::size_t s = 0; s < seating.size(); ++s) {
            auto const taken = seating[s];
            auto const at = static_cast<std::size_t>(std::max(taken, 0));
            add_taken(result, rules_.fixed[s], taken < 0 ? 0 : members_[at],
                      taken < 0 ? Evidence::no : all[s][at]);
        }
        std::ranges::sort(result.by);
        std::ranges::sort(result.could);
        return result;
    }

    RuleResult named_size() const {
        auto const due = static_cast<int>(rules_.fixed.size()) + 1;
        auto const seats = static_cast<int>(team_.seats.size());
        RuleResult result{.id = "size",
                          .paragraph = rules_.paragraph,
                          .state = seats == due ? RuleState::met : RuleState::not_met,
                          .by = {},
                          .could = {},
                          .says = {says::named_size(due, seats)}};
        if (seats == due)
            for (int number = 1; number <= seats; ++number)
                result.by.push_back(number);
        add_role_note(result);
        return result;
    }

    Composition team_;
    Mandate const& mandate_;
    CompositionRules const& rules_;
    std::vector<int> leaders_, members_, secretaries_; ///< seat numbers
    std::vector<Weighed> weighed_;                     ///< one for each of members_
    Seating seating_;
};

} // namespace

template <>
std::span<Term<RuleState> const> terms<RuleState>() {
    return state_rows;
}

Result<Verdict> check(Composition const& team, Mandate const& mandate, Tier tier) {
    if (mandate.known == Known::number_only)
        return refused(
            {"composition.number_only", {{"mandate", mandate.title}, {"memo", mandate.memo}}});
    auto const* rules = mandate.rules(tier);
    if (!rules)
        return refused({"composition.no_rules",
                        {{"mandate", mandate.title}, {"tier", BilingualText(label_of(tier))}}});
    Verdict verdict{.mandate = mandate.id,
                    .tier = tier,
                    .digest = rules->digest,
                    .state = RuleState::met,
                    .rules = Check(team, mandate, *rules).run()};
    for (auto const& rule : verdict.rules)
        verdict.state = std::max(verdict.state, rule.state);
    return verdict;
}

} // namespace udb
