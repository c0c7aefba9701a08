// What happened to several records at once, in one statement.
#pragma once

#include "host/work.hpp"

#include <span>
#include <vector>

namespace udb {

struct RecordEvent {
    Id<Record> record = {};
    Event event = {};
};
/// The newest first.
std::vector<RecordEvent> events_of_all(Db& db, std::span<Id<Record> const> ids, int most);

} // namespace udb
