// The statements of the import: outside numbers, what may be matched, and the reports kept.
#pragma once

#include "modules/doptor/arranging.hpp"
#include "modules/doptor/doptor.hpp"
#include "modules/doptor/matching.hpp"
#include "modules/offices/offices.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace udb::doptor {

struct Link {
    Id<Record> record = {};
    std::string said = {};
};
using Links = std::map<Key, Link>;

/// All of them, in one statement.
Links links_of(Db& db);
/// In portions of many rows a statement.
void save_links(Db& db, Links const& changed);

/// Offices and posts that no number of Doptor is known of.
std::vector<Unlinked> unlinked_offices(Db& db);
std::vector<UnlinkedPost> unlinked_posts(Db& db);

/// One import as a list shows it.
struct ImportLine {
    Id<DoptorImport> id = {};
    Instant at = {};
    BilingualText who = {};
    std::string files = {};
    Report report = {}; ///< without its lines
};
Id<DoptorImport> keep_import(Work& work, std::string const& files, Report const& report);
std::vector<ImportLine> imports_of(Db& db, int most);
std::optional<ImportLine> find_import(Db& db, Id<DoptorImport> id);
/// Lines of one import in their order: those with this outcome, or all.
struct KeptLines {
    std::vector<Line> lines = {};
    std::int64_t total = 0;
};
KeptLines lines_of(Db& db, Id<DoptorImport> id, std::optional<Outcome> outcome, int size,
                   std::int64_t offset);

} // namespace udb::doptor
