// What the platform knows of tokens.
#include "host/module.hpp"

#include "host/hearing.hpp"
#include "modules/tokens/pages.hpp"
#include "modules/tokens/policy.hpp"
#include "modules/tokens/store.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> tokens();
}

namespace udb::tokens {
namespace {

constexpr PageRoute routes[] = {
    get("/account/tokens", show_tokens, Act::read),
    get("/account/tokens/new", show_new_token, Act::read),
    post("/account/tokens/new", post_new_token, Act::read),
    post("/account/tokens/{id}/revoke", post_revoke, Act::read),
    get("/api", show_api, Act::read),
};

/// Whoever opens the account again does not open its tokens with it.
void when_closed(Work& work, Id<Record> account, std::string_view, Details const&) {
    revoke_all(work, {account.value});
}
[[maybe_unused]] bool const hears = hear("account.closed", when_closed);

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "tokens",
    .title = {"টোকেন", "Tokens"},
    .files = embedded::tokens,
    .routes = routes,
    .policy = policy,
};

} // namespace udb::tokens
