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

/// Where a field's value is: `d.` for the register's own table, `r.` for the header.
std::string column_of(Field const& field);
/// A column as `Field::write` writes it.
std::string written_in(Row const& row, int column);

/// The verbs of a register that has none of its own: whoever acts may write at the place that the
/// field `office` names (at none without such a field), and what is referred to is there.
Result<Id<Record>> enter_row(Work& work, RegisterView const& reg, void const* row);
/// `read` holds the version that was read: else conflict. Fields that are `fixed` stay.
Done correct_row(Work& work, RegisterView const& reg, Header const& read, void const* row);

template <class Row>
Result<Id<Row>> enter(Work& work, Register<Row> const& reg, Row const& row) {
    return as<Row>(TRY(enter_row(work, reg, &row)));
}
template <class Row>
Done correct(Work& work, Register<Row> const& reg, Header const& read, Row const& row) {
    return correct_row(work, reg, read, &row);
}

/// What those verbs end in, for verbs of a module: header, row, and the event `<kind>.entered`.
/// Kind, titles and number of the header follow from the row.
Id<Record> save_new(Work& work, RegisterView const& reg, Header header, void const* row);
/// The same with `<kind>.corrected`. Nothing is written, and no event left, where nothing changed.
Done save_corrected(Work& work, RegisterView const& reg, Header header, void const* before,
                    void const* after);

} // namespace udb
