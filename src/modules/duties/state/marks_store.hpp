// The marks that the journal left: kept as it is written, and taken anew from it.
#pragma once

#include "host/records.hpp"
#include "modules/duties/state/duty.hpp"

#include <unordered_map>
#include <vector>

namespace udb::duties {

/// Hears every event, and keeps the marks that it leaves.
void keep_marks(Work& work, std::string_view event, Id<Record> record, std::string_view office_path,
                Details const& details);

/// Takes the marks anew from the journal where they are missing, or were taken by other signals;
/// gives how many. Nobody else writes meanwhile: the program is starting.
std::int64_t take_marks_anew(Database& database);

/// Of one year, known by `known_by`; in order of signal, then day: what `Facts::marks` wants.
std::vector<Mark> marks_of(Db& db, Id<Office> office, bangla::FiscalYear year, Date known_by);
/// The same of every office of `path` and below that has any, by its id; one statement. These marks
/// tell of a thing only that it counts and when: neither its record, nor when it was done or
/// recorded.
std::unordered_map<std::int64_t, std::vector<Mark>>
marks_below(Db& db, std::string_view path, bangla::FiscalYear year, Date known_by);

} // namespace udb::duties
