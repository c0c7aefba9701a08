// `export` and `import`: a register as a file, and a file into a register.
#pragma once

#include "app/commands/surroundings.hpp"
#include "host/module.hpp"

#include <string>

namespace udb::app {

struct TableExport {
    std::string reg;         ///< its name: `libraries`
    std::string format = {}; ///< `csv` or `xlsx`; empty: as the output's name ends, else CSV
    std::string output = {}; ///< empty: standard output
    std::span<Module const* const> modules = {};
};
/// Every record, whoever may see it. 0, or 1 with the reason on `err`.
int run(TableExport const& options, Database& database, Surroundings const& s);

struct TableImport {
    std::string reg;
    std::string file;
    std::string as; ///< the account that acts: its permissions hold, and the events are its
    bool dry_run = false;
    std::span<Module const* const> modules = {};
};
/// Tells every mistake and what would be done; saves all of it where there is no mistake and it is
/// no dry run. 0, or 1 where something is wrong.
int run(TableImport const& options, Database& database, Surroundings const& s);

} // namespace udb::app
