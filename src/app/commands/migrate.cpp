#include "app/commands/migrate.hpp"

#include <ostream>

namespace udb::app {
namespace {

Message about(char const* key, Migration const& one) {
    return {key, {{"module", one.module}, {"version", one.version}}};
}

Message counted(char const* key, std::vector<Migration> const& steps) {
    return {key, {{"count", static_cast<std::int64_t>(steps.size())}}};
}

int check(Database& database, Surroundings const& s) {
    auto const steps = pending(database, s.migrations);
    if (!steps) return refused(s, steps.error());
    for (auto const& one : *steps)
        s.out << s.words(about("store.pending_one", one)) << '\n';
    s.out << s.words(steps->empty() ? Message{"store.up_to_date"}
                                    : counted("store.pending", *steps))
          << '\n';
    return steps->empty() ? 0 : 1;
}

} // namespace

int run(MigrateOptions const& options, Database& database, Surroundings const& s) {
    if (options.check) return check(database, s);
    auto const done = migrate(database, s.migrations, s.now, [&](Migration const& one) {
        s.err << s.words(about("store.applied", one)) << '\n' << std::flush;
    });
    if (!done) return refused(s, done.error());
    s.out << s.words(done->empty() ? Message{"store.up_to_date"} : counted("store.migrated", *done))
          << '\n';
    return 0;
}

} // namespace udb::app
