// A yearly work plan (কর্মপরিকল্পনা): areas, their activities, and the indicators by which an
// activity is judged.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "modules/plans/plan_terms.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Office;
struct Post;
struct Plan;      ///< `Id<Plan>` is a record's; its pages are `/plans/{id}`
struct Indicator; ///< `Id<Indicator>` is a record's, so that evidence and decisions can point at it

namespace plans {

/// What an indicator is measured by: a number, or a day where the unit is a date, kept as its
/// number of days since 1970-01-01.
using Value = Decimal;

Value value_of(Date day);
/// Whether it can be a day: a whole number, from 1900 to 2200.
bool is_day(Value value);
/// The nearest such day where it is none.
Date day_of(Value value);
/// Reads a number, or a day in any form that papers write; nothing where it is neither.
std::optional<Value> parse_value(std::string_view text, Unit unit);
/// As papers write it: digits of the language, grouped by lakh, a day as `31-07-2026`. What cannot
/// be a day is written as the number that it is.
std::string written(Value value, Unit unit, Language language);

/// The targets for 100, 90, 80, 70 and 60 per cent; a plan may leave any of them blank.
using Bands = std::array<std::optional<Value>, 5>;
inline constexpr std::array<int, 5> band_percents{100, 90, 80, 70, 60};

/// What was achieved in each quarter of the fiscal year; empty: nothing told.
using Quarters = std::array<std::optional<Value>, 4>;

struct IndicatorFacts {
    Id<Indicator> id = {};
    std::string name = {};
    Unit unit = Unit::number;
    std::string unit_name = {}; ///< the plan's own word: `লক্ষ টাকা`
    Value weight = {};
    std::optional<Value> before_last = {}; ///< achieved two years ago
    std::optional<Value> last = {};        ///< achieved the year before
    Bands bands = {};
    Better better = Better::higher;
    ScoreRule rule = ScoreRule::interpolate;
    Count count = Count::sum;
    Id<Post> responsible = {};
    std::string evidence_expected = {}; ///< প্রমাণক
    /// The same activity may stand in several plans and is reported once: the indicator from
    /// which this one takes its progress.
    Id<Indicator> reported_with = {};
    Quarters quarters = {};
};

struct ActivityFacts {
    std::string name = {};
    std::vector<IndicatorFacts> indicators = {};
    int line = 0; ///< names it within its plan, through all versions; zero: not stored yet
};

struct AreaFacts {
    std::string name = {};
    Value weight = {}; ///< বিষয়ের মান; zero where the plan gives none
    std::vector<ActivityFacts> activities = {};
    int line = 0; ///< as of an activity; the two never share one
};

/// Numbered by their places: area ১, activity ১.১, indicator ১.১.১.
struct PlanFacts {
    std::string form = {}; ///< id of its template: `e-governance-2021`
    BilingualText title = {};
    BilingualText office = {};
    int fiscal_year = 0; ///< of its 1 July
    std::vector<AreaFacts> areas = {};
};

/// `১.২.৩` or `1.2.3`; indicator and activity 0 are left out.
std::string numbered(int area, int activity, int indicator, Language language);

} // namespace plans
} // namespace udb
