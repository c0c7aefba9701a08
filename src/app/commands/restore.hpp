// `udbhabon restore`: fills an empty database from a backup.
#pragma once

#include "app/commands/surroundings.hpp"

#include <filesystem>

namespace udb::app {

struct RestoreOptions {
    std::filesystem::path from;
};

int run(RestoreOptions const& options, Database& database, Surroundings const& s);

} // namespace udb::app
