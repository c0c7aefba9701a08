// What the ways of signing in share: from the first proof of who it is to an open session.
#pragma once

#include "host/call.hpp"
#include "modules/accounts/sign_in_store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace udb::accounts {

/// A path of our own that is no page of signing in, or the first page.
std::string next_of(std::string_view wanted);

Trier trier_of(Call const& call, std::string username);

/// "Try again in {minutes} minutes"; nothing where there is no wait.
std::optional<Message> wait_message(std::chrono::milliseconds wait);

/// The password was right, or the provider has told who it is: asks for the code of the second
/// factor, or opens the session where the account has none.
web::Response first_proof_given(Call const& call, Id<Account> account, std::string const& next);

/// Whether the account's administration rests until it has a second factor.
bool second_factor_due(Db& db, Id<Account> account);

/// What is wrong with the present password in the form's field `current`; nothing where it is
/// right. Wrong ones count as tries to sign in.
std::optional<FieldError> password_refused(Call const& call, AccountRecord const& account);

/// Opens a session, and remembers the browser. An administrator who has yet to set up the second
/// factor goes there first.
web::Response signed_in(Call const& call, Id<Account> account, std::string const& next);

} // namespace udb::accounts
