// Proof that a form was ours: a token bound to the session, and where the browser says it comes
// from.
#pragma once

#include "web/http/request.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace udb::web {

/// The key of this office's tokens; made at random when the program is installed or started.
using CsrfKey = std::array<unsigned char, 32>;

CsrfKey random_csrf_key();

/// For the hidden field `csrf` of a form and the header `X-CSRF-Token`. Bound to the session: it
/// is of no use in another one, nor after signing in. Safe in HTML attributes and URLs. Differs
/// at every call (masked), so that compression gives nothing away (BREACH).
std::string csrf_token(CsrfKey const& key, std::string_view session);

/// Whether the token is of that session; takes the same time whatever is wrong.
bool is_csrf_token(CsrfKey const& key, std::string_view session, std::string_view token);

/// A request that changes nothing passes. Any other must come from our own pages (Sec-Fetch-Site,
/// or else Origin, or else Referer where the browser sends them) and carry the token. `form` may
/// be null where the body is not a form: then only the header counts.
/// Refusal: forbidden, `http.csrf`.
Done check_csrf(CsrfKey const& key, std::string_view session, Request const& request,
                Form const* form);

/// Only the first half of it, for the sign-in form of someone who has no session yet.
bool is_from_our_pages(Request const& request);

} // namespace udb::web
