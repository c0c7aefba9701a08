// `udbhabon migrate`: brings the schema of a database forward.
#pragma once

#include "app/commands/surroundings.hpp"

namespace udb::app {

struct MigrateOptions {
    bool check = false; ///< only say what is to be done; 1 where there is something
};

int run(MigrateOptions const& options, Database& database, Surroundings const& s);

} // namespace udb::app
