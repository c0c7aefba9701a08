// The verbs of plans. Each asks the policy, then the rules, saves, and leaves `plan.<what>`.
// `read` holds the id and the version of the plan that was read: somebody changed it since is a
// conflict.
#pragma once

#include "modules/meetings/meetings.hpp"
#include "modules/plans/plan_store.hpp"
#include "modules/plans/progress_store.hpp"

namespace udb::plans {

inline constexpr std::size_t plan_indicators_most = 5'000;

/// An office's plan for a year in a form: one of each.
struct Beginning {
    Id<Office> office = {};
    std::string form = {};
    PlanFacts tree = {}; ///< what it begins with, and its title and fiscal year
};
/// Refused `plans.is_there` where the office has one.
Result<Id<Plan>> begin(Work& work, Beginning const& beginning);

/// The working copy, while it is drafted. A line or id of zero adds, at the end. The title of what
/// was approved changes with the approval of its amendment.
Done save_title(Work& work, Header const& read, BilingualText const& title);
Done save_area(Work& work, Header const& read, AreaFacts const& area);
Done save_activity(Work& work, Header const& read, int area, ActivityFacts const& activity);
/// Invalid at `responsible` (no such post) and `reported_with` (not an indicator of another plan
/// with the same unit, or one that takes its own progress from elsewhere).
Result<Id<Indicator>> save_indicator(Work& work, Header const& read, int activity,
                                     IndicatorFacts const& facts);
Done take_out(Work& work, Header const& read, Part part, std::int64_t key);
/// One place up or down among those beside it; nothing happens at the end.
Done move(Work& work, Header const& read, Part part, std::int64_t key, bool up);

Done submit(Work& work, Header const& read);
Done send_back(Work& work, Header const& read, std::string const& reason);
/// Approved means decided (C23 §4(2), L26 §2(2)): by a decision of a monthly coordination meeting
/// of the office or one above it. Invalid at `decision` otherwise.
Done approve(Work& work, Header const& read, Id<Decision> decision);
Done begin_amendment(Work& work, Header const& read);
Done discard_amendment(Work& work, Header const& read);
/// After the fiscal year.
Done close(Work& work, Header const& read);

/// The decisions by which a plan can be approved, the newest meeting first.
std::vector<meetings::DecisionFacts> decisions_for(Db& db, PlanRecord const& plan, Date today);

/// What somebody tells of one indicator in a quarter.
struct TellingRow {
    Id<Indicator> indicator = {};
    std::optional<Value> value = {};
    std::string remark = {};
    /// Value and remark when the form was drawn. What was left as it was seen is not told again; of
    /// what was changed, that somebody told something else since is said at the row. Empty: do not
    /// ask.
    std::optional<Told> seen = {};
};
struct Telling {
    Id<Plan> plan = {};
    unsigned quarter = 1;
    std::vector<TellingRow> rows = {};
    std::string reason = {}; ///< needed where the quarter's period was submitted
};
/// Rows that are wrong are told, at `value_<indicator>`; the others are saved. Invalid at `reason`
/// alone saves nothing.
struct TellingDone {
    int saved = 0;
    std::vector<FieldError> wrong = {};
};
Result<TellingDone> tell_progress(Work& work, Telling const& telling);

/// Whether somebody may tell of every indicator of the plan; who holds a responsible post may of
/// its own.
bool may_tell_all(Actor const& actor, PlanRecord const& plan);
std::vector<Id<Post>> posts_held_now(Db& db, Actor const& actor, Date today);

/// Freezes the period's figures and locks its evidence.
Done submit_period(Work& work, Header const& read, Period period, std::string const& remark);

/// A mark, and what it was when the form was drawn (empty: do not ask).
struct MarkRow {
    Mark mark = {};
    std::optional<Mark> seen = {};
};
struct Assessing {
    Id<Plan> plan = {};
    Period period = Period::half;
    Assessor assessor = Assessor::self;
    std::map<Id<Indicator>, MarkRow> marks = {};
    std::string remark = {};
    std::optional<std::string> seen_remark = {};
};
/// Of a submitted period. The office itself, until the office above has assessed; and an office
/// above it. Several may assess at once: what was left as it was seen stays as it stands. Invalid
/// at `score_<indicator>`, `remark_<indicator>` and `remark` for what cannot be, and for what was
/// changed by somebody else since.
Done assess(Work& work, Assessing const& assessing);
/// Whether the actor assesses from an office above that of `path`.
bool may_assess(Actor const& actor, std::string_view path);

} // namespace udb::plans
