// The statements of the second factor.
#include "modules/accounts/second_factor_store.hpp"

#include "bangla/text/digits.hpp"
#include "modules/accounts/recovery_code.hpp"
#include "platform/digest.hpp"
#include "platform/random.hpp"
#include "platform/totp.hpp"

#include <algorithm>

namespace udb::accounts {
namespace {

std::string purpose(Id<Account> account) { return "totp:" + to_string(account); }

void tell(Work& work, AccountRecord const& account, std::string_view event) {
    work.record(event, account.header.id, account.header.office_path);
}

std::string digest_of(Id<Account> account, std::string_view code) {
    return sha256_hex("recovery:" + to_string(account) + ':' + std::string(code));
}

std::vector<std::string> new_recovery_codes(Db& db, Id<Account> account) {
    db.run("delete from recovery_codes where account = ?", account);
    std::vector<std::string> codes;
    while (codes.size() < recovery_codes_count) {
        codes.push_back(recovery_code(random_bytes(recovery_code_bytes)));
        db.run("insert into recovery_codes (account, digest) values (?, ?)", account,
               digest_of(account, recovery_code_of(codes.back())));
    }
    return codes;
}

/// As it is compared: without spaces, Bangla digits as ours.
std::string digits_of(std::string_view typed) {
    auto code = bangla::ascii_digits(typed);
    std::erase(code, ' ');
    return code;
}

/// Marks the step of `code` as used; false for a wrong code, or one that was used.
bool use_app_code(Db& db, Id<Account> account, SecondFactor const& factor, std::string_view typed,
                  Instant now) {
    if (factor.secret.empty()) return false;
    auto const step = totp_step(factor.secret, digits_of(typed), now, factor.last_step);
    if (!step) return false;
    return db.run("update second_factors set last_step = ? where account = ? and last_step < ?",
                  *step, account, *step)
           == 1;
}

} // namespace

std::optional<SecondFactor> second_factor_of(Db& db, SealKey const& key, Id<Account> account) {
    auto const row = db.one("select secret, confirmed_at, last_step, "
                            "(select count(*) from recovery_codes c where c.account = f.account) "
                            "from second_factors f where account = ?",
                            account);
    if (!row) return {};
    return SecondFactor{.secret = unseal(key, row->get<Blob>(0), purpose(account)).value_or(""),
                        .confirmed = row->get<std::optional<Instant>>(1),
                        .last_step = row->get<std::int64_t>(2),
                        .recovery_codes_left = row->get<int>(3)};
}

bool has_second_factor(Db& db, Id<Account> account) {
    return db
        .one("select 1 from second_factors where account = ? and confirmed_at is not null", account)
        .has_value();
}

Done begin_second_factor(Work& work, SealKey const& key, AccountRecord const& account,
                         std::string_view secret) {
    if (has_second_factor(work.db, account.id())) return refused({"accounts.factor_there"});
    work.db.run("delete from second_factors where account = ?", account.id());
    work.db.run("insert into second_factors (account, secret, made_at, last_step) "
                "values (?, ?, ?, 0)",
                account.id(), seal(key, secret, purpose(account.id())), work.now);
    return {};
}

Result<std::vector<std::string>> confirm_second_factor(Work& work, SealKey const& key,
                                                       AccountRecord const& account,
                                                       std::string_view code) {
    auto const factor = second_factor_of(work.db, key, account.id());
    if (!factor) return not_found();
    if (factor->confirmed) return refused({"accounts.factor_there"});
    if (!use_app_code(work.db, account.id(), *factor, code, work.now))
        return invalid("code", {"accounts.code_wrong"});
    work.db.run("update second_factors set confirmed_at = ? where account = ?", work.now,
                account.id());
    tell(work, account, "account.factor_added");
    return new_recovery_codes(work.db, account.id());
}

Result<std::vector<std::string>> renew_recovery_codes(Work& work, AccountRecord const& account) {
    if (!has_second_factor(work.db, account.id())) return not_found();
    tell(work, account, "account.recovery_renewed");
    return new_recovery_codes(work.db, account.id());
}

Done remove_second_factor(Work& work, AccountRecord const& account, std::string_view event) {
    work.db.run("delete from recovery_codes where account = ?", account.id());
    if (work.db.run("delete from second_factors where account = ?", account.id()) == 0)
        return not_found();
    tell(work, account, event);
    return {};
}

bool use_code(Work& work, SealKey const& key, AccountRecord const& account,
              std::string_view typed) {
    auto const factor = second_factor_of(work.db, key, account.id());
    if (!factor || !factor->confirmed) return false;
    if (use_app_code(work.db, account.id(), *factor, typed, work.now)) return true;
    auto const code = recovery_code_of(bangla::ascii_digits(typed));
    if (code.empty()
        || work.db.run("delete from recovery_codes where account = ? and digest = ?", account.id(),
                       digest_of(account.id(), code))
               == 0)
        return false;
    tell(work, account, "account.recovery_used");
    return true;
}

} // namespace udb::accounts
