// The whole of a register, or what a list of it shows, as a table.
#pragma once

#include "host/module.hpp"
#include "kernel/words.hpp"
#include "registers/records/listing.hpp"
#include "registers/tables/writer.hpp"

#include <functional>

namespace udb {

struct ExportSource {
    RegisterView const& reg;
    Words const& words;
    ListQuery query = {};
    Sight sight = {};
    std::function<void(std::int64_t)> told = nullptr; ///< rows written, every thousand
};

/// Writes every record that a list with this query has, in the order of their numbers, heads first,
/// and says how many. Memory does not grow with the table.
std::int64_t write_table(Db& db, ExportSource const& source, TableWriter& to);

} // namespace udb
