// A plan read from a table that somebody kept in a spreadsheet: its columns found by their heads,
// its rows read one by one, and every one of them reported on before anything is saved.
#pragma once

#include "base/result.hpp"
#include "modules/plans/plan_template.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::plans {

/// A row as the file has it, with its number there (from 1). The texts must outlive the reading.
struct SheetRow {
    std::int64_t number = 0;
    std::vector<std::string_view> cells = {};
};

/// More indicators than this are refused: no plan has so many, so it is another table.
inline constexpr std::size_t import_indicators_max = 5'000;
/// So many rows are reported on one by one; of the rest only the count is told.
inline constexpr std::size_t import_rows_told_max = 2'000;

enum class RowState {
    taken,       ///< as it stands
    mended,      ///< taken, and `says` what was understood otherwise than written
    refused,     ///< left out, and `says` why
    passed_over, ///< no indicator: a second row of heads, column numbers, totals, a signature
};

/// What is said of a row, and of which of its columns (empty: of the row).
struct RowSays {
    BilingualText column = {};
    Message message;
};

struct ReportedRow {
    std::int64_t number = 0;
    RowState state = RowState::taken;
    Place place = {}; ///< in the plan; of rows taken or mended
    std::string name = {};
    std::string responsible = {}; ///< the post's name as written: whose it is, is not known here
    std::vector<RowSays> says = {};
};

struct PlanImport {
    PlanFacts plan = {};
    std::int64_t head_row = 0;
    std::vector<BilingualText> found = {};   ///< columns, by their labels
    std::vector<BilingualText> missing = {}; ///< columns of the template that the table has not
    std::vector<std::string> unknown = {};   ///< heads that say nothing to us, as written
    std::vector<ReportedRow> rows = {};
    std::size_t untold = 0; ///< rows that `rows` does not hold
    std::size_t taken = 0, mended = 0, refused = 0, passed_over = 0; ///< of all rows
    std::vector<Finding> findings = {}; ///< of the plan that came of it
};

/// Reads `rows` as a plan of `form` for `fiscal_year`. Heads in Bangla or English, in any order and
/// spelling that folds to the same, over one row or two (a group and its columns); digits of both
/// scripts; days in any form; an area or activity left blank is the one above (merged cells).
/// Refusals: `plan_import.empty`, `plan_import.no_heads` (no row names an indicator and two columns
/// more), `plan_import.no_weights`, `plan_import.too_many` {most}, `plan_import.nothing` where no
/// row looks like an indicator. Where rows do, but none could be taken, the report says why.
Result<PlanImport> import_plan(std::span<SheetRow const> rows, PlanTemplate const& form,
                               int fiscal_year);

} // namespace udb::plans
