// The pages of accounts, for the list of routes.
#pragma once

#include "host/call.hpp"

namespace udb::accounts {

Result<web::Response> show_home(Call& call);

Result<web::Response> show_sign_in(Call& call);
Result<web::Response> post_sign_in(Call& call);
Result<web::Response> post_sign_out(Call& call);
Result<web::Response> show_sign_in_code(Call& call);
Result<web::Response> post_sign_in_code(Call& call);

Result<web::Response> show_provider(Call& call);
Result<web::Response> show_provider_return(Call& call);

Result<web::Response> show_forgotten(Call& call);
Result<web::Response> post_forgotten(Call& call);
Result<web::Response> show_new_password(Call& call);
Result<web::Response> post_new_password(Call& call);

Result<web::Response> show_own_account(Call& call);
Result<web::Response> post_own_password(Call& call);
Result<web::Response> post_session_end(Call& call);
Result<web::Response> post_other_sessions_end(Call& call);

Result<web::Response> show_second_factor(Call& call);
Result<web::Response> post_second_factor_begin(Call& call);
Result<web::Response> post_second_factor_confirm(Call& call);
Result<web::Response> post_second_factor_change(Call& call);

Result<web::Response> show_invite(Call& call);
Result<web::Response> post_invite(Call& call);
Result<web::Response> show_mails(Call& call);
Result<web::Response> post_email(Call& call);
Result<web::Response> post_password_link(Call& call);

Result<web::Response> show_accounts(Call& call);
Result<web::Response> show_new_account(Call& call);
Result<web::Response> post_new_account(Call& call);
Result<web::Response> show_account(Call& call);
Result<web::Response> post_password(Call& call);
Result<web::Response> post_active(Call& call);
Result<web::Response> post_grant(Call& call);
Result<web::Response> post_revoke(Call& call);
Result<web::Response> post_second_factor_reset(Call& call);
Result<web::Response> post_unlink(Call& call);

/// Whose an account is: an officer, or a name where there is none. Fields of a new account and of
/// an invitation.
Html whose_account(Call const& call, FormValues const& form, std::vector<FieldError> const& errors);

} // namespace udb::accounts
