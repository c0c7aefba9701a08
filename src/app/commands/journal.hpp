// `udbhabon journal`: verifies the chain of events, exports its heads, makes the key to sign them.
#pragma once

#include "app/commands/surroundings.hpp"

#include <filesystem>

namespace udb::app {

/// Reads the whole journal and names every entry that was altered, removed, inserted or moved.
/// 0: whole; 1: not, or the head file is not to be believed.
struct JournalVerify {
    std::filesystem::path head = {}; ///< a file of `journal head` that must be part of the journal
    std::filesystem::path key = {};  ///< the open key that the head must be signed with
    bool json = false;
};
int run(JournalVerify const& options, Database& database, Surroundings const& s);

struct JournalHead {
    std::filesystem::path output = {}; ///< empty: standard output
    std::filesystem::path sign = {};   ///< a secret key of `journal key`; empty: not signed
};
int run(JournalHead const& options, Database& database, Surroundings const& s);

/// Writes a secret key, which only its owner may read, and beside it the open one, `FILE.pub`.
struct JournalKey {
    std::filesystem::path output;
};
int run(JournalKey const& options, Surroundings const& s);

} // namespace udb::app
