// Row by row: what it would do, and what is wrong with it.
#pragma once

#include "registers/exchange/import.hpp"

#include <functional>

namespace udb {

/// A row that has nothing wrong and changes something.
struct PlannedRow {
    std::int64_t number = 0;
    std::optional<Header> corrects = {}; ///< nothing: it is entered
    AnyRecord row;
};

using ImportWrong = std::function<void(ImportProblem const&)>;
using ImportPlan = std::function<void(PlannedRow)>;

ImportSummary plan_import(Db& db, Actor const& actor, ImportSource const& source,
                          ImportWrong const& wrong, ImportPlan const& plan);

} // namespace udb
