// Every row of one database into another of the same schema; one of the two is SQLite.
#pragma once

#include "store/backup.hpp"

namespace udb::store {

struct Table {
    std::string name;
    std::vector<std::string> columns;
};

/// The tables of an SQLite database whose rows belong into a backup.
std::vector<Table> tables_of(Db& sqlite);

/// The names of all tables, of either engine, but `schema_migrations` and those whose names begin
/// with `derived_`: these are made anew from the others (host/search.hpp).
std::vector<std::string> table_names(Db& db);

/// Lets the numbers that PostgreSQL gives go on after those that rows brought with them.
void number_on(Db& db);

std::int64_t row_count(Db& db, std::string const& table);

/// Replaces the rows of `to`. Triggers sleep; references are checked at the end.
std::vector<CopiedTable> copy_rows(Db& from, Db& to, std::vector<Table> const& tables,
                                   TellCopied const& tell);

} // namespace udb::store
