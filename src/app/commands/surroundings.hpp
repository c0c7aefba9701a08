// What the commands on a database are given besides their options.
#pragma once

#include "kernel/words.hpp"
#include "store/migrate.hpp"

#include <functional>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace udb::app {

struct Surroundings {
    std::ostream& out; ///< the answer
    std::ostream& err; ///< problems, and the progress of long work
    Words const& words;
    std::span<Migrations const> migrations;
    Instant now;
};

/// Does `work`. What the database at `address` cannot do is told on `err`, in both languages since
/// whoever sets the program up may read either, and gives 1.
int telling(Catalogue const& words, std::string_view address, std::ostream& err,
            std::function<int()> const& work);

/// Opens and works: `within(s, settings.database, [&] { return open_database(settings); },
/// [&](Database& database) { return run(options, database, s); })`, `telling` of failures.
int within(Surroundings const& s, std::string_view address,
           std::function<std::unique_ptr<Database>()> const& open,
           std::function<int(Database&)> const& work);

/// Tells a refusal on `err`, and gives 1.
int refused(Surroundings const& s, Error const& error);

} // namespace udb::app
