// What four quarters come to, and what marks it earns: by indicator, activity, area and plan.
//
// Arithmetic is exact. Three things are rounded, each once, to four decimals, half away from zero:
// an average (it is then that value which is scored), the per cent, and the score, which is made
// of the exact per cent and not of the rounded one. Totals are sums of the scores as they are
// shown, so that whoever adds them up gets the same.
#pragma once

#include "base/message.hpp"
#include "modules/plans/plan.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace udb::plans {

/// What the quarters that were told come to; nothing where none was.
struct Achieved {
    std::optional<Value> half_year = {}; ///< of the first two
    std::optional<Value> year = {};      ///< of all four: what is scored
};

/// How an indicator is really counted: a day by `date` whatever is said, and nothing else so.
Count count_of(IndicatorFacts const& indicator);

/// By the way of counting. `date` is the earliest day told; `cumulative` and `last` are the last
/// that was told.
Achieved achieved(Quarters const& quarters, Count count);
Achieved achieved(IndicatorFacts const& indicator);

/// The quarters up to `quarter` (1 to 4), the later ones as if nothing were told of them: how the
/// plan stood at the end of that quarter.
Quarters up_to(Quarters const& quarters, unsigned quarter);

/// How the percent was found, for the sentences that show the working.
enum class Reached {
    untold,       ///< nothing was told
    no_target,    ///< every band is blank
    full,         ///< the 100 % target, or better
    band,         ///< exactly a band, or by steps: the highest band reached
    between,      ///< on the line between two filled bands
    best_filled,  ///< the highest filled band, which is below 100 %
    below,        ///< short of the lowest filled band, or of the target that is all or nothing
    in_proportion ///< achieved by target
};

/// No plan gives an indicator more marks; a greater weight counts as this, one below zero as none.
inline constexpr Value weight_most = Value::whole(1'000);

struct Score {
    Achieved achieved = {};
    /// 0 to 100; nothing where nothing was told or there is no target.
    std::optional<Value> percent = {};
    Value score = {}; ///< 0 to the weight; zero where there is no per cent
    Reached reached = Reached::untold;
    std::size_t upper = 0; ///< the better of the bands it was judged by, in `band_percents`
    std::size_t lower = 0; ///< the worse of them, of `between`
};

/// The bands that count: filled, and asking for less than every better one. One that asks for as
/// much or more than a better one can earn nothing by itself and is passed over.
std::vector<std::size_t> bands_in_force(IndicatorFacts const& indicator);

/// Whether a share of the target can be reckoned: it is an amount above zero, and no day.
bool has_share(IndicatorFacts const& indicator);

/// The year's score. Rules for what the guidelines leave open:
/// - a blank 100 % band: the highest filled one is the most that can be reached;
/// - `proportional` with a target of zero or below, or of a day, is all or nothing: there is no
///   share of it. Where lower is better the share is target by achieved;
/// - a day is judged by its number, so `lower` is the earlier.
Score scored(IndicatorFacts const& indicator);
/// The same of what was already counted, in place of the indicator's own quarters.
Score scored(IndicatorFacts const& indicator, Achieved achieved);

/// One or two sentences that show the working of a score, as `plan_score.working_…` of the words:
/// 29.97 lies between 29.95 (90 %) and 30 (100 %): 90 + 0.02 ÷ 0.05 × 10 = 94 %; 6 × 94 % = 5.64.
Message working(IndicatorFacts const& indicator, Score const& score);

/// Where in a plan: numbers from 1, zero where the place is not so deep.
struct Place {
    std::size_t area = 0;
    std::size_t activity = 0;
    std::size_t indicator = 0;
    bool operator==(Place const&) const = default;
};

struct Marks {
    Value weight = {};
    Value score = {};
    bool operator==(Marks const&) const = default;
};

struct ActivityScore {
    Marks marks = {}; ///< sums of its indicators
    std::vector<Score> indicators = {};
};
struct AreaScore {
    Marks marks = {}; ///< sums of its indicators; not the area's own weight
    std::vector<ActivityScore> activities = {};
};
struct PlanScore {
    Marks marks = {};
    /// Score by `total` marks × `scale` (50 → 10), rounded to four decimals, at most `scale`;
    /// nothing where the template has no scale.
    std::optional<Value> scaled = {};
    std::vector<AreaScore> areas = {};
};

/// The marks that a template gives a whole plan, and what they are brought to.
struct Scale {
    Value marks = {}; ///< 50
    Value to = {};    ///< 10; zero: not scaled
};

/// `quarter` below 4: as the plan stood at the end of it.
PlanScore scored(PlanFacts const& plan, Scale const& scale, unsigned quarter = 4);

/// What should be looked at, and stops nobody: weights that do not add up (`plan_finding.…`),
/// bands out of order or all blank, a day counted as a sum, a name given twice, nobody
/// responsible.
struct Finding {
    Place place = {};
    Message message;
    bool operator==(Finding const&) const = default;
};

std::vector<Finding> findings(PlanFacts const& plan, Scale const& scale);
/// Those of one indicator by itself, without its place.
std::vector<Message> findings(IndicatorFacts const& indicator);

} // namespace udb::plans
