// Files that are linked into the program (cmake/layers.cmake, udb_embed): words, migrations,
// mandates, assets.
#pragma once

#include <span>
#include <string_view>

namespace udb {

struct EmbeddedFile {
    std::string_view
        name; ///< relative to the folder it was taken from, `migrations/20260701_create_teams.sql`
    std::string_view bytes;
};

} // namespace udb
