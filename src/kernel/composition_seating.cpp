#include "kernel/composition_seating.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>

namespace udb {
namespace {

/// Members who are alike in every answer: which of them sits where makes no difference.
struct Kind {
    Weighed answers;
    std::vector<int> members; ///< indexes, in order
    int used = 0;
};

std::vector<Kind> kinds_of(std::vector<Weighed> const& members) {
    std::vector<Kind> kinds;
    std::map<std::vector<int>, std::size_t> known;
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto const& member = members[i];
        std::vector<int> key{static_cast<int>(member.other_office.state)};
        for (auto const one : member.fixed)
            key.push_back(static_cast<int>(one));
        for (auto const& one : member.quotas)
            key.push_back(static_cast<int>(one.state));
        auto const [at, is_new] = known.try_emplace(std::move(key), kinds.size());
        if (is_new) kinds.push_back({member, {}});
        kinds[at->second].members.push_back(static_cast<int>(i));
    }
    return kinds;
}

/// Tries every kind for every fixed seat in turn, keeping the counts of who is left as it goes.
class Search {
public:
    Search(CompositionRules const& rules, std::vector<Weighed> const& members)
        : rules_(rules), kinds_(kinds_of(members)), taken_(rules.fixed.size(), Evidence::no),
          chosen_(rules.fixed.size(), -1), quota_counts_(rules.quotas.size()) {
        for (auto const& kind : kinds_)
            count(kind.answers, static_cast<int>(kind.members.size()));
    }

    Seating run() {
        place(0);
        Seating seating(best_.size(), -1);
        for (auto& kind : kinds_)
            kind.used = 0;
        for (std::size_t s = 0; s < best_.size(); ++s) {
            if (best_[s] < 0) continue;
            auto& kind = kinds_[static_cast<std::size_t>(best_[s])];
            seating[s] = kind.members[static_cast<std::size_t>(kind.used++)];
        }
        return seating;
    }

private:
    struct Tally {
        int yes = 0;
        int perhaps = 0;
    };
    /// Smaller is better: the worst state, how many rules are broken, how many cannot be told, how
    /// many fixed seats are doubtful or empty.
    using Score = std::tuple<int, int, int, int>;

    void count(Weighed const& member, int by) {
        switch (member.other_office.state) {
        case Evidence::yes: nominated_.yes += by; break;
        case Evidence::perhaps: nominated_.perhaps += by; break;
        case Evidence::no: nominated_.no += by; break;
        }
        for (std::size_t q = 0; q < quota_counts_.size(); ++q) {
            if (member.quotas[q].state == Evidence::yes) quota_counts_[q].yes += by;
            if (member.quotas[q].state == Evidence::perhaps) quota_counts_[q].perhaps += by;
        }
    }

    Score score() const {
        std::array<int, 3> states{};
        auto const add = [&](RuleState state) { ++states[static_cast<std::size_t>(state)]; };
        int doubt = 0;
        for (auto const one : taken_)
            doubt += static_cast<int>(one);
        if (!taken_.empty()) add(fixed_state(taken_));
        add(size_state(*rules_.nominated, nominated_));
        for (std::size_t q = 0; q < quota_counts_.size(); ++q)
            add(quota_state(rules_.quotas[q], quota_counts_[q].yes, quota_counts_[q].perhaps));
        int const worst = states[2] > 0 ? 2 : states[1] > 0 ? 1 : 0;
        return {worst, states[2], states[1], doubt};
    }

    void place(std::size_t seat) {
        if (seat == chosen_.size()) {
            auto const now = score();
            if (now < best_score_) {
                best_score_ = now;
                best_ = chosen_;
            }
            return;
        }
        for (std::size_t k = 0; k < kinds_.size(); ++k) {
            auto& kind = kinds_[k];
            auto const fit = kind.answers.fixed[seat];
            if (fit == Evidence::no || kind.used == static_cast<int>(kind.members.size())) continue;
            ++kind.used;
            count(kind.answers, -1);
            taken_[seat] = fit;
            chosen_[seat] = static_cast<int>(k);
            place(seat + 1);
            taken_[seat] = Evidence::no;
            chosen_[seat] = -1;
            count(kind.answers, 1);
            --kind.used;
        }
        place(seat + 1);
    }

    CompositionRules const& rules_;
    std::vector<Kind> kinds_;
    std::vector<Evidence> taken_;
    std::vector<int> chosen_;
    NominatedCount nominated_;
    std::vector<Tally> quota_counts_;
    Seating best_;
    Score best_score_{std::numeric_limits<int>::max(), 0, 0, 0};
};

/// Augmenting paths. A seat that is taken stays taken, by the same member or another.
class Matching {
public:
    Matching(std::vector<std::vector<Evidence>> const& fits, std::size_t members)
        : fits_(fits), seat_of_(members, -1), taken_(fits.size(), -1) {}

    void seat(std::size_t seat, Evidence worst) {
        if (taken_[seat] >= 0) return;
        tried_.assign(seat_of_.size(), false);
        move_in(seat, worst);
    }
    Seating const& seating() const { return taken_; }

private:
    bool move_in(std::size_t seat, Evidence worst) {
        for (std::size_t member = 0; member < seat_of_.size(); ++member) {
            if (tried_[member] || fits_[seat][member] > worst) continue;
            tried_[member] = true;
            auto const sits = seat_of_[member];
            if (sits >= 0 && !move_in(static_cast<std::size_t>(sits), worst)) continue;
            seat_of_[member] = static_cast<int>(seat);
            taken_[seat] = static_cast<int>(member);
            return true;
        }
        return false;
    }

    std::vector<std::vector<Evidence>> const& fits_;
    std::vector<int> seat_of_; ///< of each member
    std::vector<int> taken_;   ///< by which member, of each seat
    std::vector<bool> tried_;
};

} // namespace

RuleState fixed_state(std::vector<Evidence> const& taken) {
    auto const worst = std::ranges::max(taken);
    return worst == Evidence::yes       ? RuleState::met
           : worst == Evidence::perhaps ? RuleState::cannot_tell
                                        : RuleState::not_met;
}

RuleState size_state(NominatedRule const& rule, NominatedCount const& count) {
    int const all = count.yes + count.perhaps + count.no;
    if (all > rule.most || count.yes + count.perhaps < rule.least) return RuleState::not_met;
    return count.yes >= rule.least ? RuleState::met : RuleState::cannot_tell;
}

RuleState quota_state(Quota const& quota, int yes, int perhaps) {
    if (yes >= quota.least) return RuleState::met;
    return yes + perhaps >= quota.least ? RuleState::cannot_tell : RuleState::not_met;
}

Seating best_seating(CompositionRules const& rules, std::vector<Weighed> const& members) {
    return Search(rules, members).run();
}

Seating named_seating(std::vector<std::vector<Evidence>> const& fits, std::size_t members) {
    Matching matching(fits, members);
    for (auto const worst : {Evidence::yes, Evidence::perhaps})
        for (std::size_t seat = 0; seat < fits.size(); ++seat)
            matching.seat(seat, worst);
    return matching.seating();
}

} // namespace udb
