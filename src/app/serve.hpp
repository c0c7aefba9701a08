// The server of one office: database, modules, pages, until it is told to stop.
#pragma once

#include "modules/accounts/accounts.hpp"
#include "platform/config.hpp"
#include "store/database.hpp"

#include <iosfwd>
#include <memory>

namespace udb::app {

/// What to do where the SQLite file is not there.
enum class Missing { make, refuse };

/// Opens the database of the settings; with `make`, the folder and the file of SQLite too.
std::unique_ptr<Database> open_database(Settings const& settings, Missing missing = Missing::make);

/// What the settings say of accounts and mail.
accounts::Configuration accounts_of(Settings const& settings, SealKey const& seal_key);

/// Brings the schema forward and serves until SIGTERM or SIGINT. 0: stopped in order; 1: could not
/// start, and `err` says why.
int serve(Settings const& settings, std::ostream& out, std::ostream& err);

/// Brings the schema forward and tells the demo's chapters into an empty database; says how to sign
/// in. Does nothing where they have been told.
int demo(Settings const& settings, std::ostream& out, std::ostream& err);

} // namespace udb::app
