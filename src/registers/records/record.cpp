#include "registers/records/record.hpp"

#include "host/sight.hpp"
#include "registers/records/rows.hpp"

namespace udb {

Result<LoadedRecord> load_record(Db& db, Call const& call, Act act) {
    return load_record(db, call, TRY(call.id<Record>()), act);
}

Result<LoadedRecord> load_record(Db& db, Call const& call, Id<Record> id, Act act) {
    auto const& reg = *call.kept->reg;
    auto header = find_record(db, reg.kind, id);
    if (!header) return not_found();
    TRY(act == Act::read ? allow_reading(call, *header)
                         : call.allow(reg.policy, act, header->target()));
    LoadedRecord loaded{std::move(*header), reg.blank()};
    load_row(db, reg, id, loaded.row.get());
    return loaded;
}

Result<Id<Record>> enter_kept(Work& work, Kept const& kept, void const* row) {
    return kept.enter ? kept.enter(work, row) : enter_row(work, *kept.reg, row);
}

Done correct_kept(Work& work, Kept const& kept, Header const& read, void const* row) {
    return kept.correct ? kept.correct(work, read, row) : correct_row(work, *kept.reg, read, row);
}

} // namespace udb
