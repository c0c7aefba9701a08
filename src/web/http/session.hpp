// The mechanics of a session cookie. Which sessions there are, and whose, a module keeps.
#pragma once

#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace udb::web {

inline constexpr std::string_view session_cookie = "session";

/// 32 random bytes as 43 characters of base64url: the secret in the browser.
std::string random_session();

/// What the database may know of it: BLAKE2b-256 of the secret in 64 hex digits. A stolen copy of
/// the database opens no session.
std::string session_digest(std::string_view session);

/// The secret that the browser sent, when it has the shape of one.
std::optional<std::string_view> session_of(Request const& request);

/// Gives, or takes away, the session of the browser.
void open_session(Response& response, Request const& request, std::string_view session,
                  std::chrono::seconds max_age);
void close_session(Response& response, Request const& request);

} // namespace udb::web
