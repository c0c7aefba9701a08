#include "app/commands/backup.hpp"

#include "app/commands/copying.hpp"

namespace udb::app {

int run(BackupOptions const& options, Database& database, Surroundings const& s) {
    auto const done = backup(database, options.to, s.migrations, s.now, progress(s));
    if (!done) return refused(s, done.error());
    return told("store.backed_up", options.to, *done, s);
}

} // namespace udb::app
