#include "modules/plans/plan_terms.hpp"

#include <array>

namespace udb {
namespace {

using plans::Assessor;
using plans::Better;
using plans::Count;
using plans::IndicatorStage;
using plans::Period;
using plans::ScoreRule;
using plans::Stage;
using plans::Unit;

constexpr std::array units{
    Term<Unit>{Unit::number, "number", {"সংখ্যা", "Number"}},
    Term<Unit>{Unit::percent, "percent", {"শতকরা", "Per cent"}},
    Term<Unit>{Unit::date, "date", {"তারিখ", "Date"}},
    Term<Unit>{Unit::amount, "amount", {"পরিমাণ", "Amount"}},
};
constexpr std::array betters{
    Term<Better>{Better::higher, "higher", {"বেশি হলে ভালো", "Higher is better"}},
    Term<Better>{Better::lower, "lower", {"কম বা আগে হলে ভালো", "Lower or earlier is better"}},
};
constexpr std::array rules{
    Term<ScoreRule>{ScoreRule::interpolate,
                    "interpolate",
                    {"আনুপাতিক (দুই মানের মাঝে)", "In proportion between bands"}},
    Term<ScoreRule>{ScoreRule::step, "step", {"ধাপে ধাপে", "By bands"}},
    Term<ScoreRule>{
        ScoreRule::all_or_nothing, "all_or_nothing", {"পূর্ণ অথবা শূন্য", "All or nothing"}},
    Term<ScoreRule>{ScoreRule::proportional,
                    "proportional",
                    {"লক্ষ্যমাত্রার অনুপাতে", "In proportion to the target"}},
};
constexpr std::array counts{
    Term<Count>{Count::sum, "sum", {"সমষ্টি", "Sum"}},
    Term<Count>{Count::average, "average", {"গড়", "Average"}},
    Term<Count>{Count::cumulative, "cumulative", {"ক্রমপুঞ্জীভূত", "Cumulative"}},
    Term<Count>{Count::last, "last", {"সর্বশেষ", "Latest"}},
    Term<Count>{Count::date, "date", {"তারিখ", "Date"}},
};
constexpr std::array stages{
    Term<Stage>{Stage::draft, "draft", {"খসড়া", "Draft"}},
    Term<Stage>{Stage::submitted, "submitted", {"অনুমোদনের জন্য পেশকৃত", "Put up for approval"}},
    Term<Stage>{Stage::approved, "approved", {"অনুমোদিত", "Approved"}},
    Term<Stage>{Stage::closed, "closed", {"বছর সমাপ্ত", "Year closed"}},
};
constexpr std::array periods{
    Term<Period>{Period::q1, "q1", {"প্রথম ত্রৈমাসিক", "First quarter"}},
    Term<Period>{Period::q2, "q2", {"দ্বিতীয় ত্রৈমাসিক", "Second quarter"}},
    Term<Period>{Period::half, "half", {"অর্ধবার্ষিক", "Half-year"}},
    Term<Period>{Period::q3, "q3", {"তৃতীয় ত্রৈমাসিক", "Third quarter"}},
    Term<Period>{Period::q4, "q4", {"চতুর্থ ত্রৈমাসিক", "Fourth quarter"}},
    Term<Period>{Period::year, "year", {"বার্ষিক", "Year"}},
};
constexpr std::array assessors{
    Term<Assessor>{Assessor::self, "self", {"স্ব-মূল্যায়ন", "Self-assessment"}},
    Term<Assessor>{
        Assessor::higher, "higher", {"ঊর্ধ্বতন দপ্তরের মূল্যায়ন", "Assessment by the higher office"}},
};
constexpr std::array indicator_stages{
    Term<IndicatorStage>{IndicatorStage::draft, "draft", {"খসড়া", "Draft"}},
    Term<IndicatorStage>{IndicatorStage::approved, "approved", {"অনুমোদিত", "Approved"}},
    Term<IndicatorStage>{
        IndicatorStage::removed, "removed", {"সংশোধনে বাদ", "Taken out by an amendment"}},
    Term<IndicatorStage>{
        IndicatorStage::discarded, "discarded", {"খসড়ায় বাদ", "Taken out of the draft"}},
};

} // namespace

template <>
std::span<Term<Unit> const> terms<Unit>() {
    return units;
}
template <>
std::span<Term<Better> const> terms<Better>() {
    return betters;
}
template <>
std::span<Term<ScoreRule> const> terms<ScoreRule>() {
    return rules;
}
template <>
std::span<Term<Count> const> terms<Count>() {
    return counts;
}
template <>
std::span<Term<Stage> const> terms<Stage>() {
    return stages;
}
template <>
std::span<Term<Period> const> terms<Period>() {
    return periods;
}
template <>
std::span<Term<Assessor> const> terms<Assessor>() {
    return assessors;
}
template <>
std::span<Term<IndicatorStage> const> terms<IndicatorStage>() {
    return indicator_stages;
}

} // namespace udb
