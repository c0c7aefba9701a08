// A table on its way into a register: what each row would do, and what is wrong with it, before
// anything is saved; and then all of it through the register's verbs.
#pragma once

#include "host/module.hpp"
#include "host/records.hpp"
#include "kernel/words.hpp"
#include "registers/exchange/columns.hpp"
#include "registers/tables/table.hpp"

#include <functional>

namespace udb {

inline constexpr std::size_t import_bytes_max = std::size_t{20} << 20;

/// The table in the bytes of an upload: XLSX, or CSV in UTF-8 or UTF-16. What it is, the bytes
/// tell, not its name. Refusals say what to do instead.
Result<Table> read_table(std::string_view bytes, TableLimits const& limits = {});

/// What the columns of the file are.
struct ImportHeads {
    std::vector<std::optional<TableColumn>> columns = {}; ///< nothing for one that is not known
    std::vector<std::string> unknown = {};                ///< the heads of those
};
/// Refused where there is no row, no known column, or one column twice.
Result<ImportHeads> read_heads(Catalogue const& words, RegisterView const& reg, Table const& table);

/// Something wrong with a row.
struct ImportProblem {
    std::int64_t row = 0;      ///< number in the file
    BilingualText column = {}; ///< empty: the row as a whole
    std::string cell = {};     ///< what stands there
    Message message = {};
};

/// What the rows would do. A row whose id (or number) a record has corrects that one; one that says
/// in every field what a record says already does nothing; any other is entered.
struct ImportSummary {
    std::int64_t rows = 0;
    std::int64_t entered = 0;
    std::int64_t corrected = 0;
    std::int64_t unchanged = 0;
    std::int64_t faulty = 0;   ///< rows with problems
    std::int64_t problems = 0; ///< of all rows
    /// Of every row what it does, to which record, in which version: a report that was read holds
    /// while this is the same.
    std::string seen = {};
};

struct ImportSource {
    Kept const& kept;
    Catalogue const& words;
    Table const& table;
    ImportHeads const& heads;
    std::function<void(std::int64_t)> told = nullptr; ///< rows done, every thousand
};

/// Reads every row against the register and the database, a few statements for each 500 rows, and
/// tells every problem, in the order of the rows.
ImportSummary examine_import(Db& db, Actor const& actor, ImportSource const& source,
                             std::function<void(ImportProblem const&)> const& wrong);

/// Enters and corrects in the transaction of `work`. A conflict where `seen` is given and no longer
/// true; `invalid` where rows have problems, or a verb refuses one (`problem`, if given, says
/// which).
Result<ImportSummary> carry_out_import(Work& work, ImportSource const& source,
                                       std::optional<std::string> const& seen = {},
                                       std::function<void(ImportProblem const&)> const& wrong = {});

/// Runs the verbs and keeps nothing: what a register's own verbs refuse is told before anything is
/// saved. The caller rolls back what was written.
void rehearse_import(Work& work, ImportSource const& source,
                     std::function<void(ImportProblem const&)> const& wrong);

} // namespace udb
