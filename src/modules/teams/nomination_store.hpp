// The statements of the nomination help.
#pragma once

#include "modules/teams/nomination.hpp"
#include "modules/teams/store.hpp"

namespace udb::teams {

inline constexpr int nominees_most = 200;

/// Officers who hold a post of the office at `path` on `day`, with `below` of those under it too;
/// each once, in two statements.
std::vector<Nominee> nominees_at(Db& db, std::string const& path, bool below, Date day);

} // namespace udb::teams
