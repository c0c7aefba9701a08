// What the commands on a database are given besides their options.
#pragma once

#include "kernel/words.hpp"
#include "store/migrate.hpp"

#include <functional>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>

namespace udb::app {

struct Surroundings {
    std::ostream& out; ///< the answer
    std::ostream& err; ///< problems, and the progress of long work
    Words const& words;
    std::span<Migrations const> migrations;
    Instant now;
};

/// Opens and works: `within(s, settings.database, [&] { return open_database(settings); },
/// [&](Database& database) { return run(options, database, s); })`. What the database cannot do is
/// told on `err`, naming `name`, and gives 1.
int within(Surroundings const& s, std::string const& name,
           std::function<std::unique_ptr<Database>()> const& open,
           std::function<int(Database&)> const& work);

/// Tells a refusal on `err`, and gives 1.
int refused(Surroundings const& s, Error const& error);

} // namespace udb::app
