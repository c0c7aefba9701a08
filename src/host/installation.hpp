// What belongs to this installation alone, and to all processes that share its database.
#pragma once

#include "platform/seal.hpp"
#include "store/database.hpp"
#include "web/http/csrf.hpp"

namespace udb {

/// The key of the forms' tokens: made at the first start, the same ever after, so that a form that
/// is open in a browser outlives a restart.
web::CsrfKey csrf_key_of(Database& database);

/// The key that seals secrets in this database, where no file holds one: made at the first use.
SealKey seal_key_of(Database& database);

} // namespace udb
