// A refusal as a program reads it: application/problem+json (RFC 9457).
#pragma once

#include "base/error.hpp"
#include "kernel/words.hpp"
#include "web/http/response.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb {

/// What is wrong at one place of what was sent.
struct ProblemAt {
    std::string pointer = {};   ///< of the body, a JSON pointer: `/books`; …
    std::string parameter = {}; ///< … or of the address: `limit`
    std::string detail = {};    ///< in the reader's language
};

/// `kind` is one of those that the page /api explains; its words are `api.<kind>` and, as title,
/// `api.<kind>_title`: damaged, parameter, token, scope, forbidden, not_found, method, accept,
/// conflict, refused, stale, too_large, media_type, invalid, condition, too_many, busy, failure.
struct Problem {
    std::string_view kind;
    std::string detail = {}; ///< empty: what the words say of the kind
    std::vector<ProblemAt> errors = {};
    std::string incident = {};
};

int status_of(Problem const& problem);
/// All kinds there are, in the order of their status.
std::vector<std::string_view> problem_kinds();

web::Response problem_response(Words const& words, Problem const& problem);
/// The same for an Error of a rule; a field is a member of the body.
web::Response problem_response(Words const& words, Error const& error);
/// For a status that the server itself decided on.
web::Response problem_response(Words const& words, int status, std::string_view incident);

} // namespace udb
