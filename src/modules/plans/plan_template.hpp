// The form of a yearly plan as data (`plan-templates/*.toml`): what it is called, for which years
// and marks, the columns of its tables, and the usual activities to begin from.
#pragma once

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "modules/plans/plan.hpp"
#include "modules/plans/scoring.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::plans {

/// What a column shows of an indicator.
enum class ColumnKind {
    serial,        ///< ক্রম: the area's number
    area,          ///< কার্যক্রমের ক্ষেত্র / উদ্দেশ্য, with its number unless `serial` stands before
    area_weight,   ///< মান of the area
    activity,      ///< কার্যক্রম, numbered
    indicator,     ///< কর্মসম্পাদন সূচক, numbered
    evidence,      ///< প্রমাণক: what is expected
    unit,          ///< একক
    count,         ///< গণনা পদ্ধতি
    weight,        ///< সূচকের মান
    before_last,   ///< প্রকৃত অর্জন, two years ago
    last,          ///< প্রকৃত অর্জন, the year before
    band,          ///< লক্ষ্যমাত্রা, of `which` per cent (100 to 60)
    target,        ///< লক্ষ্যমাত্রা: the 100 % band alone
    quarter,       ///< achieved in quarter `which` (1 to 4)
    half_year,     ///< computed by the way of counting
    year,          ///< computed: মোট অর্জন
    percent,       ///< computed
    score,         ///< computed
    evidence_kept, ///< প্রমাণক সংযোজন করা হয়েছে কিনা: হ্যাঁ/না
    projection,    ///< প্রক্ষেপণ of a later year, left for hand; `which` years on
    responsible,   ///< the post
    row_kind,      ///< লক্ষ্যমাত্রা / অর্জন, where an indicator has two rows
    remark,        ///< left for hand
};

struct TableColumn {
    ColumnKind kind = ColumnKind::indicator;
    int which = 0; ///< the per cent of a band, the number of a quarter, the years of a projection
    BilingualText label = {};
    BilingualText group = {}; ///< the head over several columns; neighbours with the same share it
    double width = 1;         ///< share of the page
};

/// What a column is called in a plan of that year: group and label in one, years filled in.
BilingualText called(TableColumn const& column, int fiscal_year);
/// A label with its years filled in.
BilingualText with_years(BilingualText label, int fiscal_year);

/// One ordered table. The gaps `{year}`, `{last_year}`, `{year_before_last}`, `{next_year}` of
/// labels are filled with the fiscal year's name.
struct TableForm {
    std::string id; ///< `annex-14`
    BilingualText title = {};
    std::vector<TableColumn> columns = {};
    bool two_rows = false; ///< a row of targets and a row of achievements to each indicator
};

enum class TableKind { plan, progress, evaluation };

/// How sure a figure of the template is: seen in a public paper, or from memory (`O-H` … `O-L`).
enum class Certainty { found, high, medium, low };

/// Where a figure comes from.
struct Source {
    std::string id;
    Certainty certainty = Certainty::low;
    BilingualText title = {};
};

/// A figure of the starting tree that is not found in a paper, or that is: which source says it.
struct Sourced {
    Place place = {};
    std::string figure; ///< `weight`, `bands`, `name`, `area_weight`
    std::string source; ///< id of a Source
};

/// What plans of that form are for. Only the innovation plan is the one of C23 §4(2), L26 §2(2).
enum class Purpose {
    innovation,
    right_to_information,
    grievance_redress,
    citizens_charter,
    integrity
};

struct PlanTemplate {
    std::string id; ///< `e-governance-2021`
    Purpose purpose = Purpose::innovation;
    BilingualText title = {};
    int first_year = 0;                ///< fiscal year of its 1 July
    std::optional<int> last_year = {}; ///< nothing: still in use
    Scale scale = {};                  ///< total marks, and what they are brought to
    bool bracketed = false;            ///< numbers as `[১.১.১]`
    TableForm plan = {};
    TableForm progress = {};
    TableForm evaluation = {};
    PlanFacts start = {}; ///< the usual tree; a target day stands in the first year of the template
    std::vector<Source> sources = {};
    std::vector<Sourced> sourced = {};

    TableForm const& table(TableKind kind) const;
    bool used_in(int fiscal_year) const {
        return fiscal_year >= first_year && (!last_year || fiscal_year <= *last_year);
    }
};

/// Those that the program carries, by id.
std::span<PlanTemplate const> plan_templates();
/// Null where there is none of that id.
PlanTemplate const* plan_template(std::string_view id);

/// All files together (tables in `tables/`, templates beside), or every problem at once with file
/// and path.
Result<std::vector<PlanTemplate>> read_plan_templates(std::span<EmbeddedFile const> files);

/// The usual tree for that year: days of targets moved to it (31-07-2018 → 31-07-2025), form,
/// title and year set. No achievements.
PlanFacts start_of(PlanTemplate const& form, int fiscal_year);

} // namespace udb::plans

namespace udb {

template <>
std::span<Term<plans::ColumnKind> const> terms<plans::ColumnKind>();
template <>
std::span<Term<plans::TableKind> const> terms<plans::TableKind>();
template <>
std::span<Term<plans::Purpose> const> terms<plans::Purpose>();
template <>
std::span<Term<plans::Certainty> const> terms<plans::Certainty>();

} // namespace udb
