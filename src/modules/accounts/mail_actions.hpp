// The work on mails that is done beside the requests.
#pragma once

#include "host/work.hpp"
#include "kernel/words.hpp"
#include "modules/accounts/accounts.hpp"
#include "platform/clock.hpp"

#include <functional>

namespace udb::accounts {

/// Looks up what was typed under "forgotten", and puts a letter into the outbox for each account
/// that it names. Gives how many requests were answered.
int answer_password_requests(Database& database, Catalogue const& words, Clock const& clock);

/// Hands over what is due of a kind, one mail after the other. A mail is taken in one transaction
/// and its fate written in another: should the program end between the server's acceptance and the
/// second, the mail goes again, with the same Message-ID. Gives how many were tried.
int send_due_mails(Database& database, Catalogue const& words, Clock const& clock,
                   std::function<bool()> const& stopped, Freight freight);

} // namespace udb::accounts
