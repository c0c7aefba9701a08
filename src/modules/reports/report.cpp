#include "modules/reports/report.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

using reports::Kind;
using reports::Stage;

constexpr std::array kinds{
    Term<Kind>{Kind::annual, "annual", {"বার্ষিক প্রতিবেদন", "Annual report"}},
    Term<Kind>{Kind::half_yearly,
               "half_yearly",
               {"অর্ধবার্ষিক স্ব-মূল্যায়ন প্রতিবেদন", "Half-yearly self-assessment report"}},
    Term<Kind>{Kind::q1, "q1", {"প্রথম ত্রৈমাসিক অগ্রগতি প্রতিবেদন", "Progress report, first quarter"}},
    Term<Kind>{
        Kind::q2, "q2", {"দ্বিতীয় ত্রৈমাসিক অগ্রগতি প্রতিবেদন", "Progress report, second quarter"}},
    Term<Kind>{Kind::q3, "q3", {"তৃতীয় ত্রৈমাসিক অগ্রগতি প্রতিবেদন", "Progress report, third quarter"}},
    Term<Kind>{
        Kind::q4, "q4", {"চতুর্থ ত্রৈমাসিক অগ্রগতি প্রতিবেদন", "Progress report, fourth quarter"}},
};
constexpr std::array stages{
    Term<Stage>{Stage::draft, "draft", {"খসড়া", "Draft"}},
    Term<Stage>{Stage::submitted, "submitted", {"অনুমোদনের জন্য পেশকৃত", "Put up for approval"}},
    Term<Stage>{Stage::approved, "approved", {"অনুমোদিত", "Approved"}},
    Term<Stage>{Stage::published, "published", {"প্রকাশিত", "Published"}},
};

} // namespace

template <>
std::span<Term<Kind> const> terms<Kind>() {
    return kinds;
}
template <>
std::span<Term<Stage> const> terms<Stage>() {
    return stages;
}

namespace reports {

Result<Stage> moved(Stage from, Move move, Id<Account> actor,
                    std::vector<Id<Account>> const& editors) {
    auto const step = lifecycle.find(from, move);
    if (!step) return refused({"reports.move_not_now", {{"stage", BilingualText{label_of(from)}}}});
    if (move == Move::approve && std::ranges::find(editors, actor) != editors.end())
        return refused({"reports.second_person"});
    return step->to;
}

Quarters quarters_of(Kind kind) {
    switch (kind) {
    case Kind::annual: return {1, 4};
    case Kind::half_yearly: return {1, 2};
    case Kind::q1: return {1, 1};
    case Kind::q2: return {2, 2};
    case Kind::q3: return {3, 3};
    case Kind::q4: return {4, 4};
    }
    return {};
}

bangla::Days days_of(Kind kind, int fiscal_year) {
    auto const [first, last] = quarters_of(kind);
    bangla::FiscalYear const year{fiscal_year};
    return {bangla::days_of(year, first).first, bangla::days_of(year, last).last};
}

BilingualText title_of(Kind kind, int fiscal_year) {
    auto const label = label_of(kind);
    bangla::FiscalYear const year{fiscal_year};
    return {std::string(label.bn) + ", " + bangla::name(year, Language::bn),
            std::string(label.en) + ", " + bangla::name(year, Language::en)};
}

} // namespace reports
} // namespace udb
