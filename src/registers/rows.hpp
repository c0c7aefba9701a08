// The detail rows of a register: one table, its columns named by the fields, its key the header's.
#pragma once

#include "host/records.hpp"
#include "kernel/register.hpp"

namespace udb {

/// Reads the row `id` into `record`; false where there is none.
bool load_row(Db& db, RegisterView const& reg, Id<Record> id, void* record);
void insert_row(Db& db, RegisterView const& reg, Id<Record> id, void const* record);
void update_row(Db& db, RegisterView const& reg, Id<Record> id, void const* record);

/// Every field as an event tells it, the empty ones left out.
Details details_of(RegisterView const& reg, void const* record);
/// What changed: `field` with `before → after`.
Details details_of(std::vector<Change> const& changed);

/// A new record: header, row, and the event `<kind>.entered`.
template <class Row>
Id<Row> enter(Work& work, Register<Row> const& reg, Header const& header, Row const& row) {
    auto const id = add_record(work, header);
    insert_row(work.db, reg, id, &row);
    work.record(header.kind + ".entered", id, header.office_path, details_of(reg, &row));
    return as<Row>(id);
}

/// A corrected record: header (which holds the version that was read), row, and the event
/// `<kind>.corrected`. Nothing is written, and no event left, where nothing changed.
template <class Row>
Done correct(Work& work, Register<Row> const& reg, Header const& header, Row const& before,
             Row const& after) {
    auto const changed = changes(reg.fields, &before, &after);
    if (changed.empty()) return {};
    TRY(save_record(work, header));
    update_row(work.db, reg, header.id, &after);
    work.record(header.kind + ".corrected", header.id, header.office_path, details_of(changed));
    return {};
}

} // namespace udb
