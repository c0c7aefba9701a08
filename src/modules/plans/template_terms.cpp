// The closed lists of forms: what columns show, which tables there are, how sure a figure is.
#include "modules/plans/plan_template.hpp"

#include <array>

namespace udb {
namespace {

using plans::Certainty;
using plans::ColumnKind;
using plans::Purpose;
using plans::TableKind;

constexpr std::array columns{
    Term<ColumnKind>{ColumnKind::serial, "serial", {"ক্রম", "No."}},
    Term<ColumnKind>{ColumnKind::area, "area", {"কার্যক্রমের ক্ষেত্র", "Area"}},
    Term<ColumnKind>{ColumnKind::area_weight, "area_weight", {"ক্ষেত্রের মান", "Weight of the area"}},
    Term<ColumnKind>{ColumnKind::activity, "activity", {"কার্যক্রম", "Activity"}},
    Term<ColumnKind>{
        ColumnKind::indicator, "indicator", {"কর্মসম্পাদন সূচক", "Performance indicator"}},
    Term<ColumnKind>{ColumnKind::evidence, "evidence", {"প্রমাণক", "Evidence"}},
    Term<ColumnKind>{ColumnKind::unit, "unit", {"একক", "Unit"}},
    Term<ColumnKind>{ColumnKind::count, "count", {"গণনা পদ্ধতি", "Way of counting"}},
    Term<ColumnKind>{ColumnKind::weight, "weight", {"সূচকের মান", "Weight of the indicator"}},
    Term<ColumnKind>{ColumnKind::before_last,
                     "before_last",
                     {"প্রকৃত অর্জন (দুই বছর আগে)", "Achieved two years ago"}},
    Term<ColumnKind>{ColumnKind::last, "last", {"প্রকৃত অর্জন (গত বছর)", "Achieved last year"}},
    Term<ColumnKind>{ColumnKind::band, "band", {"লক্ষ্যমাত্রা", "Targets"}},
    Term<ColumnKind>{ColumnKind::target, "target", {"পূর্ণ লক্ষ্যমাত্রা", "Full target"}},
    Term<ColumnKind>{ColumnKind::quarter, "quarter", {"ত্রৈমাসিক অর্জন", "Achieved in a quarter"}},
    Term<ColumnKind>{ColumnKind::half_year, "half_year", {"অর্ধবার্ষিক", "Half-year"}},
    Term<ColumnKind>{ColumnKind::year, "year", {"মোট অর্জন", "Total achieved"}},
    Term<ColumnKind>{ColumnKind::percent, "percent", {"অর্জনের হার", "Per cent achieved"}},
    Term<ColumnKind>{ColumnKind::score, "score", {"প্রাপ্ত নম্বর", "Score"}},
    Term<ColumnKind>{
        ColumnKind::evidence_kept, "evidence_kept", {"প্রমাণক সংযোজিত", "Evidence attached"}},
    Term<ColumnKind>{ColumnKind::projection, "projection", {"প্রক্ষেপণ", "Projection"}},
    Term<ColumnKind>{
        ColumnKind::responsible, "responsible", {"দায়িত্বপ্রাপ্ত পদ", "Responsible post"}},
    Term<ColumnKind>{ColumnKind::row_kind, "row_kind", {"লক্ষ্যমাত্রা/অর্জন", "Target or achievement"}},
    Term<ColumnKind>{ColumnKind::remark, "remark", {"মন্তব্য", "Remark"}},
};
constexpr std::array tables{
    Term<TableKind>{TableKind::plan, "plan", {"কর্মপরিকল্পনা", "Plan"}},
    Term<TableKind>{TableKind::progress, "progress", {"অগ্রগতি", "Progress"}},
    Term<TableKind>{TableKind::evaluation, "evaluation", {"মূল্যায়ন", "Evaluation"}},
};
constexpr std::array purposes{
    Term<Purpose>{Purpose::innovation, "innovation", {"উদ্ভাবন", "Innovation"}},
    Term<Purpose>{Purpose::right_to_information,
                  "right_to_information",
                  {"তথ্য অধিকার", "Right to information"}},
    Term<Purpose>{
        Purpose::grievance_redress, "grievance_redress", {"অভিযোগ প্রতিকার", "Grievance redress"}},
    Term<Purpose>{Purpose::citizens_charter,
                  "citizens_charter",
                  {"সেবা প্রদান প্রতিশ্রুতি", "Citizen's charter"}},
    Term<Purpose>{Purpose::integrity, "integrity", {"শুদ্ধাচার", "Integrity"}},
};
constexpr std::array certainties{
    Term<Certainty>{Certainty::found, "found", {"দলিলে পাওয়া", "Found in a paper"}},
    Term<Certainty>{
        Certainty::high, "high", {"স্মৃতি থেকে, প্রায় নিশ্চিত", "From memory, fairly sure"}},
    Term<Certainty>{Certainty::medium, "medium", {"স্মৃতি থেকে, মোটামুটি", "From memory, likely"}},
    Term<Certainty>{Certainty::low, "low", {"স্মৃতি থেকে, অনিশ্চিত", "From memory, unsure"}},
};

} // namespace

template <>
std::span<Term<ColumnKind> const> terms<ColumnKind>() {
    return columns;
}
template <>
std::span<Term<TableKind> const> terms<TableKind>() {
    return tables;
}
template <>
std::span<Term<Purpose> const> terms<Purpose>() {
    return purposes;
}
template <>
std::span<Term<Certainty> const> terms<Certainty>() {
    return certainties;
}

} // namespace udb
