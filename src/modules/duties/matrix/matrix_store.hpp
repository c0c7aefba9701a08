// Many offices at once: which function each of them meets.
#pragma once

#include "modules/duties/office/duty_office_store.hpp"

#include <map>

namespace udb::duties {

struct MatrixRow {
    DutyOffice office = {};
    Mandate const* mandate = nullptr;   ///< in force for it on the day; null where there is none
    Mandate const* functions = nullptr; ///< whose functions the states are of
    std::vector<State> states = {};     ///< by function number less one
};

/// The office of `path` and those below it, as things were known on `on`; three statements, however
/// many offices. At most `matrix_offices_max` of them.
std::vector<MatrixRow> matrix(Db& db, std::string_view path, bangla::FiscalYear year, Date on);
inline constexpr int matrix_offices_max = 5'000;

} // namespace udb::duties
