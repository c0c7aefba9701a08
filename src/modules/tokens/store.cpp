#include "modules/tokens/store.hpp"

#include "host/records.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/tokens/tokens.hpp"
#include "platform/random.hpp"
#include "web/http/session.hpp"

namespace udb::tokens {

std::optional<Bearer> identify(Db& db, std::string_view digest, Instant now, Date) {
    auto const row = db.one(R"sql(
        select id, account, name, scopes, used_at
          from api_tokens
         where digest = ? and expires_at > ? and revoked_at is null
    )sql",
                            digest, now);
    if (!row) return {};
    auto actor = accounts::actor_of(db, row->get<Id<Account>>(1));
    if (!actor) return {};
    auto const used = row->get<std::optional<Instant>>(4);
    return Bearer{.token = row->get<Id<ApiToken>>(0),
                  .name = row->get<std::string>(2),
                  .scopes = row->get<std::string>(3),
                  .actor = std::move(*actor),
                  .note_use = !used || *used + use_noted_every <= now};
}

void note_use(Database& database, Id<ApiToken> token, Instant now) {
    auto const hour = std::chrono::floor<std::chrono::hours>(now);
    database.write([&](Db& db) {
        db.run("update api_tokens set used_at = ? where id = ?", Instant{hour}, token);
    });
}

std::vector<TokenLine> tokens_of(Db& db, Id<Account> account, Instant now) {
    std::vector<TokenLine> lines;
    for (auto const& row : db.all(R"sql(
        select id, name, scopes, created_at, expires_at, used_at, revoked_at
          from api_tokens
         where account = ?
         order by case when revoked_at is null and expires_at > ? then 0 else 1 end, id desc
         limit 200
    )sql",
                                  account, now))
        lines.push_back({row.get<Id<ApiToken>>(0),
                         {.name = row.get<std::string>(1),
                          .scopes = row.get<std::string>(2),
                          .created = row.get<Instant>(3),
                          .expires = row.get<Instant>(4),
                          .used = row.get<std::optional<Instant>>(5),
                          .revoked = row.get<std::optional<Instant>>(6)}});
    return lines;
}

namespace {

/// A token is told of in the history of its owner's account.
void tell(Work& work, std::string_view event, std::string const& name, std::string const& scopes) {
    work.record(event, Id<Record>{work.actor.account.value}, "",
                {{"name", name}, {"scopes", scopes}});
}

} // namespace

Result<std::string> make_token(Work& work, TokenWish const& wish) {
    if (work.actor.guest()) return forbidden();
    auto const open = work.db.one("select count(*) from api_tokens where account = ? and "
                                  "revoked_at is null and expires_at > ?",
                                  work.actor.account, work.now);
    if (open->get<std::int64_t>(0) >= open_most)
        return refused({"tokens.too_many", {{"most", std::int64_t{open_most}}}});
    auto const secret = std::string(api_token_prefix) + random_token();
    work.db.run("insert into api_tokens (digest, account, name, scopes, created_at, expires_at) "
                "values (?, ?, ?, ?, ?, ?)",
                web::session_digest(secret), work.actor.account, wish.name, wish.scopes, work.now,
                work.now + wish.lives);
    tell(work, "account.token_made", wish.name, wish.scopes);
    return secret;
}

Done revoke_token(Work& work, Id<ApiToken> token) {
    if (work.actor.guest()) return forbidden();
    auto const row =
        work.db.one("update api_tokens set revoked_at = ? where id = ? and account = ? "
                    "and revoked_at is null returning name, scopes",
                    work.now, token, work.actor.account);
    if (!row) return not_found();
    tell(work, "account.token_revoked", row->get<std::string>(0), row->get<std::string>(1));
    return {};
}

void revoke_all(Work& work, Id<Account> account) {
    work.db.run("update api_tokens set revoked_at = ? where account = ? and revoked_at is null",
                work.now, account);
}

} // namespace udb::tokens
