// Comma-separated values (RFC 4180) as spreadsheets write and read them.
#pragma once

#include "base/result.hpp"
#include "registers/tables/table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace udb {

/// Spreadsheets show Bangla only behind it.
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

/// A text that a spreadsheet would run as a formula gets an apostrophe before it; `unguarded`
/// takes it off again.
std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view text);

/// Appends one record, quoted where it must be, ended by CR LF.
void append_csv(std::string& out, std::span<std::string const> cells);

/// The records of a UTF-8 text, separated by comma, semicolon or tab, whichever its first line
/// shows (or `sep=;` says), ended by CR, LF or both. Guards are taken off. Refusals:
/// `host.import_quote_open {row}`, `host.import_too_many_rows {most}`,
/// `host.import_too_many_columns {most}`.
Result<Table> read_csv(std::string_view text, TableLimits const& limits = {});

} // namespace udb
