// The columns of somebody's table, found by their heads.
#pragma once

#include "modules/plans/plan_import.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace udb::plans {

struct HeadColumn {
    ColumnKind kind = ColumnKind::remark;
    int which = 0; ///< per cent of a band, number of a quarter
    bool operator==(HeadColumn const&) const = default;
};

/// What a head says by itself: a known label in either language and any spelling that folds to the
/// same, a fiscal year in it or not. `মান` alone is the area's until `settle_heads` looks around.
std::optional<HeadColumn> head_named(std::string_view text, int fiscal_year);

struct SheetHeads {
    std::size_t first_row = 0;                           ///< index in the rows
    std::size_t rows = 1;                                ///< how many rows the heads take
    std::vector<std::optional<HeadColumn>> columns = {}; ///< by column of the sheet
    std::vector<std::string> unknown = {};

    /// Where such a column stands.
    std::optional<std::size_t> at(ColumnKind kind, int which = 0) const;
};

/// Looks through the first rows for the one that names most columns, an indicator's among them.
std::optional<SheetHeads> find_heads(std::span<SheetRow const> rows, int fiscal_year);

} // namespace udb::plans
