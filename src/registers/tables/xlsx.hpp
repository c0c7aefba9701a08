// The first visible sheet of an XLSX file (ECMA-376) as a table.
#pragma once

#include "base/result.hpp"
#include "registers/tables/table.hpp"

#include <string_view>

namespace udb {

/// What an XLSX file may unfold to: a small file can hold gigabytes of the same letter.
inline constexpr std::size_t xlsx_unfolded_max = std::size_t{256} << 20;

/// Dates come as `2026-01-26`, numbers without a needless fraction, yes and no as 1 and 0, a
/// formula as its last result. Refusals: `host.import_xlsx_damaged`, `host.import_locked` (a
/// password, or the old XLS), `host.import_not_a_table` (another kind of archive),
/// `host.import_unfolds {most}`, `host.import_too_many_rows {most}`,
/// `host.import_too_many_columns {most}`.
Result<Table> read_xlsx(std::string_view bytes, TableLimits const& limits = {});

} // namespace udb
