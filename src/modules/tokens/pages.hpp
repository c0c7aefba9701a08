// The pages of tokens, for the list of routes.
#pragma once

#include "host/call.hpp"

namespace udb::tokens {

Result<web::Response> show_tokens(Call& call);
Result<web::Response> show_new_token(Call& call);
Result<web::Response> post_new_token(Call& call);
Result<web::Response> post_revoke(Call& call);

/// How programs use the API, for people.
Result<web::Response> show_api(Call& call);

} // namespace udb::tokens
