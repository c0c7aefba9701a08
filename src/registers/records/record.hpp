// One record of a register, loaded and saved for whoever asks: for pages and the API alike.
#pragma once

#include "host/call.hpp"
#include "host/records.hpp"

namespace udb {

/// A record as it was read.
struct LoadedRecord {
    Header header;
    AnyRecord row;
};
/// A record of `call.kept`, by default the one that the address names; forbidden where the actor
/// may not do `act` to it.
Result<LoadedRecord> load_record(Db& db, Call const& call, Act act);
Result<LoadedRecord> load_record(Db& db, Call const& call, Id<Record> id, Act act);

/// Through the register's own verbs where it has them.
Result<Id<Record>> enter_kept(Work& work, Kept const& kept, void const* row);
Done correct_kept(Work& work, Kept const& kept, Header const& read, void const* row);

} // namespace udb
