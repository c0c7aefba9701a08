// What backing up and restoring say alike.
#pragma once

#include "app/commands/surroundings.hpp"
#include "store/backup.hpp"

namespace udb::app {

/// A line on `err` for each table that is done.
TellCopied progress(Surroundings const& s);

/// The last line, with `{path}`, `{tables}` and `{rows}`; gives 0.
int told(char const* key, std::filesystem::path const& path, std::vector<CopiedTable> const& copied,
         Surroundings const& s);

} // namespace udb::app
