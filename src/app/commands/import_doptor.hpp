// `udbhabon import-doptor`: the national office directory's JSON into offices and posts.
#pragma once

#include "app/commands/surroundings.hpp"

#include <string>
#include <vector>

namespace udb::app {

/// `import-doptor FOLDER|FILES…`. A folder gives all its `*.json`, in the order of their names.
struct ImportDoptor {
    std::vector<std::string> from;
    bool dry_run = false;
    bool json = false;
};

/// 0: taken (or tried), whatever single rows were refused; 1: a file cannot be read.
int run(ImportDoptor const& options, Database& database, Surroundings const& s);

} // namespace udb::app
