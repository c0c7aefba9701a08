#include "app/commands/backup.hpp"

#include "app/commands/copying.hpp"
#include "host/attachments.hpp"
#include "host/journal.hpp"

#include <ostream>

namespace udb::app {
namespace {

/// Whether the journal in the backup verifies. One that an older program wrote may have no chain.
bool journal_is_whole(std::filesystem::path const& file, Surroundings const& s) {
    Database copy("sqlite:" + file.string(), {.create = false});
    auto const lacking = pending(copy, s.migrations);
    if (!lacking || !lacking->empty()) return true;
    auto const verified = copy.read([](Db& db) { return journal::verify(db); });
    if (verified.problem_count == 0) return true;
    s.err << s.words("host.journal_broken",
                     {{"entries", verified.entries}, {"problems", verified.problem_count}})
          << '\n';
    return false;
}

} // namespace

int run(BackupOptions const& options, Database& database, Surroundings const& s) {
    auto const done = backup(database, options.to, s.migrations, s.now, progress(s));
    if (!done) return refused(s, done.error());
    told("store.backed_up", options.to, *done, s);
    auto const lacking = pending(database, s.migrations);
    if (lacking && lacking->empty()) sweep_files(database);
    // The backup is kept: it is what there is, and `journal verify` names what was done to it.
    return journal_is_whole(options.to, s) ? 0 : 1;
}

} // namespace udb::app
