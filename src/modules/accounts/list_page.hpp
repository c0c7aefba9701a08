// How an account is shown in the list of all, and on its own page.
#pragma once

#include "modules/accounts/account.hpp"
#include "web/components/status.hpp"

namespace udb::accounts {

/// Open, invited or closed.
ui::Status account_status(Words const& words, Account const& account);

} // namespace udb::accounts
