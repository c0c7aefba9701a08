// A token by which a program asks in somebody's name, and how one is asked for.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "kernel/register.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Account;

struct ApiToken {
    std::string name = {};   ///< as its owner calls it: "হিসাবের প্রোগ্রাম"
    std::string scopes = {}; ///< `libraries:read *:write`
    Instant created = {};
    Instant expires = {};
    std::optional<Instant> used = {}; ///< to the hour
    std::optional<Instant> revoked = {};

    bool open_at(Instant now) const { return !revoked && now < expires; }
};

namespace tokens {

/// How long a token may live.
inline constexpr int lives_days[] = {30, 90, 365};
/// Its last use is noted when the one noted before is so old.
inline constexpr std::chrono::hours use_noted_every{1};
/// Of one account, of those that are open.
inline constexpr int open_most = 50;

/// What a scope is about: a register, or all of them.
struct ScopeChoice {
    std::string name; ///< `libraries`; `*`
    Bilingual label;
    bool writes = true; ///< whether there is something to write
};

/// A token as its form asks for it.
struct TokenWish {
    std::string name = {};
    std::string scopes = {};
    std::chrono::days lives{0};
};
/// Fields `name`, `lives` (days) and `scope_<register>` (empty, `read` or `write`; `scope_all` for
/// all registers). Every problem at once.
Result<TokenWish> parse_wish(FormValues const& form, std::vector<ScopeChoice> const& choices);

/// The form's field for a scope.
std::string scope_field(ScopeChoice const& choice);

/// `libraries:read` as its two parts.
struct Scope {
    std::string_view name;
    std::string_view act;
};
std::vector<Scope> scopes_in(std::string_view scopes);

} // namespace tokens
} // namespace udb
