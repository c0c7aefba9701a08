#include "modules/plans/plan_table.hpp"

#include "modules/plans/table_cells.hpp"

namespace udb::plans {

PlanSheet plan_sheet(PlanShown const& shown, Words const& words) {
    auto const& columns = shown.form.table(shown.kind).columns;
    TableCells const cells(shown, words);
    PlanSheet sheet;
    for (auto const& column : columns)
        sheet.heads.push_back(words(called(column, shown.plan.fiscal_year)));
    for (auto const& row : cells.rows()) {
        auto& line = sheet.rows.emplace_back();
        for (auto const& column : columns)
            line.push_back(cells.sheet(column, row));
    }
    return sheet;
}

} // namespace udb::plans
