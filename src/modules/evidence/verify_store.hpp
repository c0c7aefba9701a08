// Whether every kept file is what was kept: `udbhabon evidence verify`.
#pragma once

#include "store/database.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace udb::evidence {

struct FileProblem {
    enum class Kind {
        damaged,  ///< other bytes than were kept
        missing,  ///< no bytes
        orphaned, ///< bytes that no row names
    };
    Kind kind = Kind::damaged;
    std::string sha256 = {};
    /// Of the files with these bytes: their names, and the records they are kept with (`evidence
    /// 7`).
    std::vector<std::string> names = {};
    std::vector<std::string> records = {};
};

struct VerifiedFiles {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    std::vector<FileProblem> problems = {};
};

/// Hashes every file that a row names, a little at a time, in the order of the names; `progress` is
/// told how many now and then.
VerifiedFiles verify_files(Database& database,
                           std::function<void(std::int64_t files)> const& progress = nullptr);

} // namespace udb::evidence
