// Cells of somebody's table, read as a plan's values, with what was mended on the way.
#pragma once

#include "base/message.hpp"
#include "modules/plans/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::plans {

/// A value, nothing (the cell is blank or says so: `-`, `প্রযোজ্য নয়`), or why it cannot be read.
struct CellRead {
    std::optional<Value> value = {};
    std::optional<Message> mended = {};
    std::optional<Message> wrong = {};
};

/// A number in either script, as a program or a person writes it, also with a word behind it
/// (`৫ টি`); a day in any form, also without its year (the fiscal year gives it) or as the number
/// by which spreadsheets count days.
CellRead read_cell(std::string_view text, Unit unit, int fiscal_year);

/// Whether a cell says that there is nothing.
bool says_nothing(std::string_view text);

/// `তারিখ`, `%`, `টাকা (লক্ষ)` …; nothing where the word is not known.
std::optional<Unit> unit_named(std::string_view text);
std::optional<Count> count_named(std::string_view text);

/// A name and the number before it: `[১.২.১] সভা আয়োজিত`, `১.২ সভা`. A number without a point or
/// bracket is taken for one only where it is `expected`: `৩ দিনের প্রশিক্ষণ` keeps its own.
struct NumberedName {
    std::string number = {}; ///< ASCII, `1.2.1`
    std::string name = {};
};
NumberedName numbered_name(std::string_view text, std::size_t expected = 0);

} // namespace udb::plans
