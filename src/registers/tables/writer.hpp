// A table on its way out, row by row, in constant memory: CSV or XLSX.
#pragma once

#include "base/date.hpp"
#include "web/http/body_file.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace udb {

enum class TableFormat { csv, xlsx };
std::optional<TableFormat> table_format_named(std::string_view name);
/// `csv`, `xlsx`.
std::string_view name_of(TableFormat format);
std::string media_type_of(TableFormat format);

/// What a cell says, and what it is: XLSX has real numbers and dates.
struct TableCell {
    std::string text = {}; ///< a date as `2026-01-26`, a number in ASCII digits
    enum class Kind { text, number, date } kind = Kind::text;
};

class TableWriter {
public:
    virtual ~TableWriter() = default;
    virtual void heads(std::span<std::string const> labels) = 0;
    virtual void row(std::span<TableCell const> cells) = 0;
    /// Once, after the last row. Throws std::system_error where the machine has no room.
    virtual void finish() = 0;
};

/// Writes to `file`, which must outlive it. `title` names the sheet of an XLSX file.
std::unique_ptr<TableWriter> table_writer(TableFormat format, web::BodyFile& file,
                                          std::string_view title);

} // namespace udb
