// The whole of a register, or what a list of it shows, as a table.
#pragma once

#include "host/module.hpp"
#include "kernel/words.hpp"
#include "registers/export_file.hpp"
#include "registers/listing.hpp"

#include <functional>

namespace udb {

/// Writes every record that a list with this query has, in the order of their numbers, heads first,
/// and says how many; `told` hears of it every thousand. Memory does not grow with the table.
std::int64_t write_table(Db& db, RegisterView const& reg, ListQuery const& query,
                         Scope const& scope, Words const& words, TableWriter& to,
                         std::function<void(std::int64_t)> const& told = nullptr);

} // namespace udb
