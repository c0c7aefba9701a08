// What stands in each cell of a plan's table, for spreadsheets and papers alike.
#pragma once

#include "modules/plans/plan_table.hpp"

namespace udb::plans {

/// One row of the table: an indicator, or one of its two rows.
struct TableRow {
    Place place = {};
    AreaFacts const* area = nullptr;
    ActivityFacts const* activity = nullptr;
    IndicatorFacts const* indicator = nullptr;
    Score const* score = nullptr;
    bool targets = true;      ///< shows what was planned
    bool achievements = true; ///< shows what was achieved
};

class TableCells {
public:
    TableCells(PlanShown const& shown, Words const& words);
    TableCells(TableCells const&) = delete;

    std::vector<TableRow> rows() const;
    PlanScore const& score() const { return score_; }

    /// A label with its years filled in.
    std::string head(BilingualText const& label) const;
    SheetCell sheet(TableColumn const& column, TableRow const& row) const;
    /// As the paper shows it.
    std::string text(TableColumn const& column, TableRow const& row) const;

private:
    /// A text, or a value with the unit in which it is written.
    struct Content {
        std::string text = {};
        std::optional<Value> value = {};
        Unit unit = Unit::number;
    };
    Content content(TableColumn const& column, TableRow const& row) const;
    Content planned(TableColumn const& column, TableRow const& row) const;
    Content achieved(TableColumn const& column, TableRow const& row) const;
    std::string named(Place const& place, std::string const& name) const;

    PlanShown const& shown_;
    Words const& words_;
    PlanScore score_;
    bool serial_ = false; ///< a column of its own has the area's number
};

} // namespace udb::plans
