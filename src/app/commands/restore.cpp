#include "app/commands/restore.hpp"

#include "app/commands/copying.hpp"

namespace udb::app {

int run(RestoreOptions const& options, Database& database, Surroundings const& s) {
    auto const done = restore(database, options.from, s.migrations, s.now, progress(s));
    if (!done) return refused(s, done.error());
    return told("store.restored", options.from, *done, s);
}

} // namespace udb::app
