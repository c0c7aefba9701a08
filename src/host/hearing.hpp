// A module hears what others did, in the same transaction: what follows from it is saved with it or
// not at all.
#pragma once

#include "host/work.hpp"

#include <string_view>

namespace udb {

/// What an event told: its record, its place, its details.
using Hearing = void (*)(Work& work, Id<Record> record, std::string_view office_path,
                         Details const& details);

/// `hearing` is called whenever `event` is recorded. Called while the program starts, before any
/// thread; gives true, to stand in an initialiser beside a manifest.
bool hear(std::string_view event, Hearing hearing);

/// The same for every event, by its name.
using HearingEach = void (*)(Work& work, std::string_view event, Id<Record> record,
                             std::string_view office_path, Details const& details);
bool hear_each(HearingEach hearing);

/// Calls those who hear `event`; for Work::record.
void tell_hearers(Work& work, std::string_view event, Id<Record> record,
                  std::string_view office_path, Details const& details);

} // namespace udb
