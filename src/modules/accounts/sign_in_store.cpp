// The statements of signing in.
#include "modules/accounts/sign_in_store.hpp"

#include "platform/digest.hpp"

namespace udb::accounts {
namespace {

constexpr int browsers_max = 20;
constexpr std::chrono::hours browser_lives{24 * 365};
constexpr int wrong_codes_max = 5;

Tries tries_of(Db& db, std::string_view whose) {
    auto const row = db.one("select wrong, last_at from sign_in_tries where whose = ?", whose);
    if (!row) return {};
    return {.wrong = row->get<int>(0), .last = row->get<Instant>(1)};
}

std::chrono::milliseconds take(Db& db, std::string const& whose, Pace const& pace, Instant now) {
    auto const tries = tries_of(db, whose);
    auto const wait = wait_for(pace, tries, now);
    if (wait.count() > 0) return wait;
    auto const more = counted(pace, tries, now);
    db.run("delete from sign_in_tries where last_at <= ?", now - pace.forgotten);
    db.run("insert into sign_in_tries (whose, wrong, last_at) values (?, ?, ?) "
           "on conflict (whose) do update set wrong = excluded.wrong, last_at = excluded.last_at",
           whose, more.wrong, more.last);
    return std::chrono::milliseconds{0};
}

/// Names are kept as digests: people type passwords into the wrong field.
std::string whose_tries(std::string_view kind, std::string_view name, Trier const& trier,
                        bool known_browser) {
    return std::string(kind) + ' ' + sha256_hex(name).substr(0, 32) + ' '
           + (known_browser ? trier.browser_digest : trier.network);
}

} // namespace

Admission admit(Db& db, Trier const& trier, Instant now) {
    Admission a;
    // One account, whether it is named by its user name or its address.
    auto const row = db.one("select a.username, b.id from accounts a left join known_browsers b "
                            "on b.account = a.id and b.digest = ? "
                            "where a.username = ? or a.email = ?",
                            trier.browser_digest, trier.username, trier.username);
    a.known_browser = row && !row->is_null(1);
    a.whose = whose_tries("password", row ? row->get<std::string>(0) : trier.username, trier,
                          a.known_browser);
    a.wait = take(db, a.whose, pace_of_passwords, now);
    return a;
}

Admission admit_code(Db& db, Id<Account> account, Trier const& trier, Instant now) {
    Admission a;
    a.known_browser = db.one("select 1 from known_browsers where account = ? and digest = ?",
                             account, trier.browser_digest)
                          .has_value();
    auto const name = to_string(account);
    a.whose = whose_tries("code", name, trier, a.known_browser);
    a.wait = take(db, a.whose, pace_of_codes, now);
    if (a.wait.count() == 0 && !a.known_browser)
        a.wait = take(db, "all codes " + name, pace_of_all_codes, now);
    return a;
}

void forget_tries(Db& db, std::string_view whose) {
    db.run("delete from sign_in_tries where whose = ?", whose);
}

void forget_tries_of(Db& db, std::string_view username) {
    auto const whose = whose_tries("password", username, {}, false);
    db.run("delete from sign_in_tries where whose >= ? and whose < ?", whose, whose + '~');
}

void know_browser(Db& db, Id<Account> account, std::string_view digest, Instant now) {
    db.run("insert into known_browsers (account, digest, seen_at) values (?, ?, ?) "
           "on conflict (account, digest) do update set seen_at = excluded.seen_at",
           account, digest, now);
    db.run("delete from known_browsers where account = ? and (seen_at <= ? or id not in "
           "(select id from known_browsers where account = ? order by seen_at desc, id desc limit "
           "?))",
           account, now - browser_lives, account, browsers_max);
}

void forget_browsers(Db& db, Id<Account> account) {
    db.run("delete from known_browsers where account = ?", account);
}

void begin_sign_in(Db& db, std::string_view digest, Id<Account> account, std::string_view next,
                   Instant now) {
    db.run("delete from begun_sign_ins where expires_at <= ?", now);
    db.run("insert into begun_sign_ins (digest, account, next, wrong, expires_at) "
           "values (?, ?, ?, 0, ?)",
           digest, account, next, now + begun_lives);
}

std::optional<BegunSignIn> begun_sign_in(Db& db, std::string_view digest, Instant now) {
    auto const row = db.one("select b.account, a.username, b.next from begun_sign_ins b "
                            "join accounts a on a.id = b.account "
                            "where b.digest = ? and b.expires_at > ? and a.active = 1",
                            digest, now);
    if (!row) return {};
    return BegunSignIn{row->get<Id<Account>>(0), row->get<std::string>(1),
                       row->get<std::string>(2)};
}

bool wrong_code(Db& db, std::string_view digest) {
    db.run("update begun_sign_ins set wrong = wrong + 1 where digest = ?", digest);
    return db.run("delete from begun_sign_ins where digest = ? and wrong >= ?", digest,
                  wrong_codes_max)
           == 0;
}

void end_begun_sign_in(Db& db, std::string_view digest) {
    db.run("delete from begun_sign_ins where digest = ?", digest);
}

} // namespace udb::accounts
