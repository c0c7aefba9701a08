// The letters that accounts send: Bangla first, then English, with one link.
#pragma once

#include "kernel/words.hpp"
#include "modules/accounts/mail_store.hpp"

namespace udb::accounts {

/// With the words `accounts.letter_<kind>_…`. `link` leads to the page that sets the password.
Letter letter(Catalogue const& words, LinkKind kind, Account const& account,
              std::string const& link);

/// Makes the link and puts its letter into the outbox, in one transaction with the event
/// `account.invited` or `account.reset_sent`.
void send_password_link(Work& work, Catalogue const& words, AccountRecord const& account,
                        LinkKind kind);

/// Tells the holder that the password was changed, where mail is set up and the account has an
/// address; not of the first one, which the holder chose on an invitation.
void tell_password_changed(Work& work, Catalogue const& words, AccountRecord const& account);

/// A letter that only says that mail works.
Letter test_letter(Catalogue const& words);

} // namespace udb::accounts
