// A contribution as most modules find it: a record of theirs on a day.
#pragma once

#include "host/module.hpp"
#include "store/database.hpp"

namespace udb {

/// From a row that begins with the record's id, its titles in Bangla and in English, the path of
/// its office, and the day (ISO).
Contribution contribution_in(Row const& row, Bilingual group, std::string_view kind);

} // namespace udb
