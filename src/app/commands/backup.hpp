// `udbhabon backup`: writes every row and every file of a database into one file.
#pragma once

#include "app/commands/surroundings.hpp"

#include <filesystem>

namespace udb::app {

struct BackupOptions {
    std::filesystem::path to; ///< must not be there yet
};

int run(BackupOptions const& options, Database& database, Surroundings const& s);

} // namespace udb::app
